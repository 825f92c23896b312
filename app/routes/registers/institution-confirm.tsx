import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { confirmInstitution } from "#app/features/registers/institutions/institution-commands.server.ts";
import { confirmInstitutionForm, institutionParams } from "#app/features/registers/institutions/institution-forms.ts";
import { readReview } from "#app/features/registers/institutions/institution-pages.server.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "institutions.entry.title", leave: false });

export const loader = guardedLoader(
  { may: "register.write", params: institutionParams },
  ({ actor, params, request }) => readReview(actor, params.institutionId, localeOf(request)),
);

export const action = guardedAction(
  { may: "register.write", params: institutionParams, form: confirmInstitutionForm },
  async ({ actor, params: { institutionId }, form }) => {
    const confirmed = await confirmInstitution(actor, institutionId, form);
    return confirmed.ok ? redirect(paths.institution(institutionId)) : refused(confirmed.refusal);
  },
);

export default function InstitutionConfirm() {
  const t = useText();
  const { id, version, names, country, type } = useLoaderData<typeof loader>();
  const known = [...names, type, country].filter((part) => part !== null);
  return (
    <Page back={paths.institution(id)}>
      <Form {...usePageForm()} recordVersion={version}>
        <Heading>{t("institutions.confirm.heading")}</Heading>
        <Lead>{t("institutions.confirm.lead")}</Lead>
        <ul>
          {known.map((part) => (
            <li key={part}>
              <bdi>{part}</bdi>
            </li>
          ))}
        </ul>
        <ButtonRow>
          <Button>{t("institutions.confirm.link")}</Button>
          <ButtonLink href={paths.institutionFold(id)} look="secondary">
            {t("institutions.fold.link")}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  );
}
