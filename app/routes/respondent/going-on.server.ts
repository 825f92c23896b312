import { redirect } from "@remix-run/node";
import { sessionCookie } from "#app/access/cookie.ts";
import type { OpenSession } from "#app/access/session.server.ts";
import { routed } from "#app/features/surveys/instruments/routing.ts";
import { type OpenSurvey, openSurvey } from "#app/features/surveys/responding/open-survey.server.ts";
import { returnToSurvey } from "#app/features/surveys/responding/survey-commands.server.ts";
import { firstOpenPage } from "#app/features/surveys/responding/survey-pages.server.ts";
import { wordsToShow } from "#app/features/surveys/responding/survey-session.server.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { paths } from "#app/paths.ts";

/** Whoever is at work here closes that first: an answer must be nobody's, and nobody is signed out by a code. */
export const AT_WORK = { kind: "conflict", code: "answering.at-work" } as const;

/** The session has ended meanwhile: with code and words what was typed goes on to where it belongs. */
export const ENDED = { kind: "conflict", code: "answering.ended" } as const;

/** Into a session that has just begun: first its words, then where the answers stand. */
export async function goOn(session: OpenSession, to?: string): Promise<Response> {
  const headers = { "Set-Cookie": sessionCookie(session.token) };
  return redirect(to ?? (await nextOf(session)), { headers });
}

/** Fields that a page of a respondent has beside its own. */
interface EndedForm {
  readonly code?: string | undefined;
  readonly words?: string | undefined;
}

interface Reopened {
  readonly session: OpenSession;
  /** null where its survey has ended meanwhile */
  readonly survey: OpenSurvey | null;
}

/** A form whose session had ended: with code and words in it the survey opens again, and the form goes on. */
export async function reopened({ code, words }: EndedForm): Promise<Result<Reopened>> {
  if (!code || !words) return refuse(ENDED);
  const returned = await returnToSurvey(code, words);
  return returned.ok ? ok({ session: returned.value, survey: await openSurvey(returned.value) }) : returned;
}

async function nextOf(session: OpenSession): Promise<string> {
  if (wordsToShow(session)) return paths.answerWords();
  const survey = await openSurvey(session);
  return survey ? whereItStands(survey) : paths.answerReturn();
}

/** The first page that was not touched; everything together where there is none, or nothing can be changed. */
export function whereItStands(survey: OpenSurvey): string {
  const open = survey.takesAnswers ? firstOpenPage(survey, routed(survey.instrument, survey.answers)) : null;
  return open && !survey.isSent ? paths.answerPage(open) : paths.answerCheck();
}
