import { z } from "zod";
import { type Answer, REMEDY_RESULTS } from "#app/features/cases/case-report.ts";
import { REMEDIES } from "#app/features/taxonomy/codes.ts";
import { isInFuture } from "./case-forms-dates.ts";
import { datePartsOf, isBlank, pastDateOf } from "./date-fields.ts";
import { resultField, triedField } from "./remedy-fields.ts";

type RemedyResult = Answer<"remedyResults">["results"][number];

/** What came of each remedy and, where it is known, when it was tried. A remedy without either is left out. */
export const remedyResultsForm = z.record(z.string(), z.unknown()).transform((fields, context) => {
  const refuse = (message: string, name: string) => context.addIssue({ code: "custom", message, path: [name] });
  const results = REMEDIES.flatMap((remedy): RemedyResult[] => {
    const [resultName, triedName] = [resultField(remedy), triedField(remedy)];
    const result = REMEDY_RESULTS.find((known) => known === fields[resultName]);
    const parts = datePartsOf(fields, triedName);
    const triedOn = isBlank(parts) ? null : pastDateOf(parts, "day");
    if (!isBlank(parts)) {
      if (!triedOn) refuse("report.date.invalid", triedName);
      else if (isInFuture(triedOn)) refuse("report.date.in-future", triedName);
      // A date alone would be dropped without a word.
      if (!result) refuse("report.remedyResults.required", resultName);
    }
    return result ? [{ remedy, result, triedOn }] : [];
  });
  return { results };
});
