import type { ReactNode } from "react";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Timeline } from "#app/design-system/content/timeline.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import type { WorkCasePageData } from "#app/features/cases/casework/work-case-page.ts";
import { AnswerSections } from "#app/features/cases/questionnaire/ui/answer-sections.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { CaseJudgementCards } from "./case-judgement-cards.tsx";
import { CaseStandingFacts } from "./case-standing.tsx";
import { NextSteps } from "./next-steps.tsx";
import { NoteForm } from "./note-form.tsx";
import { WorkTimeline } from "./work-timeline.tsx";

interface WorkCasePageProps {
  readonly data: WorkCasePageData;
  readonly formToken: string;
  /** the list the reader came from */
  readonly back: { readonly href: string; readonly label: string };
  /** the way to the messages, which stand on a floor above */
  readonly conversation: ReactNode;
  /** the way to the files, which stand there too */
  readonly files: ReactNode;
  /** what rooms above this one know of the case, such as its tasks; stands before the report */
  readonly more?: ReactNode;
  /** keys and their help */
  readonly end?: ReactNode;
}

/** Everything on one case: where it stands, what can be done next, what was done, and all that was said. */
export function WorkCasePage({ data, formToken, back, conversation, files, more, end }: WorkCasePageProps) {
  const t = useText();
  const { row, additions, sections } = data;
  const [incident, ...others] = row.incidents;
  return (
    <Page width="page" back={back} caption={<bdi>{row.reference}</bdi>} aside={<CaseJudgementCards data={data} />}>
      <Heading beside={others.join(t("casework.separator"))}>{incident ?? row.reference}</Heading>
      <Origin data={data} />
      <CaseStandingFacts standing={data} />
      {conversation}
      {files}
      <NextSteps data={data} />
      <p>
        <a href={`#${HISTORY}`}>{t("casework.case.to-history", { count: data.steps.length })}</a>
      </p>
      {more}
      <AnswerSections sections={sections} />
      {additions.length > 0 && <Additions data={data} />}
      <Heading level={2} id={HISTORY}>
        {t("casework.case.history")}
      </Heading>
      <NoteForm caseId={row.caseId} formToken={formToken} />
      <WorkTimeline steps={data.steps} />
      {end}
    </Page>
  );
}

/** Where the notes and steps begin: a long report stands before them. */
const HISTORY = "history";

/** Who it happened to and by which way we know. */
function Origin({
  data: { row, organisationName, sourceKind, sourceRef, receivedAt },
}: {
  readonly data: WorkCasePageData;
}) {
  const t = useText();
  const { dateTime } = useFormats();
  return (
    <p className="quiet">
      {organisationName && (
        <>
          <b>
            <bdi>{organisationName}</bdi>
          </b>
          {" · "}
        </>
      )}
      {t(`cases.source.${sourceKind}`)}
      {!row.isBound && (
        <>
          {" · "}
          {t("receipt.bind.tag")}
        </>
      )}
      {sourceRef && (
        <>
          {" "}
          (<bdi>{sourceRef}</bdi>)
        </>
      )}
      {" · "}
      {t("casework.case.received", { when: dateTime(new Date(receivedAt)) })}
    </p>
  );
}

function Additions({ data: { additions } }: { readonly data: WorkCasePageData }) {
  const t = useText();
  const { dateTime } = useFormats();
  return (
    <>
      <Heading level={2}>{t("casework.case.additions")}</Heading>
      <Timeline
        entries={additions.map(({ text, at }) => ({
          key: at,
          when: dateTime(new Date(at)),
          title: t("casework.step.added-to", { by: t("casework.by.reporter") }),
          body: <div dir="auto">{text}</div>,
          own: true,
        }))}
      />
    </>
  );
}
