import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import type { FilePageData, FileSide } from "#app/features/evidence/file-page.ts";
import { FILE_PLACES } from "#app/features/evidence/file-places.ts";
import { useText } from "#app/i18n/text-context.tsx";

interface OriginalPageProps {
  readonly data: FilePageData;
  readonly side: FileSide;
}

/** What somebody must know before an original leaves: what it may do, what it may tell, and that it is noted. */
export function OriginalPage({ data: { caseId, file }, side }: OriginalPageProps) {
  const t = useText();
  return (
    <DecisionPage
      back={FILE_PLACES[side].file(caseId, file.fileId)}
      title={t("evidence.take.heading")}
      lead={t("evidence.take.lead")}
      button={t("evidence.take.button")}
    >
      <p>
        <bdi>{file.name}</bdi>
      </p>
      <ul>
        <li>{t(`evidence.take.recorded-${side}`)}</li>
        <li>{t("evidence.take.contain")}</li>
        {!("none" in file.copy) && <li>{t("evidence.take.enough")}</li>}
      </ul>
    </DecisionPage>
  );
}
