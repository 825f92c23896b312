import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import type { FilePageData, ShownCopy } from "#app/features/evidence/file-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";
import { CopyPictures } from "./copy-pictures.tsx";

interface TeamCopyProps {
  readonly data: FilePageData;
  readonly copy: ShownCopy;
  /** that this session has opened it, as addresses carry it; null where it has not */
  readonly mark: string | null;
}

/** For the team: whoever opens a copy stands in its trail, so pictures come after a press. */
export function TeamCopy({ data: { caseId, file, picture }, copy, mark }: TeamCopyProps) {
  const t = useText();
  const { bytes } = useFormats();
  const { fileId, name } = file;
  const isShown = picture !== null && mark !== null;
  const toOpen = picture !== null && mark === null;
  return (
    <>
      {picture === null && <p>{t("evidence.copy.not-shown")}</p>}
      {isShown && (
        <CopyPictures
          {...{ name, picture, total: copy.pictures }}
          src={paths.caseFilePicture(caseId, fileId, String(picture), mark)}
          hrefOf={(page) => paths.caseFileOpened(caseId, fileId, mark, page)}
        />
      )}
      <Form {...usePageForm()}>
        <p className="note">{t("evidence.copy.noted")}</p>
        <ButtonRow>
          {toOpen && (
            <Button name="use" value="look">
              {t("evidence.copy.look")}
            </Button>
          )}
          <Button name="use" value="download" look="secondary">
            {t("evidence.copy.download", { kind: copy.kind.toUpperCase(), size: bytes(copy.sizeBytes) })}
          </Button>
        </ButtonRow>
      </Form>
    </>
  );
}
