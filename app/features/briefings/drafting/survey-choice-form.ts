import { z } from "zod";
import { MOST_QUESTIONS, STANDARD_QUESTIONS, type SurveyWish } from "#app/features/surveys/publishing/survey-wish.ts";
import type { WaveId } from "#app/kernel/id.ts";
import { recordVersion } from "#app/kernel/record-version.ts";
import { ticked } from "#app/kernel/ticked.ts";

const question = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

/** A wave, or none; and which of its questions, the usual ones where none is ticked. */
export const surveyChoiceForm = z
  .object({
    recordVersion,
    wave: z.union([z.literal(""), z.uuid()]).default(""),
    questions: ticked(question).refine(({ length }) => length <= MOST_QUESTIONS, "survey-tables.choose.too-many"),
  })
  .transform(({ recordVersion, wave, questions }) => ({
    recordVersion,
    survey: wave === "" ? undefined : wishFor(wave as WaveId, questions),
  }));

const wishFor = (waveId: WaveId, questions: readonly string[]): SurveyWish => ({
  waveId,
  questions: questions.length > 0 ? questions : STANDARD_QUESTIONS,
});
