import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { Outcome, ProtectInput } from "./protect-outcome.ts";

interface Answer {
  readonly outcome?: Outcome;
  readonly error?: string;
}

// By the name of the room and not by the place of this file: a build puts this file elsewhere.
const ENTRY = createRequire(import.meta.url).resolve("#app/features/disclosure/protect-worker.mjs");

/**
 * Protects a release in a thread of its own: the solver blocks while it runs, and what it has taken of the memory is
 * given back only when its thread ends. Nothing touches a disk.
 * @param signal  ends the thread at once, for instance when the session ends that asked for it
 * @throws Error with the solver's name and message, where something other than the figures went wrong
 */
export async function protectInWorker(
  input: ProtectInput,
  { signal }: { signal?: AbortSignal } = {},
): Promise<Outcome> {
  signal?.throwIfAborted();
  const worker = new Worker(ENTRY, { workerData: input });
  try {
    const { outcome, error } = await new Promise<Answer>((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", (thrown) => reject(new Error(`the worker failed: ${thrown.message.slice(0, 300)}`)));
      worker.once("exit", (status) => reject(new Error(`the worker ended without an answer (${status})`)));
      signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
    });
    if (!outcome) throw new Error(error ?? "the worker gave no answer");
    return outcome;
  } finally {
    await worker.terminate();
  }
}
