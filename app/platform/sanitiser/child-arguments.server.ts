import { realpathSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectRoot } from "#app/platform/db/project-root.server.ts";
import type { FileKind } from "./file-kinds.ts";

/** The readers, all of them WebAssembly or plain JavaScript: a native one would have to be allowed everything. */
const READERS = ["mupdf", "wasm-vips", "postal-mime", "fflate"];
const HEAP_MIB = 128;
/** of 64 KiB: 416 MiB. The largest picture that is taken needs about 400 while it is decoded. */
const WASM_PAGES = 6_656;

/** Everything a worker may: read its own program, and compute. */
export function childRights(): string[] {
  const root = projectRoot();
  const worker = join(root, "app/platform/sanitiser/worker");
  const readable = [worker, ...READERS.map((name) => join(root, "node_modules", name))];
  return [
    "--experimental-permission",
    // A folder that is a link is opened by its own name and by the one it leads to.
    ...[...new Set(readable.flatMap((path) => [path, realpathSync(path)]))].map((path) => `--allow-fs-read=${path}/*`),
    // libvips counts on threads; they have the same rights, and the lock is loaded in each of them first.
    "--allow-worker",
    `--import=${pathToFileURL(join(worker, "lock.mjs"))}`,
    `--max-old-space-size=${HEAP_MIB}`,
    `--wasm-max-mem-pages=${WASM_PAGES}`,
    "--no-warnings",
    "--no-addons",
  ];
}

export function childArguments(kind: FileKind): string[] {
  return [...childRights(), join(projectRoot(), "app/platform/sanitiser/worker/main.mjs"), kind];
}
