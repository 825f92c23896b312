import { type FileOutcome, isTaken } from "./taken-files.ts";

/**
 * What became of the files, for the page they were sent from; null where none came. It is no redirect: names must not stand in
 * an address, and sending the page again adds nothing.
 */
export function outcomeAnswer(outcomes: readonly FileOutcome[]): Response | null {
  if (outcomes.length === 0) return null;
  return Response.json({ outcomes }, { status: outcomes.every(isTaken) ? 200 : 422 });
}
