import {
  firstUnanswered,
  isReadyToSend,
  type SectionProgress,
  sectionProgress,
} from "#app/features/cases/questionnaire/report-progress.ts";
import { isAnswered } from "#app/features/cases/questionnaire/report-questions.ts";
import { paths } from "#app/paths.ts";
import type { DraftPageData, DraftSection } from "./draft-page.ts";
import type { ReadDraft } from "./report-queries.server.ts";

/** The task list of a draft. */
export function draftPage({ draft: { id, report }, readers }: ReadDraft): DraftPageData {
  const next = firstUnanswered(report);
  const listed = ({ section, questions, answered, state }: SectionProgress): DraftSection => {
    const open = questions.find((question) => !isAnswered(question, report)) ?? questions[0]!;
    return { section, answered, asked: questions.length, state, href: paths.draftQuestion(id, open.slug) };
  };
  return {
    draftId: id,
    sections: sectionProgress(report).map(listed),
    isReady: isReadyToSend(report),
    hasAnswers: Object.keys(report).length > 0,
    readers,
    goOn: next && paths.draftQuestion(id, next.slug),
  };
}
