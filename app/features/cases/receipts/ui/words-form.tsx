import type { ReactNode } from "react";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import type { PageForm } from "#app/design-system/forms/use-page-form.ts";
import { KeptFields, type KeptForm } from "#app/features/accounts/sign-in/ui/kept-form.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface WordsFormProps extends PageForm {
  /** what was typed when the report had been closed, on its way to where it belongs */
  readonly kept: KeptForm | null;
  readonly children: ReactNode;
}

/** Where the seven words are entered. */
export function WordsForm({ formToken, result, kept, children }: WordsFormProps) {
  const t = useText();
  return (
    <Form formToken={formToken} result={result} action={paths.receipt()}>
      <KeptFields form={kept} />
      {children}
      <TextArea name="words" label={t("receipt.return.label")} hint={t("receipt.return.hint")} rows={3} />
      <ButtonRow>
        <Button>{t("receipt.return.button")}</Button>
      </ButtonRow>
    </Form>
  );
}
