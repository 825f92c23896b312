import { useActionData } from "@remix-run/react";
import { Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { ErrorSummary } from "#app/design-system/forms/error-summary.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import type { FileSide, FilesPageData } from "#app/features/evidence/file-page.ts";
import { type FileOutcome, isTaken, SOME_NOT_TAKEN } from "#app/features/evidence/taken-files.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { FileTable } from "./file-table.tsx";
import { FileTrail } from "./file-trail.tsx";
import { OutcomeList } from "./outcome-list.tsx";
import { UploadForm, type UploadFormProps } from "./upload-form.tsx";

interface CaseFilesProps extends UploadFormProps {
  readonly data: FilesPageData;
  readonly side: FileSide;
}

/** What backs a case, what became of what was just sent, below it where to add more, and who has had the files. */
export function CaseFiles({ data: { caseId, files, trail, closed }, side, ...adding }: CaseFilesProps) {
  const t = useText();
  const { result } = usePageForm();
  const { outcomes } = (useActionData() ?? {}) as { readonly outcomes?: readonly FileOutcome[] };
  const notAll = outcomes?.some((outcome) => !isTaken(outcome));
  return (
    <>
      {result && <ErrorSummary refusal={result.refusal} />}
      {notAll && <ErrorSummary refusal={SOME_NOT_TAKEN} />}
      <Lead>{t(`evidence.intro.${side}`)}</Lead>
      {result && <p>{t("evidence.outcome.none-taken")}</p>}
      {outcomes && <OutcomeList outcomes={outcomes} files={files} />}
      <div data-files>
        <FileTable caseId={caseId} files={files} side={side} />
      </div>
      {closed ? <Notice>{t.dynamic(`refusal.${closed}`)}</Notice> : <UploadForm {...adding} />}
      <div data-trail>
        <FileTrail steps={trail} side={side} files={files} />
      </div>
    </>
  );
}
