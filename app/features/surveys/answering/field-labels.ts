import type { DrawnPage } from "./drawn-page.ts";
import { countryField, declineField, rankField } from "./field-names.ts";

/** What each field of a page asks, for the summary of problems: on a page of several questions a problem must say whose it is. */
export function fieldLabels({ questions }: DrawnPage): Readonly<Record<string, string>> {
  return Object.fromEntries(
    questions.flatMap(({ name, label, rows, places }) => {
      const numbered = Array.from({ length: places }, (_, at) => at + 1);
      return [
        [name, label],
        [declineField(name), label],
        ...numbered.flatMap((place) => [
          [rankField(name, place), label],
          [countryField(name, place), label],
        ]),
        ...rows.map((row) => [row.field, row.label]),
      ];
    }),
  );
}
