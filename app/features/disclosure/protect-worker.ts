import { parentPort, workerData } from "node:worker_threads";
import { loadSolver, plainError } from "#app/features/disclosure/solver/solver.server.ts";
import { protectRelease } from "./protect.server.ts";
import type { ProtectInput } from "./protect-outcome.ts";

// One release a thread: the solver's memory never shrinks, and ends with it.
try {
  parentPort?.postMessage({ outcome: protectRelease(await loadSolver(), workerData as ProtectInput) });
} catch (error) {
  parentPort?.postMessage({ error: plainError(error).message });
}
