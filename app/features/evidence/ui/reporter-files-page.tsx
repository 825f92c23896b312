import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { ErrorSummary } from "#app/design-system/forms/error-summary.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import type { FilesPageData } from "#app/features/evidence/file-page.ts";
import { type FileOutcome, isTaken } from "#app/features/evidence/taken-files.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { FileTable } from "./file-table.tsx";
import { FileTrail } from "./file-trail.tsx";
import { OutcomeList } from "./outcome-list.tsx";
import { UploadForm } from "./upload-form.tsx";

interface ReporterFilesPageProps {
  readonly data: FilesPageData;
  /** what became of the files that were just sent; null on a first visit */
  readonly outcomes: readonly FileOutcome[] | null;
}

/** What backs a report, what became of what was just sent, and below it where to add more. */
export function ReporterFilesPage({ data, outcomes }: ReporterFilesPageProps) {
  const t = useText();
  const { result } = usePageForm();
  const { caseId, reference, files, trail, closed } = data;
  const notAll = outcomes?.some((outcome) => !isTaken(outcome));
  return (
    <Page back={paths.report(caseId)} caption={<bdi>{reference}</bdi>}>
      {result && <ErrorSummary refusal={result.refusal} />}
      {notAll && <ErrorSummary refusal={{ kind: "invalid", code: "file.some-not-taken" }} />}
      <Heading>{t("evidence.heading")}</Heading>
      <Lead>{t("evidence.intro.reporter")}</Lead>
      {result && <p>{t("evidence.outcome.none-taken")}</p>}
      {outcomes && <OutcomeList outcomes={outcomes} files={files} />}
      <div data-files>
        <FileTable caseId={caseId} files={files} side="reporter" />
      </div>
      {closed ? <Notice>{t.dynamic(`refusal.${closed}`)}</Notice> : <UploadForm />}
      <FileTrail steps={trail} side="reporter" files={files} />
    </Page>
  );
}
