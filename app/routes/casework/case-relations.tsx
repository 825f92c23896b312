import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { readRelationsPage } from "#app/features/cases/relations/relations-page.server.ts";
import { RelationsPage } from "#app/features/cases/relations/ui/relations-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "relations.title", leave: false });

export const loader = guardedLoader({ may: "case.read", params: caseParams }, ({ actor, params, request }) =>
  readRelationsPage(actor, params.caseId, localeOf(request)),
);

export default function CaseRelations() {
  return <RelationsPage data={useLoaderData<typeof loader>()} />;
}
