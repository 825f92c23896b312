import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { CheckboxCards } from "#app/design-system/forms/checkbox-cards.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import type { FormValues } from "#app/design-system/forms/form-context.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { STORY_TEXT_MAX } from "#app/features/stories/story.ts";
import { textField } from "#app/features/stories/story-forms.ts";
import type { StoryChoices } from "#app/features/stories/story-page.ts";
import { LOCALES, OWN_NAMES } from "#app/i18n/locales.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { PrecisionNotice } from "./story-words.tsx";

interface StoryFormProps {
  readonly choices: StoryChoices;
  /** of what is kept; a new one has none */
  readonly version?: number;
  readonly values?: FormValues;
}

/** A story in one language or several, and what may stand beside it. */
export function StoryForm({ choices, version, values }: StoryFormProps) {
  const t = useText();
  return (
    <>
      <PrecisionNotice precision={choices.precision} />
      <Form {...usePageForm()} {...(version !== undefined && { recordVersion: version })} defaults={values ?? {}}>
        {LOCALES.map((locale) => (
          <TextArea
            key={locale}
            name={textField(locale)}
            label={t("stories.text.label", { language: OWN_NAMES[locale] })}
            hint={t("stories.text.hint")}
            rows={6}
            maxLength={STORY_TEXT_MAX}
            optional
          />
        ))}
        {choices.beside.length > 0 && (
          <CheckboxCards
            name="beside"
            label={t("stories.beside.label")}
            hint={t("stories.beside.hint")}
            optional
            options={choices.beside.map(({ name, label }) => ({ value: name, label }))}
          />
        )}
        <ButtonRow>
          <Button>{t("stories.new.button")}</Button>
        </ButtonRow>
      </Form>
    </>
  );
}
