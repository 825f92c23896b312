import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader } from "#app/access/guard.server.ts";
import { findView, keepView } from "#app/access/views.server.ts";
import { useWorkBack } from "#app/features/cases/casework/ui/use-work-back.ts";
import { searchForm, searchIn } from "#app/features/cases/search/search-forms.ts";
import { readSearch } from "#app/features/cases/search/search-page.server.ts";
import { SearchPage } from "#app/features/cases/search/ui/search-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "search.title", leave: false });

/** The words lie in the session and are looked for anew each time: nothing that was found is kept anywhere. */
export const loader = guardedLoader({ may: "work.read" }, async ({ actor, session, url, request }) => {
  const search = searchIn(findView(session, url.searchParams.get("view")));
  const results = search && (await readSearch(actor, search, localeOf(request)));
  return { search, results, isLead: actor.role === "lead" };
});

export const action = guardedAction({ may: "work.read", form: searchForm }, async ({ session, form }) =>
  redirect(paths.search(await keepView(session, { ...form }))),
);

export default function SearchCases() {
  const { search, results, isLead } = useLoaderData<typeof loader>();
  return <SearchPage search={search} results={results} back={useWorkBack(isLead)} />;
}
