import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import type { FilePageData } from "#app/features/evidence/file-page.ts";
import { FILE_PLACES } from "#app/features/evidence/file-places.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";

interface DiscardPageProps {
  readonly data: FilePageData;
  /** ISO instant: by then no backup holds it either */
  readonly goneFrom: string;
}

/** Throwing an original away for good, with what stays and what does not. */
export function DiscardPage({ data: { caseId, file }, goneFrom }: DiscardPageProps) {
  const t = useText();
  const { date } = useFormats();
  return (
    <DecisionPage
      back={FILE_PLACES.reporter.file(caseId, file.fileId)}
      title={t("evidence.discard.heading")}
      lead={t("evidence.discard.lead")}
      button={t("evidence.discard.button")}
      look="danger"
    >
      <p>
        <bdi>{file.name}</bdi>
      </p>
      <ul>
        <li>{t("none" in file.copy ? "evidence.discard.no-copy" : "evidence.discard.copy")}</li>
        <li>{t("evidence.discard.proof")}</li>
        <li>{t("evidence.discard.backups", { date: date(goneFrom) })}</li>
      </ul>
    </DecisionPage>
  );
}
