import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { approveNaming } from "#app/features/briefings/names/naming-commands.server.ts";
import { approveNamingForm, namingParams } from "#app/features/briefings/names/naming-forms.ts";
import { readNaming } from "#app/features/briefings/names/naming-pages.server.ts";
import { NamingPage } from "#app/features/briefings/names/ui/naming-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "names.title", leave: false });

export const loader = guardedLoader(
  { may: "naming.read", params: namingParams },
  ({ actor, params: { briefingId, namingId }, request }) => readNaming(actor, briefingId, namingId, localeOf(request)),
);

export const action = guardedAction(
  { may: "naming.approve", params: namingParams, form: approveNamingForm, reauthenticated: true },
  async ({ actor, params: { briefingId, namingId }, form }) => {
    const approved = await approveNaming(actor, briefingId, namingId, form.hash);
    return approved.ok ? redirect(paths.briefingNames(briefingId)) : refused(approved.refusal);
  },
);

export default function BriefingName() {
  return <NamingPage {...useLoaderData<typeof loader>()} />;
}
