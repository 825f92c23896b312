import { projectRoot } from "#app/platform/db/project-root.server.ts";

export const summary = "Build the web application";
export const usage = `
Usage: npx thaw build [--if-stale]

  --if-stale   only where nothing is built yet or a source is newer

Writes the server's bundle and the browser's files to build/. "thaw serve" does it by itself when it is needed.
`;

export async function run(args: readonly string[]): Promise<void> {
  const { build, buildWhenStale } = await import("#app/platform/http/web-build.ts");
  if (args.includes("--if-stale")) await buildWhenStale(projectRoot());
  else build(projectRoot());
}
