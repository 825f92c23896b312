import { createRequire } from "node:module";
import { workerAnswer } from "#app/platform/worker-answer.server.ts";
import type { ExtractInput, ExtractOutcome } from "./extract.server.ts";

// By the name of the room and not by the place of this file: a build puts this file elsewhere.
const ENTRY = createRequire(import.meta.url).resolve("#app/features/disclosure/extract/extract-worker.mjs");

/**
 * Makes an extract in a thread of its own, as releases are protected.
 * @throws Error with the solver's name and message, where something other than the rows went wrong
 */
export async function extractInWorker(input: ExtractInput): Promise<ExtractOutcome> {
  const asked = { entry: ENTRY, input, name: "extract" };
  const { outcome, error } = await workerAnswer<{ outcome?: ExtractOutcome; error?: string }>(asked);
  if (!outcome) throw new Error(error ?? "the thread gave no answer");
  return outcome;
}
