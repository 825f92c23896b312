import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form, type FormResult } from "#app/design-system/forms/form.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface NoteFormProps {
  readonly caseId: string;
  readonly formToken: string;
  readonly result?: FormResult | undefined;
}

/** Also stands on the case's page; what is wrong with a note is told on the note's own page. */
export function NoteForm({ caseId, formToken, result }: NoteFormProps) {
  const t = useText();
  return (
    <Form action={paths.caseNote(caseId)} formToken={formToken} result={result}>
      <TextArea name="text" label={t("casework.note.label")} hint={t("casework.note.hint")} rows={3} />
      <ButtonRow>
        <Button look="secondary">{t("casework.note.button")}</Button>
      </ButtonRow>
    </Form>
  );
}
