import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form, type FormResult } from "#app/design-system/forms/form.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { KeptFields, type KeptForm } from "./kept-form.tsx";

interface CodeFormProps {
  readonly formToken: string;
  readonly result?: FormResult | undefined;
  readonly kept: KeptForm | null;
}

/** The second factor of signing in. */
export function CodeForm({ formToken, result, kept }: CodeFormProps) {
  const t = useText();
  return (
    <Form formToken={formToken} result={result} action={paths.signInCode()}>
      <KeptFields form={kept} />
      <CodeInput asHeading label={t("sign-in.code.question")} />
      <ButtonRow>
        <Button>{t("sign-in.code.button")}</Button>
        <Button look="quiet" formAction={paths.signInAuthenticator()} name="lost" value="yes">
          {t("sign-in.code.lost")}
        </Button>
      </ButtonRow>
    </Form>
  );
}

/** Six digits from an authenticator app. */
export function CodeInput({ label, asHeading = false }: { readonly label: string; readonly asHeading?: boolean }) {
  const t = useText();
  return (
    <TextInput
      name="code"
      label={label}
      hint={t("sign-in.code.hint")}
      asHeading={asHeading}
      size="short"
      inputMode="numeric"
      autoComplete="one-time-code"
      latin
    />
  );
}
