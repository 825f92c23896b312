import { Heading } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { FileChooser } from "./file-chooser.tsx";
import uploadScriptUrl from "./upload-script.js?url";

const SAID = [
  "cancel",
  "retry",
  "waiting",
  "under-way",
  "reading",
  "cancelled",
  "failed",
  "unsure",
  "ended",
  "done",
] as const;

export interface UploadFormProps {
  /** who can open what is added */
  readonly readers: string;
  /** what a file may tell, and who can discard it */
  readonly warning: string;
}

/**
 * A plain form with files. The chooser stands last: the gate decides on what comes before it. Where scripts are on, each file is sent
 * alone, with its progress; that script is all the page needs, so it loads no framework.
 */
export function UploadForm({ readers, warning }: UploadFormProps) {
  const t = useText();
  const { formToken } = usePageForm();
  // The script puts the number into its place.
  const words = Object.fromEntries(SAID.map((name) => [name, t(`evidence.sending.${name}`, { percent: "{percent}" })]));
  return (
    <>
      <Heading level={2}>{t("evidence.add.heading")}</Heading>
      <Notice kind="sealed">
        <p>{readers}</p>
      </Notice>
      <p>{warning}</p>
      <div data-upload={JSON.stringify(words)}>
        <Form formToken={formToken} encType="multipart/form-data">
          <FileChooser name="files" label={t("evidence.add.label")} />
          <ButtonRow>
            <Button>{t("evidence.add.button")}</Button>
          </ButtonRow>
        </Form>
      </div>
      <script src={uploadScriptUrl} defer />
    </>
  );
}
