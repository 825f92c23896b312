import type { Actor } from "#app/access/actor.ts";
import { tablesSeal } from "#app/features/briefings/briefing-seals.server.ts";
import { sessionName } from "#app/features/briefings/session-name.ts";
import { listPrintableWaves, type PrintableWave } from "#app/features/surveys/publishing/survey-release.server.ts";
import { STANDARD_QUESTIONS, type SurveyWish } from "#app/features/surveys/publishing/survey-wish.ts";
import { formatsFor } from "#app/i18n/formats.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import type { WaveId } from "#app/kernel/id.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";

interface Option {
  readonly value: string;
  readonly label: string;
}

/** What the page of the choice offers, and what stands chosen. */
export interface SurveyChoice {
  readonly waves: readonly Option[];
  /** of all these waves together: most pin the same questionnaire */
  readonly questions: readonly Option[];
  readonly defaults: { readonly wave: string; readonly questions: readonly string[] };
}

export async function surveyChoice(
  actor: Actor,
  chosen: SurveyWish | undefined,
  locale: Locale,
): Promise<SurveyChoice> {
  const waves = await listPrintableWaves(actor, locale);
  const questions = new Map(waves.flatMap((wave) => wave.questions.map(({ id, title }) => [id, title] as const)));
  return {
    waves: waves.map((wave) => ({ value: wave.id, label: waveLine(wave, locale) })),
    questions: [...questions].map(([value, label]) => ({ value, label })),
    defaults: { wave: chosen?.waveId ?? "", questions: chosen?.questions ?? STANDARD_QUESTIONS },
  };
}

function waveLine({ facts }: PrintableWave, locale: Locale): string {
  const [t, { date }] = [textFor(locale), formatsFor(locale)];
  const { session, referenceFrom, referenceTo } = facts;
  const times = { from: date(referenceFrom), to: date(referenceTo) };
  return t("survey-tables.choose.line", { session: sessionName(session, t), ...times });
}

/** Whether somebody may choose this: of the waves that are offered, and questions of its questionnaire. */
export async function isOffered(actor: Actor, survey: SurveyWish | undefined, locale: Locale): Promise<boolean> {
  if (!survey) return true;
  return (await listPrintableWaves(actor, locale)).some(({ id }) => id === survey.waveId);
}

/** Whether a list of tables of any briefing, released or not, holds this wave: asked within whatever depends on it. */
export const isSurveyChosen =
  (actor: Actor, waveId: WaveId) =>
  async (tx: Transaction): Promise<boolean> => {
    for (const row of await tx.tableSet.findMany({ select: { id: true, sealed: true, keyVersion: true } }))
      if ((await tablesSeal.open(actor, tx, row)).survey?.waveId === waveId) return true;
    return false;
  };
