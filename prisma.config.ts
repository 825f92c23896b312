import { defineConfig } from "prisma/config";

// `prisma generate` looks for an engine binary that it never starts; any file that exists satisfies it,
// and nothing is downloaded. Migrations run in WebAssembly instead (app/platform/db).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
});
