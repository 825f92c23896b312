import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { may } from "#app/access/policy.ts";
import { readInstitutionCases } from "#app/features/cases/institutions/institution-cases.server.ts";
import { InstitutionCases } from "#app/features/cases/institutions/ui/institution-cases.tsx";
import { PatternNotice } from "#app/features/cases/institutions/ui/pattern-notice.tsx";
import { institutionParams } from "#app/features/registers/institutions/institution-forms.ts";
import { pageIn } from "#app/features/registers/institutions/institution-list-view.ts";
import { readInstitution } from "#app/features/registers/institutions/institution-pages.server.ts";
import { InstitutionPage } from "#app/features/registers/institutions/ui/institution-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "institutions.entry.title", leave: false });

/** Editors and guardians read the register; only a team's coordinators see which of their cases an institution has. */
export const loader = guardedLoader(
  { may: "register.read", params: institutionParams },
  async ({ actor, params, request, url, context: { afterResponse } }) => {
    const locale = localeOf(request);
    const { institution, codes } = await readInstitution(actor, params.institutionId, locale);
    const asked = { codes, page: pageIn(url.searchParams), locale, afterResponse };
    return { institution, cases: may(actor, "queue.read") ? await readInstitutionCases(actor, asked) : null };
  },
);

export default function InstitutionEntry() {
  const { institution, cases } = useLoaderData<typeof loader>();
  return (
    <InstitutionPage
      data={institution}
      cases={
        cases && (
          <>
            {institution.mayWrite && (
              <PatternNotice
                institutionId={institution.id}
                organisations={cases.organisations}
                isAsked={institution.reply !== null}
              />
            )}
            <InstitutionCases cases={cases} />
          </>
        )
      }
    />
  );
}
