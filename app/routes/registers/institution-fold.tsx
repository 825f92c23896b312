import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { foldInstitution } from "#app/features/registers/institutions/institution-commands.server.ts";
import { foldInstitutionForm, institutionParams } from "#app/features/registers/institutions/institution-forms.ts";
import { readFolding } from "#app/features/registers/institutions/institution-pages.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "institutions.entry.title", leave: false });

export const loader = guardedLoader({ may: "register.write", params: institutionParams }, ({ actor, params }) =>
  readFolding(actor, params.institutionId),
);

export const action = guardedAction(
  { may: "register.write", params: institutionParams, form: foldInstitutionForm },
  async ({ actor, params: { institutionId }, form }) => {
    const folded = await foldInstitution(actor, institutionId, form);
    return folded.ok ? redirect(paths.institution(form.into)) : refused(folded.refusal);
  },
);

export default function InstitutionFold() {
  const t = useText();
  const { id, version, name, others } = useLoaderData<typeof loader>();
  return (
    <Page back={paths.institution(id)} caption={<bdi>{name}</bdi>}>
      <Form {...usePageForm()} recordVersion={version}>
        <Heading>{t("institutions.fold.heading")}</Heading>
        <Lead>{t("institutions.fold.lead")}</Lead>
        <Select name="into" label={t("institutions.fold.label")} hint={t("institutions.fold.hint")} options={others} />
        <ButtonRow>
          <Button look="danger">{t("institutions.fold.button")}</Button>
          <ButtonLink href={paths.institution(id)} look="secondary">
            {t("common.action.keep")}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  );
}
