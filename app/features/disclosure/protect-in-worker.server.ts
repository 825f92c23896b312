import { createRequire } from "node:module";
import { workerAnswer } from "#app/platform/worker-answer.server.ts";
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
  const { outcome, error } = await workerAnswer<Answer>({ entry: ENTRY, input, name: "worker", signal });
  if (!outcome) throw new Error(error ?? "the worker gave no answer");
  return outcome;
}
