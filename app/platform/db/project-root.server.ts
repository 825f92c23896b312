import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The folder that holds `prisma/`, from wherever this code runs: the source tree or the built server.
 * Migrations and seed files are read at run time and are not part of the build.
 */
export function projectRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, "prisma", "schema"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("The folder prisma/ is missing beside the application.");
    folder = parent;
  }
  return folder;
}
