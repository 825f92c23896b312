import type { Actor } from "#app/access/actor.ts";
import type { CaseReport } from "#app/features/cases/case-report.ts";
import type { FilledIn } from "#app/features/cases/questionnaire/question-fields.ts";
import { questionForm } from "#app/features/cases/questionnaire/question-form.ts";
import type { Question } from "#app/features/cases/questionnaire/report-questions.ts";
import { questionAfter } from "#app/features/cases/questionnaire/report-steps.ts";
import type { DraftId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { saveAnswer } from "./draft-commands.server.ts";
import { findOwnDraft } from "./report-queries.server.ts";

/** Takes what was filled in at a question's page, seals it into the draft, and says where Continue leads. */
export async function answerQuestion(
  actor: Actor,
  draftId: DraftId,
  version: number,
  question: Question,
  filled: FilledIn,
): Promise<Result<{ next: Question | null }>> {
  const read = questionForm(question).safeParse(filled);
  if (!read.success)
    return invalid(Object.fromEntries(read.error.issues.map(({ path, message }) => [path.join("."), message])));
  const draft = await findOwnDraft(actor, draftId);
  if (!draft) return refuse({ kind: "not-found", code: "report.no-draft" });
  const misfit = read.data && misfitOf(question, read.data, draft.report);
  if (misfit) return invalid(misfit);
  const saved = await saveAnswer(actor, draftId, version, question.key, read.data);
  if (!saved.ok) return saved;
  return ok({ next: questionAfter(question, draft.report, saved.value.report) });
}

function invalid(fields: Readonly<Record<string, string>>) {
  return refuse({ kind: "invalid", code: "form.invalid", fields } as const);
}

/** An answer that contradicts an earlier one, such as an end before its beginning. */
function misfitOf({ key, fits }: Question, answer: object, report: CaseReport): Record<string, string> | null {
  if (fits(answer as Parameters<typeof fits>[0], report)) return null;
  const [field = "form"] = Object.keys(answer);
  return { [field]: key === "ended" ? "report.ended.before-start" : "report.choice.does-not-fit" };
}
