import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { refused } from "#app/access/answers.server.ts";
import { publicFormAction, publicFormLoader } from "#app/access/public-door.server.ts";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { confirmWordsForm } from "#app/features/accounts/invitation/invitation-forms.ts";
import { confirmWords } from "#app/features/accounts/invitation/redemption-commands.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";
import { unconfirmedRedemption } from "./newcomer.server.ts";

export const handle = page({ title: "join.title" });

export const loader = publicFormLoader(async ({ session }) => ({
  places: unconfirmedRedemption(session).asked.map((place) => place + 1),
}));

export const action = publicFormAction({ form: confirmWordsForm }, async ({ form, session }) => {
  const confirmed = await confirmWords(session, [form.words1, form.words2, form.words3]);
  return confirmed.ok ? redirect(paths.joinSecondFactor()) : refused(confirmed.refusal);
});

export default function JoinWords() {
  const t = useText();
  const { places } = useLoaderData<typeof loader>();
  const back = { href: paths.joinKeys(), label: t("join.words.back") };
  return (
    <Page back={back} caption={t("join.step", { step: 3, steps: 4 })}>
      <Form {...usePageForm()}>
        <Heading>{t("join.words.heading")}</Heading>
        <Lead>{t("join.words.lead")}</Lead>
        {places.map((place, at) => (
          <TextInput key={place} name={`words${at + 1}`} label={t("join.words.label", { place })} size="short" latin />
        ))}
        <ButtonRow>
          <Button>{t("common.action.continue")}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
