import { redirect } from "@remix-run/node";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { grantWaitingKeys } from "#app/features/accounts/people/key-grants.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "people.title", leave: false });

export const loader = guardedLoader({ may: "people.approve" }, async () => ({}));

export const action = guardedAction({ may: "people.approve", form: emptyForm }, async ({ actor }) => {
  const granted = await grantWaitingKeys(actor);
  return granted.ok ? redirect(paths.people()) : refused(granted.refusal);
});

export default function PeopleKeys() {
  const t = useText();
  return (
    <DecisionPage
      back={paths.people()}
      title={t("people.keys.heading")}
      lead={t("people.keys.lead")}
      button={t("people.keys.button")}
    />
  );
}
