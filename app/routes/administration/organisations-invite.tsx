import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { putOnShelf } from "#app/access/shelf.server.ts";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { inviteOrganisation } from "#app/features/accounts/invitation/invitation-commands.server.ts";
import { inviteOrganisationForm } from "#app/features/organisations/organisation-profile.ts";
import { countryOptions } from "#app/features/registers/country-names.server.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "organisation.invite.title", leave: false });

export const loader = guardedLoader({ may: "organisation.invite" }, async ({ visit, session, request }) => ({
  countries: countryOptions(localeOf(request)).map(({ code, name }) => ({ value: code, label: name })),
  team: visit.hats.find(({ id }) => id === session.content.hatId)?.team?.label ?? "",
}));

export const action = guardedAction(
  { may: "organisation.invite", form: inviteOrganisationForm },
  async ({ actor, session, form }) => {
    const invited = await inviteOrganisation(actor, form);
    if (!invited.ok) return refused(invited.refusal);
    await putOnShelf(session, "code", { ...invited.value });
    return redirect(paths.accountCode());
  },
);

export default function OrganisationsInvite() {
  const t = useText();
  const { countries, team } = useLoaderData<typeof loader>();
  return (
    <Page back={paths.organisations()}>
      <Form {...usePageForm()}>
        <Heading>{t("organisation.invite.heading")}</Heading>
        <Lead>{t("organisation.invite.lead")}</Lead>
        <Notice kind="sealed">{t("organisation.invite.team", { team })}</Notice>
        <TextInput
          name="name"
          label={t("organisation.invite.name")}
          hint={t("organisation.invite.name-hint")}
          maxLength={200}
        />
        <Select
          name="country"
          label={t("organisation.invite.country")}
          options={countries}
          size="medium"
          empty={t("organisation.invite.country-unknown")}
          optional
        />
        <ButtonRow>
          <Button>{t("organisation.invite.button")}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
