import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { changeInstitution } from "#app/features/registers/institutions/institution-commands.server.ts";
import { institutionForm, institutionParams } from "#app/features/registers/institutions/institution-forms.ts";
import { readInstitutionForm } from "#app/features/registers/institutions/institution-pages.server.ts";
import { InstitutionForm } from "#app/features/registers/institutions/ui/institution-form.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "institutions.entry.title", leave: false });

export const loader = guardedLoader(
  { may: "register.write", params: institutionParams },
  ({ actor, params, request }) => readInstitutionForm(actor, params.institutionId, localeOf(request)),
);

export const action = guardedAction(
  { may: "register.write", params: institutionParams, form: institutionForm },
  async ({ actor, params: { institutionId }, form: { version, facts } }) => {
    const changed = await changeInstitution(actor, institutionId, { version, values: facts });
    return changed.ok ? redirect(paths.institution(institutionId)) : refused(changed.refusal);
  },
);

export default function InstitutionEdit() {
  const t = useText();
  const { id, name, version, choices, kept } = useLoaderData<typeof loader>();
  return (
    <Page back={paths.institution(id)} caption={<bdi>{name}</bdi>}>
      <Heading>{t("institutions.edit.heading")}</Heading>
      <InstitutionForm choices={choices} kept={kept} version={version} button={t("common.action.save")} />
    </Page>
  );
}
