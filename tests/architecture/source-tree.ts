import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

const ROOT = join(import.meta.dirname, "../..");
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s*"([^"]+)"|import\(\s*"([^"]+)"\s*\)|(?:^|\n)\s*import\s+"([^"]+)"/g;

export interface SourceFile {
  /** from the repository's root, with slashes: "app/kernel/id.ts" */
  readonly path: string;
  readonly text: string;
  /** files of this repository that it imports, as paths; types count too */
  readonly imports: readonly string[];
}

/** Every TypeScript file below a folder, generated code left out. */
export function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes("generated"))
    .map((entry) => readSource(join(entry.parentPath, entry.name)));
}

function readSource(file: string): SourceFile {
  const text = readFileSync(file, "utf8");
  const imports = [...text.matchAll(IMPORT)].flatMap(([, from, lazy, bare]) => {
    const target = from ?? lazy ?? bare ?? "";
    if (target.startsWith("#app/")) return [target.replace("#app/", "app/")];
    return target.startsWith(".") ? [slashed(relative(ROOT, join(dirname(file), target)))] : [];
  });
  return { path: slashed(relative(ROOT, file)), text, imports: imports.map((path) => path.replace(/\?.*$/, "")) };
}

const slashed = (path: string) => path.split(sep).join("/");
