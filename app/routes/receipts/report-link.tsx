import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { onShelf, putOnShelf } from "#app/access/shelf.server.ts";
import { hasReportLink, openReportLink } from "#app/features/cases/receipts/report-links.server.ts";
import { ReportLinkPage } from "#app/features/cases/receipts/ui/report-link-page.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "receipt.link.title", leave: false, form: false });

interface ShownLink {
  readonly code: string;
  readonly teamId: string | null;
}

export const loader = guardedLoader({ may: "link.manage" }, async ({ actor, session, visit, url }) => {
  const shown = onShelf<ShownLink>(session, "link");
  const isOpen = await hasReportLink(actor);
  const team = visit.hats.find(({ id }) => id === session.content.hatId)?.team?.label ?? "";
  const address = isOpen && shown?.teamId === actor.teamId ? `${url.origin}${paths.start(shown.code)}` : null;
  return { team, isOpen, address };
});

export const action = guardedAction({ may: "link.manage", form: emptyForm }, async ({ actor, session }) => {
  const made = await openReportLink(actor);
  if (!made.ok) return refused(made.refusal);
  await putOnShelf(session, "link", { code: made.value.code, teamId: actor.teamId });
  return redirect(paths.reportLink());
});

export default function ReportLink() {
  return <ReportLinkPage {...useLoaderData<typeof loader>()} />;
}
