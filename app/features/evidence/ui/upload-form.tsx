import { Heading } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { FileInput } from "#app/design-system/forms/file-input.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { FILE_KINDS } from "#app/platform/sanitiser/file-kinds.ts";

const ACCEPTED = [...FILE_KINDS, "jpeg"].map((kind) => `.${kind}`).join(",");

/** A plain form with files. The chooser stands last: the gate decides on what comes before it. */
export function UploadForm() {
  const t = useText();
  const { formToken } = usePageForm();
  return (
    <>
      <Heading level={2}>{t("evidence.add.heading")}</Heading>
      <Notice kind="sealed">
        <p>{t("evidence.add.readers")}</p>
      </Notice>
      <p>{t("evidence.add.warning")}</p>
      <Form formToken={formToken} encType="multipart/form-data">
        <FileInput
          name="files"
          label={t("evidence.add.label")}
          hint={t("evidence.add.hint")}
          accept={ACCEPTED}
          multiple
        />
        <ButtonRow>
          <Button>{t("evidence.add.button")}</Button>
        </ButtonRow>
      </Form>
    </>
  );
}
