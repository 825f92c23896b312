import { expect, test } from "vitest";
import type { CaseReport } from "#app/features/cases/case-report.ts";
import { questionFields } from "#app/features/cases/questionnaire/question-fields.server.ts";
import { readAnswer } from "#app/features/cases/questionnaire/report-answers.server.ts";
import { formValuesOf } from "#app/features/cases/questionnaire/report-form-values.ts";
import { questionOf } from "#app/features/cases/questionnaire/report-questions.ts";

const report: CaseReport = {
  remedies: { remedies: ["complaint"] },
  remedyResults: {
    results: [{ remedy: "complaint", result: "partly", triedOn: { date: "2026-03", precision: "month" } }],
  },
};

test("what came of a remedy is read with the date on which it was tried", () => {
  const { parts } = readAnswer(questionOf("remedyResults"), report, "fr", () => null);
  expect(parts).toEqual([
    { kind: "message", text: "report.remedyResults.option.partly", of: { words: expect.any(String) } },
    {
      kind: "date",
      date: { date: "2026-03", precision: "month" },
      of: { words: expect.stringContaining("quand vous l’avez essayé") },
    },
  ]);
});

test("and its page shows both again", () => {
  expect(questionFields("remedyResults", report, "en").map(({ name }) => name)).toEqual([
    "result-complaint",
    "tried-complaint",
  ]);
  expect(formValuesOf("remedyResults", report, "en")).toEqual({
    "result-complaint": "partly",
    "tried-complaintDay": "",
    "tried-complaintMonth": "03",
    "tried-complaintYear": "2026",
  });
});
