import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { useText } from "#app/i18n/text-context.tsx";

/** Code and words, with which somebody comes back. */
export function ReturnFields() {
  const t = useText();
  return (
    <>
      <TextInput name="code" label={t("answering.code.label")} hint={t("answering.code.hint")} size="medium" latin />
      <TextInput name="words" label={t("answering.words.label")} hint={t("answering.words.hint")} latin />
    </>
  );
}
