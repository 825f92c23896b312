import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader } from "#app/access/guard.server.ts";
import { findView, keepView } from "#app/access/views.server.ts";
import { searchForm } from "#app/features/registers/institutions/institution-forms.ts";
import { listHref, listViewIn } from "#app/features/registers/institutions/institution-list-view.ts";
import { readInstitutionList } from "#app/features/registers/institutions/institution-pages.server.ts";
import { InstitutionListPage } from "#app/features/registers/institutions/ui/institution-list-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";

export const handle = page({ form: false, title: "institutions.list.title", leave: false });

export const loader = guardedLoader({ may: "register.read" }, async ({ actor, session, url, request }) => {
  const view = listViewIn(url.searchParams);
  const words = findView<{ words: string }>(session, view.view)?.words ?? "";
  return { view, list: await readInstitutionList(actor, { words, page: view.page }, localeOf(request)) };
});

/** What is looked for goes into the session, and the address names it. */
export const action = guardedAction({ may: "register.read", form: searchForm }, async ({ session, form: { words } }) =>
  redirect(listHref({ page: 1, view: words ? await keepView(session, { words }) : null })),
);

export default function Institutions() {
  const { view, list } = useLoaderData<typeof loader>();
  return <InstitutionListPage data={list} hrefOf={(page) => listHref({ ...view, page })} />;
}
