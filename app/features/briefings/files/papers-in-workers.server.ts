import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import type { PublishedText } from "#app/features/briefings/published/published-text.ts";
import type { ReleaseFile } from "#app/features/briefings/published/release-file.ts";
import { workerAnswer } from "#app/platform/worker-answer.server.ts";
import type { PaperPlace } from "./papers.server.ts";

/** What one thread is given: words that are about to be public, and no key. */
export interface PapersWanted {
  readonly texts: readonly PublishedText[];
  readonly place: PaperPlace;
}

interface Answer {
  readonly files?: readonly ReleaseFile[];
  readonly error?: string;
}

// By the name of the room and not by the place of this file: a build puts this file elsewhere.
const ENTRY = createRequire(import.meta.url).resolve("#app/features/briefings/files/papers-worker.mjs");
const MOST_THREADS = 2;

/**
 * Prints all languages beside the server's own thread, two at a time where there are two cores: others go on being
 * answered, and the memory of printer and pictures is given back with the thread.
 * @param signal  ends the threads at once
 * @returns by their paths, whichever thread was faster
 */
export async function papersInWorkers({
  texts,
  place,
  signal,
}: PapersWanted & { readonly signal?: AbortSignal | undefined }): Promise<readonly ReleaseFile[]> {
  const threads = Math.max(1, Math.min(MOST_THREADS, availableParallelism(), texts.length));
  const shares = Array.from({ length: threads }, (_, thread) => texts.filter((_, place) => place % threads === thread));
  const made = await Promise.all(shares.map((share) => inWorker({ texts: share, place }, signal)));
  return made.flat().sort((one, other) => (one.path < other.path ? -1 : 1));
}

async function inWorker(wanted: PapersWanted, signal?: AbortSignal): Promise<readonly ReleaseFile[]> {
  const { files, error } = await workerAnswer<Answer>({ entry: ENTRY, input: wanted, name: "printer", signal });
  if (!files) throw new Error(error ?? "the printer gave no answer");
  return files;
}
