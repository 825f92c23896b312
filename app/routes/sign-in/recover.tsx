import { refused } from "#app/access/answers.server.ts";
import { publicFormAction, publicFormLoader } from "#app/access/public-door.server.ts";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { recover } from "#app/features/accounts/sign-in/passphrase-commands.server.ts";
import { recoverForm } from "#app/features/accounts/sign-in/sign-in-forms.ts";
import { CodeInput } from "#app/features/accounts/sign-in/ui/code-form.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";
import { welcome } from "./welcome.server.ts";

export const handle = page({ title: "sign-in.recover.title" });

export const loader = publicFormLoader(async () => ({}));

export const action = publicFormAction({ form: recoverForm }, async ({ form, session, context }) => {
  const recovered = await recover(session, form);
  if (!recovered.ok) return refused(recovered.refusal);
  return welcome(recovered.value, context, { target: paths.accountNewWords() });
});

export default function Recover() {
  const t = useText();
  return (
    <Page back={paths.signIn()}>
      <Form {...usePageForm()}>
        <Heading>{t("sign-in.recover.heading")}</Heading>
        <Lead>{t("sign-in.recover.lead")}</Lead>
        <TextInput
          name="handle"
          label={t("sign-in.handle.label")}
          hint={t("sign-in.handle.hint")}
          size="medium"
          latin
        />
        <TextArea name="words" label={t("sign-in.recover.words")} hint={t("sign-in.recover.words-hint")} rows={3} />
        <CodeInput label={t("sign-in.code.question")} />
        <ButtonRow>
          <Button>{t("common.action.continue")}</Button>
        </ButtonRow>
      </Form>
      <Notice title={t("sign-in.recover.lost-heading")}>
        <p>{t("sign-in.recover.lost")}</p>
        <p>{t("sign-in.recover.locked")}</p>
      </Notice>
    </Page>
  );
}
