import { parentPort, workerData } from "node:worker_threads";
import { papersOf } from "./papers.server.ts";
import type { PapersWanted } from "./papers-in-workers.server.ts";

const { texts, place } = workerData as PapersWanted;
try {
  const files = [];
  for (const text of texts) files.push(...(await papersOf(text, place)));
  parentPort?.postMessage({ files });
} catch (error) {
  // An error of the printer is as long as what it printed.
  parentPort?.postMessage({ error: String(error).slice(0, 300) });
}
