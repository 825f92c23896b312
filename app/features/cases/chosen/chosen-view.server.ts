import type { OpenSession } from "#app/access/session.server.ts";
import { findView, keepView } from "#app/access/views.server.ts";
import type { ChosenCase } from "#app/features/cases/casework/case-choice.ts";
import { type ChosenResult, type ChosenVerb, chosenIn, resultsIn } from "./chosen-forms.ts";

/*
 * Which cases somebody has ticked, and what came of them, lies in the session and never in an address, which only names it.
 */

const viewAt = (session: OpenSession, url: URL) => findView(session, url.searchParams.get("view"));

/** @returns the name, for `?view=` */
export function keepChosen(session: OpenSession, chosen: readonly ChosenCase[]): Promise<string> {
  return keepView(session, { chosen: chosen.map(({ caseId, version }) => ({ caseId, version })) });
}

/** @returns none where the address names no choice of this session */
export const chosenAt = (session: OpenSession, url: URL): readonly ChosenCase[] => chosenIn(viewAt(session, url));

/** @returns the name, for `?view=` */
export function keepResults(session: OpenSession, verb: ChosenVerb, done: readonly ChosenResult[]): Promise<string> {
  return keepView(session, { verb, done: done.map(({ caseId, code }) => ({ caseId, code })) });
}

export const resultsAt = (session: OpenSession, url: URL) => resultsIn(viewAt(session, url));
