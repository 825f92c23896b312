import { parentPort, workerData } from "node:worker_threads";
import { loadSolver, plainError } from "#app/features/disclosure/solver/solver.server.ts";
import { protectRelease } from "./protect.server.ts";
import type { ProtectInput, ProtectStep } from "./protect-outcome.ts";

const tell = (step: ProtectStep) => parentPort?.postMessage({ step });

// One release a thread: the solver's memory never shrinks, and ends with it.
try {
  parentPort?.postMessage({ outcome: protectRelease(await loadSolver(), workerData as ProtectInput, tell) });
} catch (error) {
  parentPort?.postMessage({ error: plainError(error).message });
}
