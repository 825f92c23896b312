import { redirect } from "@remix-run/node";
import { refused } from "#app/access/answers.server.ts";
import { sessionCookie } from "#app/access/cookie.ts";
import { publicFormAction, publicFormLoader } from "#app/access/public-door.server.ts";
import { becomeVisitor } from "#app/access/visit.server.ts";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { joinForm } from "#app/features/accounts/invitation/invitation-forms.ts";
import { beginRedemption } from "#app/features/accounts/invitation/redemption-commands.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "join.title" });

export const loader = publicFormLoader(async () => ({}));

export const action = publicFormAction({ form: joinForm }, async ({ form, session, context }) => {
  const begun = await beginRedemption(session, form.code);
  if (!begun.ok) return refused(begun.refusal);
  await becomeVisitor(begun.value, context);
  return redirect(paths.joinKeys(), { headers: { "Set-Cookie": sessionCookie(begun.value.token) } });
});

export default function Join() {
  const t = useText();
  return (
    <Page back={paths.home()} caption={t("join.step", { step: 1, steps: 4 })}>
      <Form {...usePageForm()}>
        <Heading>{t("join.heading")}</Heading>
        <Lead>{t("join.lead")}</Lead>
        <Notice title={t("join.before.heading")}>
          <ul>
            <li>{t("join.before.paper")}</li>
            <li>{t("join.before.app")}</li>
            <li>{t("join.before.alone")}</li>
          </ul>
        </Notice>
        <TextInput name="code" label={t("join.code.label")} hint={t("join.code.hint")} size="medium" latin />
        <ButtonRow>
          <Button>{t("common.action.continue")}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
