import { parentPort, workerData } from "node:worker_threads";
import { type ProtectInput, protectRelease } from "./protect.server.ts";
import { loadSolver, plainError } from "./solver/solver.server.ts";

// One release a thread: the solver's memory never shrinks, and ends with it.
try {
  parentPort?.postMessage({ outcome: protectRelease(await loadSolver(), workerData as ProtectInput) });
} catch (error) {
  parentPort?.postMessage({ error: plainError(error).message });
}
