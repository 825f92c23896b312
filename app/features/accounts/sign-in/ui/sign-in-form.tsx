import type { ReactNode } from "react";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form, type FormResult } from "#app/design-system/forms/form.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { KeptFields, type KeptForm } from "./kept-form.tsx";

interface SignInFormProps {
  readonly formToken: string;
  readonly result?: FormResult | undefined;
  readonly kept: KeptForm | null;
  /** known where somebody proves anew who they are */
  readonly handle?: string | undefined;
  /** heading and lead: inside the form, so that what went wrong is said before them */
  readonly children: ReactNode;
}

/** Handle and passphrase. */
export function SignInForm({ formToken, result, kept, handle = "", children }: SignInFormProps) {
  const t = useText();
  return (
    <Form formToken={formToken} result={result} action={paths.signIn()} defaults={{ handle }}>
      <KeptFields form={kept} />
      {children}
      <TextInput name="handle" label={t("sign-in.handle.label")} hint={t("sign-in.handle.hint")} size="medium" latin />
      <TextInput
        name="passphrase"
        type="password"
        label={t("sign-in.passphrase.label")}
        hint={t("sign-in.passphrase.hint")}
        latin
      />
      <ButtonRow>
        <Button>{t("common.action.continue")}</Button>
      </ButtonRow>
    </Form>
  );
}
