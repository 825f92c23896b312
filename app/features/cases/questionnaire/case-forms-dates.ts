import { z } from "zod";
import { type DateWithPrecision, earliestDay, UNKNOWN_DATE } from "#app/kernel/date-with-precision.ts";
import {
  datePartsOf,
  dayOf,
  type FormFields,
  isBlank,
  isWithoutPrecision,
  pastDateOf,
  precisionOf,
} from "./date-fields.ts";

/** Forms that hold dates. Day and month may be left empty where the past is asked about; a deadline needs its day. */

const fields = z.record(z.string(), z.unknown());

interface PastDateMessages {
  readonly required: string;
  readonly invalid: string;
  /** of a date that must be asked for: the page says to leave empty what is not known, and so it is taken */
  readonly blankIsUnknown?: true;
}

/** Whoever says that they know the day, the month or the year has forgotten to write it. */
function readPastDate(form: FormFields, name: string, messages: PastDateMessages): DateWithPrecision | string {
  const parts = datePartsOf(form, name);
  const precision = precisionOf(form, name);
  if (isBlank(parts) && messages.blankIsUnknown && isWithoutPrecision(form, name)) return UNKNOWN_DATE;
  if (isBlank(parts) && precision !== "unknown" && precision !== "before_report") return messages.required;
  return pastDateOf(parts, precision) ?? messages.invalid;
}

/** Tomorrow in UTC is still today somewhere, so one day of grace. */
export function isInFuture(date: DateWithPrecision, now = Date.now()): boolean {
  const first = earliestDay(date);
  return first !== null && Date.parse(first) > now + 86_400_000;
}

function pastDateForm<const Name extends string>(name: Name, messages: PastDateMessages) {
  return fields.transform((form, context): Record<Name, DateWithPrecision> => {
    const read = readPastDate(form, name, messages);
    const problem = typeof read === "string" ? read : isInFuture(read) ? "report.date.in-future" : null;
    if (typeof read !== "string" && problem === null) return { [name]: read } as Record<Name, DateWithPrecision>;
    context.addIssue({ code: "custom", message: problem ?? messages.invalid, path: [name] });
    return z.NEVER;
  });
}

export const startedForm = pastDateForm("startedOn", {
  required: "report.started.required",
  invalid: "report.date.invalid",
  blankIsUnknown: true,
});
export const endedForm = pastDateForm("endedOn", { required: "report.ended.required", invalid: "report.date.invalid" });

export const DEADLINES = ["closureOn", "payrollOn", "hearingOn", "windDownOn"] as const;
export type Deadline = (typeof DEADLINES)[number];

export const deadlinesForm = fields.transform((form, context): Record<Deadline, string | null> => {
  const days = DEADLINES.map((name) => [name, dayOf(datePartsOf(form, name))] as const);
  for (const [name, day] of days) {
    if (day === null) context.addIssue({ code: "custom", message: "report.date.day-needed", path: [name] });
  }
  return Object.fromEntries(days.map(([name, day]) => [name, day ?? null])) as Record<Deadline, string | null>;
});
