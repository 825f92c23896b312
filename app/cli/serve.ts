import type { RequestHandler } from "express";
import { projectRoot } from "#app/platform/db/project-root.server.ts";
import { entryOf, type WebBuild } from "#app/platform/http/web-entry.ts";

export const summary = "Serve the product; builds it first where needed";
export const usage = `
Usage: npx thaw serve [--dev]

  --dev   take every source file afresh, for people who change the product

Settings come from the environment, .env and SECRETS_FILE; .env.example explains each.
SIGTERM and SIGINT end it in order: no new connections, open answers finish, the database closes.
`;

/** Without options `thaw.mjs` serves by itself and comes here only from the demonstration. */
export async function run(args: readonly string[]): Promise<void> {
  const { build, files } = args.includes("--dev") ? await sources() : await built();
  await entryOf(build).serve({ build, files });
}

async function built() {
  process.env.NODE_ENV = "production";
  const { buildPaths, buildWhenStale, loadBuild } = await import("#app/platform/http/web-build.ts");
  const root = projectRoot();
  await buildWhenStale(root);
  return { build: await loadBuild(root), files: buildPaths(root).files };
}

/** The same server with the same headers; only the files come straight from their sources. */
async function sources() {
  process.env.NODE_ENV = "development";
  const { createServer } = await import("vite");
  const vite = await createServer({ root: projectRoot(), server: { middlewareMode: true } });
  const build = (await vite.ssrLoadModule("virtual:remix/server-build")) as WebBuild;
  return { build, files: vite.middlewares as RequestHandler };
}
