import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { STAFF_ROLES } from "#app/access/roles.ts";
import { putOnShelf } from "#app/access/shelf.server.ts";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { RadioCards } from "#app/design-system/forms/radio-cards.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { proposeForm } from "#app/features/accounts/invitation/invitation-forms.ts";
import { proposeColleague } from "#app/features/accounts/invitation/staff-invitation-commands.server.ts";
import { listTeams } from "#app/features/accounts/people/people-queries.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "people.title", leave: false });

export const loader = guardedLoader({ may: "people.propose" }, async ({ actor }) => ({
  roles: STAFF_ROLES,
  teams: (await listTeams(actor)).map(({ id, label, walled }) => ({ id, label, walled })),
}));

export const action = guardedAction({ may: "people.propose", form: proposeForm }, async ({ actor, session, form }) => {
  const proposed = await proposeColleague(actor, form);
  if (!proposed.ok) return refused(proposed.refusal);
  await putOnShelf(session, "code", { ...proposed.value });
  return redirect(paths.accountCode());
});

export default function PeoplePropose() {
  const t = useText();
  const { roles, teams } = useLoaderData<typeof loader>();
  return (
    <Page back={paths.people()}>
      <Form {...usePageForm()}>
        <Heading>{t("people.propose.heading")}</Heading>
        <Lead>{t("people.propose.lead")}</Lead>
        <RadioCards
          name="role"
          label={t("people.propose.role")}
          options={roles.map((role) => ({
            value: role,
            label: t.dynamic(`common.role.${role}`),
            hint: t.dynamic(`people.role-hint.${role}`),
          }))}
        />
        <Select
          name="teamId"
          label={t("people.propose.team")}
          hint={t("people.propose.team-hint")}
          options={teams.map(({ id, label, walled }) => ({
            value: id,
            label: walled ? t("people.propose.walled", { team: label }) : label,
          }))}
          size="medium"
          optional
        />
        <ButtonRow>
          <Button>{t("people.propose.button")}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
