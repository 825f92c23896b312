import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import type { FilePageData, ShownCopy } from "#app/features/evidence/file-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";
import { CopyPictures } from "./copy-pictures.tsx";

interface OwnCopyProps {
  readonly data: FilePageData;
  readonly copy: ShownCopy;
}

/** For its own reporter: pictures are shown at once, whatever else there is can be taken away. */
export function OwnCopy({ data: { caseId, file, picture }, copy }: OwnCopyProps) {
  const t = useText();
  const { bytes } = useFormats();
  const { fileId, name } = file;
  return (
    <>
      {picture === null ? (
        <p>{t("evidence.copy.not-shown")}</p>
      ) : (
        <CopyPictures
          {...{ name, picture, total: copy.pictures }}
          src={paths.reportFilePicture(caseId, fileId, String(picture))}
          hrefOf={(page) => `${paths.reportFile(caseId, fileId)}?page=${page}`}
        />
      )}
      <ButtonRow>
        <ButtonLink href={paths.reportFileCopy(caseId, fileId)} look="secondary">
          {t("evidence.copy.download", { kind: copy.kind.toUpperCase(), size: bytes(copy.sizeBytes) })}
        </ButtonLink>
      </ButtonRow>
    </>
  );
}
