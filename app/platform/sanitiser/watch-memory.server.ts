import { readFile } from "node:fs/promises";

const EVERY_MS = 50;
const PAGE_BYTES = 4096;

/**
 * Looks at how much memory a process holds in truth. Its heap and its WebAssembly memory have hard limits of their own
 * (`child-arguments.server.ts`); this one is for both together. Where there is no /proc those two are what holds.
 * @returns a function that stops watching
 */
export function watchMemory(pid: number | undefined, limitBytes: number, tooMuch: () => void): () => void {
  const timer = setInterval(async () => {
    const pages = await readFile(`/proc/${pid}/statm`, "latin1").then(
      (text) => Number(text.split(" ")[1]),
      () => 0,
    );
    if (pages * PAGE_BYTES > limitBytes) tooMuch();
  }, EVERY_MS);
  return () => clearInterval(timer);
}
