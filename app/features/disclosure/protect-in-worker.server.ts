import { Worker } from "node:worker_threads";
import type { Outcome, ProtectInput } from "./protect.server.ts";

interface Answer {
  readonly outcome?: Outcome;
  readonly error?: string;
}

/**
 * Protects a release in a thread of its own: the solver blocks while it runs, and what it has taken of the memory is
 * given back only when its thread ends.
 * @throws Error with the solver's name and message, where something other than the figures went wrong
 */
export async function protectInWorker(input: ProtectInput): Promise<Outcome> {
  const worker = new Worker(new URL("./protect-worker.mjs", import.meta.url), {
    workerData: input,
  });
  try {
    const { outcome, error } = await new Promise<Answer>((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", (thrown) => reject(new Error(`the worker failed: ${thrown.message.slice(0, 300)}`)));
      worker.once("exit", (status) => reject(new Error(`the worker ended without an answer (${status})`)));
    });
    if (!outcome) throw new Error(error ?? "the worker gave no answer");
    return outcome;
  } finally {
    await worker.terminate();
  }
}
