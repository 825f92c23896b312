import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { briefingParams } from "#app/features/briefings/briefing-params.ts";
import { proposeNaming } from "#app/features/briefings/names/naming-commands.server.ts";
import { proposeForm } from "#app/features/briefings/names/naming-forms.ts";
import { readNameOptions } from "#app/features/briefings/names/naming-pages.server.ts";
import { ProposeForm } from "#app/features/briefings/names/ui/propose-form.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "names.propose.heading", leave: false });

export const loader = guardedLoader({ may: "naming.propose", params: briefingParams }, async ({ actor, params }) => ({
  briefingId: params.briefingId,
  ...(await readNameOptions(actor, params.briefingId)),
}));

export const action = guardedAction(
  { may: "naming.propose", params: briefingParams, form: proposeForm, reauthenticated: true },
  async ({ actor, params: { briefingId }, form }) => {
    const proposed = await proposeNaming(actor, briefingId, form);
    return proposed.ok ? redirect(paths.briefingNames(briefingId)) : refused(proposed.refusal);
  },
);

export default function BriefingNameNew() {
  const t = useText();
  const { briefingId, options } = useLoaderData<typeof loader>();
  return (
    <Page back={paths.briefingNames(briefingId)}>
      <Heading>{t("names.propose.heading")}</Heading>
      <Lead>{t("names.propose.lead")}</Lead>
      <ProposeForm options={options} />
    </Page>
  );
}
