import type { ReactNode } from "react";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Checkbox } from "#app/design-system/forms/checkbox.tsx";
import { Fieldset } from "#app/design-system/forms/fieldset.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import type { FormValues } from "#app/design-system/forms/form-context.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { MESSAGE_MAX } from "#app/features/messages/message.ts";
import type { MessageFile } from "#app/features/messages/message-file.ts";
import type { ConversationData } from "#app/features/messages/message-page.ts";
import { MESSAGE_TEMPLATES, TEMPLATE_BUTTON } from "#app/features/messages/message-templates.ts";
import { LOCALES, OWN_NAMES } from "#app/i18n/locales.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { SeenAt } from "./mark-read-form.tsx";
import { MessageFilesField } from "./message-files.tsx";

interface TeamMessageFormProps {
  readonly data: ConversationData;
  readonly files: readonly MessageFile[];
  /** takes files with the message; it stands last */
  readonly chooser: ReactNode;
  readonly mayAsk: boolean;
  readonly typed: FormValues | null;
}

/** A text of one's own, or a ready one to begin with. A question makes the case wait for its answer. */
export function TeamMessageForm({ data: { seenAt, language }, files, chooser, mayAsk, typed }: TeamMessageFormProps) {
  const t = useText();
  const form = usePageForm();
  return (
    <Form {...form} encType="multipart/form-data" {...(typed && { defaults: typed })}>
      <SeenAt at={seenAt} />
      <ReadyTexts language={language} />
      <TextArea name="text" label={t("messages.form.label")} maxLength={MESSAGE_MAX} />
      <MessageFilesField files={files} />
      {mayAsk && <Checkbox name="asks" label={t("messages.asks.label")} hint={t("messages.asks.hint")} />}
      <Notice kind="sealed">
        <p>{t("messages.form.readers-team")}</p>
      </Notice>
      {chooser}
      <ButtonRow>
        <Button>{t("common.action.send")}</Button>
      </ButtonRow>
    </Form>
  );
}

/** The same address, but where the text is: the page that comes back begins there. */
const TO_TEXT = "#field-text";

/** Choosing one gives the form back with its words below what is typed. */
function ReadyTexts({ language }: Pick<ConversationData, "language">) {
  const t = useText();
  const hint = language
    ? t("messages.template.known", { language: OWN_NAMES[language] })
    : t("messages.template.unknown");
  return (
    <Fieldset name={TEMPLATE_BUTTON} label={t("messages.template.heading")} hint={t("messages.template.hint")}>
      <Select
        name="language"
        label={t("messages.template.language")}
        hint={hint}
        size="medium"
        options={LOCALES.map((value) => ({ value, label: OWN_NAMES[value] }))}
        {...(language && { defaultValue: language, empty: false as const })}
      />
      <ButtonRow>
        {MESSAGE_TEMPLATES.map((template) => (
          <Button
            key={template}
            look="quiet"
            name={TEMPLATE_BUTTON}
            value={template}
            formAction={TO_TEXT}
            formEncType="application/x-www-form-urlencoded"
          >
            {t(`messages.template.${template}.label`)}
          </Button>
        ))}
      </ButtonRow>
    </Fieldset>
  );
}
