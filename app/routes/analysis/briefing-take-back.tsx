import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { briefingParams } from "#app/features/briefings/briefing-params.ts";
import { takeBackForm } from "#app/features/briefings/drafting/briefing-forms.ts";
import { nameOf, readBriefing } from "#app/features/briefings/drafting/briefing-queries.server.ts";
import { returnBriefing } from "#app/features/briefings/drafting/briefing-review-commands.server.ts";
import { DraftName } from "#app/features/briefings/drafting/ui/draft-name.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "drafting.take-back.heading", leave: false });

export const loader = guardedLoader(
  { may: "briefing.write", params: briefingParams },
  async ({ actor, params, request }) => {
    const view = await readBriefing(actor, params.briefingId);
    return { briefingId: view.id, version: view.version, name: nameOf(view, localeOf(request)) };
  },
);

export const action = guardedAction(
  { may: "briefing.write", params: briefingParams, form: takeBackForm },
  async ({ actor, params, form }) => {
    const taken = await returnBriefing(actor, params.briefingId, "take_back", { ...form, comment: "" });
    return taken.ok ? redirect(paths.briefingDraft(params.briefingId)) : refused(taken.refusal);
  },
);

export default function BriefingTakeBack() {
  const t = useText();
  const { briefingId, version, name } = useLoaderData<typeof loader>();
  return (
    <DecisionPage
      back={paths.briefingDraft(briefingId)}
      caption={<DraftName {...name} />}
      title={t("drafting.take-back.heading")}
      lead={t("drafting.take-back.lead")}
      button={t("drafting.take-back.link")}
    >
      <input type="hidden" name="recordVersion" value={version} />
    </DecisionPage>
  );
}
