import { projectRoot } from "#app/platform/db/project-root.server.ts";
import { buildWhenStale } from "#app/platform/http/web-build.ts";

/** Builds the web application once, before the projects that start real servers. */
export default async function setup(): Promise<void> {
  const shared = globalThis as { [SLOT]?: Promise<void> };
  shared[SLOT] ??= Promise.resolve(buildWhenStale(projectRoot())).then(() => undefined);
  await shared[SLOT];
}

const SLOT = Symbol.for("thaw.tests.build");
