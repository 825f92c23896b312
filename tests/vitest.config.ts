import { join } from "node:path";
import { defineConfig } from "vitest/config";

const root = join(import.meta.dirname, "..");
const SERVERS = [join(root, "tests/support/databases-setup.ts")];

/** Folders of `tests/` as projects. `databases`: gets a migrated PostgreSQL cluster and a migrated embedded snapshot. */
const project = (name: string, { seconds, databases }: { seconds: number; databases: boolean }) => ({
  extends: true as const,
  test: {
    name,
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    testTimeout: seconds * 1000,
    hookTimeout: 60_000,
    globalSetup: databases ? SERVERS : [],
  },
});

export default defineConfig({
  root,
  test: {
    pool: "forks",
    environment: "node",
    // A test that passes only sometimes is a bug: nothing is retried.
    retry: 0,
    projects: [
      project("unit", { seconds: 30, databases: false }),
      project("integration", { seconds: 60, databases: true }),
      project("routes", { seconds: 60, databases: true }),
      project("architecture", { seconds: 60, databases: true }),
      project("hostile", { seconds: 120, databases: true }),
      project("journeys", { seconds: 180, databases: true }),
    ],
  },
});
