import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { Checkbox } from "#app/design-system/forms/checkbox.tsx";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { briefingParams } from "#app/features/briefings/briefing-params.ts";
import { withdrawForm } from "#app/features/briefings/drafting/briefing-forms.ts";
import { nameOf, readBriefing } from "#app/features/briefings/drafting/briefing-queries.server.ts";
import { DraftName } from "#app/features/briefings/drafting/ui/draft-name.tsx";
import { withdrawBriefing } from "#app/features/briefings/release/briefing-release-commands.server.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "drafting.withdraw.heading", leave: false });

export const loader = guardedLoader(
  { may: "briefing.approve", params: briefingParams },
  async ({ actor, params, request }) => {
    const view = await readBriefing(actor, params.briefingId);
    return { briefingId: view.id, name: nameOf(view, localeOf(request)) };
  },
);

export const action = guardedAction(
  { may: "briefing.approve", params: briefingParams, form: withdrawForm, reauthenticated: true },
  async ({ actor, params }) => {
    const withdrawn = await withdrawBriefing(actor, params.briefingId);
    return withdrawn.ok ? redirect(paths.briefingDraft(params.briefingId)) : refused(withdrawn.refusal);
  },
);

export default function BriefingWithdraw() {
  const t = useText();
  const { briefingId, name } = useLoaderData<typeof loader>();
  return (
    <DecisionPage
      back={paths.briefingDraft(briefingId)}
      caption={<DraftName {...name} />}
      title={t("drafting.withdraw.heading")}
      lead={t("drafting.withdraw.lead")}
      button={t("drafting.withdraw.link")}
      look="danger"
    >
      <Checkbox name="sure" label={t("drafting.withdraw.sure.label")} />
    </DecisionPage>
  );
}
