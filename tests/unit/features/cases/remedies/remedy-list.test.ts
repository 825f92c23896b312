import { expect, test } from "vitest";
import type { KeptRemedy } from "#app/features/cases/remedies/remedy.ts";
import { newRemedyForm } from "#app/features/cases/remedies/remedy-forms.ts";
import { remedyEntries } from "#app/features/cases/remedies/remedy-list.ts";
import { aRemedy } from "../../../../support/remedies.ts";

const kept = (id: string, month: string): KeptRemedy => ({
  ...aRemedy({ triedOn: { date: month, precision: "month" } }),
  id: id as KeptRemedy["id"],
  version: 1,
});

test("what the reporter tried stands among what the team tried, by date, and is marked as theirs", () => {
  const report = {
    remedies: { remedies: ["none_tried", "litigation", "ombudsman"] },
    remedyResults: {
      results: [{ remedy: "litigation", result: "waiting", triedOn: { date: "2026-02-14", precision: "day" } }],
    },
  } as const;
  const entries = remedyEntries(report as never, [kept("late", "2026-04"), kept("early", "2026-01")]);
  expect(entries.map(({ remedy, result, kept }) => [remedy, result, kept?.id ?? null])).toEqual([
    ["complaint", "waiting", "early"],
    ["litigation", "waiting", null],
    ["complaint", "waiting", "late"],
    ["ombudsman", null, null],
  ]);
});

test("a form without dates keeps dates that nobody knows; what is waited for has not ended", () => {
  const typed = { remedy: "complaint", result: "waiting" };
  expect(newRemedyForm.parse(typed)).toEqual({
    ...aRemedy({ addressee: "" }),
    triedOn: { date: null, precision: "unknown" },
  });
  const ended = { ...typed, endedDay: "3", endedMonth: "2", endedYear: "2026" };
  expect(newRemedyForm.safeParse(ended).error?.issues).toMatchObject([
    { path: ["ended"], message: "remedies.ended.still-waiting" },
  ]);
  expect(newRemedyForm.safeParse({ ...typed, remedy: "none_tried" }).error?.issues).toMatchObject([
    { message: "remedies.remedy.required" },
  ]);
  const future = { ...typed, triedYear: "2999" };
  expect(newRemedyForm.safeParse(future).error?.issues).toMatchObject([{ message: "report.date.in-future" }]);
});
