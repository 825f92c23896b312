import { parentPort, workerData } from "node:worker_threads";
import { loadSolver, plainError } from "#app/features/disclosure/solver/solver.server.ts";
import { type ExtractInput, protectExtract } from "./extract.server.ts";

// One extract a thread, as with releases: the solver's memory ends with it.
try {
  parentPort?.postMessage({ outcome: protectExtract(await loadSolver(), workerData as ExtractInput) });
} catch (error) {
  parentPort?.postMessage({ error: plainError(error).message });
}
