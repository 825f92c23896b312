import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { bindCase, listConfirmedParties } from "#app/features/cases/casework/bind-commands.server.ts";
import { bindForm } from "#app/features/cases/casework/bind-form.ts";
import { BindForm } from "#app/features/cases/casework/ui/bind-form.tsx";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { caseStanding, readWorkCase } from "#app/features/cases/casework/work-case-page.server.ts";
import { countryOptions } from "#app/features/registers/country-names.server.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "casework.case.title", leave: false });

export const loader = guardedLoader({ may: "case.bind", params: caseParams }, async ({ actor, params, request }) => {
  const work = await readWorkCase(actor, params.caseId);
  // What came from an account or a file is bound from the first day.
  if (work.isBound) throw notFound();
  return {
    standing: caseStanding(actor, work, localeOf(request)),
    organisations: (await listConfirmedParties(actor)).map(({ id, name }) => ({ value: id, label: name })),
    countries: countryOptions(localeOf(request)).map(({ code, name }) => ({ value: code, label: name })),
  };
});

export const action = guardedAction(
  { may: "case.bind", params: caseParams, form: bindForm },
  async ({ actor, params, form }) => {
    const bound = await bindCase(actor, params.caseId, form);
    return bound.ok ? redirect(paths.case(params.caseId)) : refused(bound.refusal);
  },
);

export default function CaseBind() {
  const t = useText();
  const { standing, ...parties } = useLoaderData<typeof loader>();
  return (
    <CaseFormPage standing={standing} title={t("receipt.bind.heading")}>
      <BindForm caseId={standing.row.caseId} version={standing.version} {...parties} />
    </CaseFormPage>
  );
}
