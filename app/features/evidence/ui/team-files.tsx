import { Lead } from "#app/design-system/content/heading.tsx";
import type { FilesPageData } from "#app/features/evidence/file-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { FileTable } from "./file-table.tsx";
import { FileTrail } from "./file-trail.tsx";

/** The files of a case for the people who work on it, and who has had them. */
export function TeamFiles({ data: { caseId, files, trail } }: { readonly data: FilesPageData }) {
  const t = useText();
  return (
    <>
      <Lead>{t("evidence.intro.team")}</Lead>
      <FileTable caseId={caseId} files={files} side="team" />
      <FileTrail steps={trail} side="team" files={files} />
    </>
  );
}
