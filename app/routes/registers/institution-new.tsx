import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { addInstitution } from "#app/features/registers/institutions/institution-commands.server.ts";
import { newInstitutionForm } from "#app/features/registers/institutions/institution-forms.ts";
import { readNewInstitution } from "#app/features/registers/institutions/institution-pages.server.ts";
import { InstitutionForm } from "#app/features/registers/institutions/ui/institution-form.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "institutions.list.title", leave: false });

export const loader = guardedLoader({ may: "register.write" }, ({ actor, request }) =>
  readNewInstitution(actor, localeOf(request)),
);

export const action = guardedAction({ may: "register.write", form: newInstitutionForm }, async ({ actor, form }) => {
  const added = await addInstitution(actor, form);
  return added.ok ? redirect(paths.institution(added.value.id)) : refused(added.refusal);
});

export default function InstitutionNew() {
  const t = useText();
  const { choices, kept } = useLoaderData<typeof loader>();
  return (
    <Page back={paths.institutions()}>
      <Heading>{t("institutions.new.heading")}</Heading>
      <Lead>{t("institutions.new.lead")}</Lead>
      <InstitutionForm choices={choices} kept={kept} button={t("institutions.new.button")} />
    </Page>
  );
}
