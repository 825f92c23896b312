import { createRequire } from "node:module";
import { workerAnswer } from "#app/platform/worker-answer.server.ts";
import type { Outcome, ProtectInput, ProtectStep } from "./protect-outcome.ts";

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
 * @param tell    hears what it is at: the search, or the attack on what was found, which may send it back to the search
 * @throws Error with the solver's name and message, where something other than the figures went wrong
 */
export async function protectInWorker(
  input: ProtectInput,
  { signal, tell }: { signal?: AbortSignal | undefined; tell?: (step: ProtectStep) => void } = {},
): Promise<Outcome> {
  const onStep = tell as ((step: string) => void) | undefined;
  const { outcome, error } = await workerAnswer<Answer>({ entry: ENTRY, input, name: "worker", signal, onStep });
  if (!outcome) throw new Error(error ?? "the worker gave no answer");
  return outcome;
}
