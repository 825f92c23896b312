import { projectRoot } from "#app/platform/db/project-root.server.ts";

export const summary = "Build the web application";
export const usage = `
Usage: npx thaw build

Writes the server's bundle and the browser's files to build/. "thaw serve" does it by itself when it is needed.
`;

export async function run(): Promise<void> {
  const { build } = await import("#app/platform/http/web-build.ts");
  build(projectRoot());
}
