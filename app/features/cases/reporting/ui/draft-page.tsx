import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { TaskList, type TaskState } from "#app/design-system/content/task-list.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import type { SectionState } from "#app/features/cases/questionnaire/report-progress.ts";
import type { DraftPageData } from "#app/features/cases/reporting/draft-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { ReadersNote } from "./readers-note.tsx";
import { useListBack, useReporterText } from "./use-reporter-text.ts";

const STATES: Record<SectionState, TaskState> = {
  not_started: "not-started",
  in_progress: "in-progress",
  ready: "in-progress",
  complete: "done",
};

/** The parts of a report under way, each with its state, in any order. */
export function DraftPage({ draftId, sections, isReady, hasAnswers, readers, goOn }: DraftPageData) {
  const t = useText();
  const said = useReporterText();
  const tasks = sections.map(({ section, answered, asked, state, href }) => ({
    title: t(`report.section.${section}`),
    hint: t("reports.draft.section", { answered, asked }),
    state: STATES[state],
    stateLabel: t(`report.sectionState.${state}`),
    href,
  }));
  return (
    <Page {...useListBack()}>
      <Heading>{t("reports.draft.heading")}</Heading>
      <Lead>{said(isReady ? "reports.draft.lead-ready" : "reports.draft.lead")}</Lead>
      <ButtonRow>
        {goOn && (
          <ButtonLink href={goOn} look={isReady ? "secondary" : "primary"}>
            {t(hasAnswers ? "reports.draft.go-on" : "reports.draft.first")}
          </ButtonLink>
        )}
        {isReady && <ButtonLink href={paths.draftCheck(draftId)}>{t("reports.draft.check")}</ButtonLink>}
      </ButtonRow>
      <TaskList tasks={tasks} />
      <ReadersNote readers={readers} saved={hasAnswers} />
      <p>
        <a href={paths.draftDiscard(draftId)}>{t("reports.discard.link")}</a>
      </p>
    </Page>
  );
}
