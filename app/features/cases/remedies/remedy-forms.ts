import { z } from "zod";
import { REMEDY_RESULTS } from "#app/features/cases/case-report.ts";
import { isInFuture } from "#app/features/cases/questionnaire/case-forms-dates.ts";
import {
  datePartsOf,
  type FormFields,
  isBlank,
  partsOfDate,
  pastDateOf,
  precisionOf,
} from "#app/features/cases/questionnaire/date-fields.ts";
import { OUTCOMES } from "#app/features/taxonomy/codes.ts";
import { AS_WRITTEN, type DateWithPrecision, UNKNOWN_DATE } from "#app/kernel/date-with-precision.ts";
import { recordVersion } from "#app/kernel/record-version.ts";
import { ADDRESSEE_MAX, REMEDY_ENDS, REMEDY_NOTE_MAX, TEAM_REMEDIES, type TriedRemedy } from "./remedy.ts";

/** A date of the past as far as it is known; empty inputs are a date that nobody knows. Null: no date of the calendar. */
function pastDateIn(form: FormFields, name: string): DateWithPrecision | null {
  const parts = datePartsOf(form, name);
  return isBlank(parts) ? UNKNOWN_DATE : pastDateOf(parts, precisionOf(form, name));
}

/** The same, with null for what nobody knows. */
function dateOrNone(form: FormFields, name: string): DateWithPrecision | null {
  const date = pastDateIn(form, name);
  return date?.precision === "unknown" ? null : date;
}

function soundDate(form: FormFields, name: string, context: z.RefinementCtx): void {
  const date = pastDateIn(form, name);
  const problem = !date ? "report.date.invalid" : isInFuture(date) ? "report.date.in-future" : null;
  if (problem) context.addIssue({ code: "custom", message: problem, path: [name] });
}

/** A rule of dates is told with whatever else is wrong in the form, not in a second round. */
const WITH_THE_REST = { when: () => true } as const;

const note = z.string().trim().max(REMEDY_NOTE_MAX, "remedies.note.too-long").default("");

const fields = {
  remedy: z.enum(TEAM_REMEDIES, "remedies.remedy.required"),
  addressee: z.string().trim().max(ADDRESSEE_MAX, "remedies.addressee.too-long").default(""),
  result: z.enum(REMEDY_RESULTS, "remedies.result.required"),
  note,
};

type RemedyFields = Pick<TriedRemedy, "remedy" | "addressee" | "result" | "note">;

/** What is waited for has not ended. */
function soundDates(form: FormFields, context: z.RefinementCtx): void {
  soundDate(form, "tried", context);
  soundDate(form, "ended", context);
  if (form.result === "waiting" && dateOrNone(form, "ended"))
    context.addIssue({ code: "custom", message: "remedies.ended.still-waiting", path: ["ended"] });
}

function remedyIn(form: RemedyFields & FormFields): TriedRemedy {
  const { remedy, addressee, result, note } = form;
  const triedOn = pastDateIn(form, "tried") ?? UNKNOWN_DATE;
  return { remedy, addressee, result, note, triedOn, endedOn: dateOrNone(form, "ended") };
}

export const newRemedyForm = z.looseObject(fields).superRefine(soundDates, WITH_THE_REST).transform(remedyIn);

export const remedyForm = z
  .looseObject({ ...fields, recordVersion })
  .superRefine(soundDates, WITH_THE_REST)
  .transform((form) => ({ version: form.recordVersion, remedy: remedyIn(form) }));

export const endRemedyForm = z
  .looseObject({ recordVersion, end: z.enum(REMEDY_ENDS, "remedies.end.required"), note })
  .superRefine((form, context) => soundDate(form, "ended", context), WITH_THE_REST)
  .transform((form) => ({
    version: form.recordVersion,
    end: form.end,
    note: form.note,
    endedOn: dateOrNone(form, "ended"),
  }));

export const outcomeForm = z
  .looseObject({ recordVersion, outcome: z.enum(OUTCOMES, "remedies.outcome.required") })
  .superRefine((form, context) => soundDate(form, "since", context), WITH_THE_REST)
  .transform((form) => ({
    version: form.recordVersion,
    outcome: form.outcome,
    outcomeOn: dateOrNone(form, "since"),
  }));

export type EndRemedyForm = z.infer<typeof endRemedyForm>;
export type OutcomeForm = z.infer<typeof outcomeForm>;

/** What is kept of a remedy, as its form holds it. */
export function remedyValues({ remedy, addressee, result, note, triedOn, endedOn }: TriedRemedy) {
  return { remedy, addressee, result, note, ...dateValues("tried", triedOn), ...dateValues("ended", endedOn) };
}

export function dateValues(name: string, date: DateWithPrecision | null): Readonly<Record<string, string>> {
  return { ...partsOfDate(name, date?.date ?? null), [`${name}Precision`]: date?.precision ?? AS_WRITTEN };
}
