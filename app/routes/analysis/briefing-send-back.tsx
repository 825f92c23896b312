import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { briefingParams } from "#app/features/briefings/briefing-params.ts";
import { sendBackForm } from "#app/features/briefings/drafting/briefing-forms.ts";
import { nameOf, readBriefing } from "#app/features/briefings/drafting/briefing-queries.server.ts";
import { returnBriefing } from "#app/features/briefings/drafting/briefing-review-commands.server.ts";
import { DraftName } from "#app/features/briefings/drafting/ui/draft-name.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "drafting.send-back.heading", leave: false });

export const loader = guardedLoader(
  { may: "briefing.release", params: briefingParams },
  async ({ actor, params, request }) => {
    const view = await readBriefing(actor, params.briefingId);
    return { briefingId: view.id, version: view.version, name: nameOf(view, localeOf(request)) };
  },
);

export const action = guardedAction(
  { may: "briefing.release", params: briefingParams, form: sendBackForm },
  async ({ actor, params, form }) => {
    const sent = await returnBriefing(actor, params.briefingId, "send_back", form);
    return sent.ok ? redirect(paths.briefingDraft(params.briefingId)) : refused(sent.refusal);
  },
);

export default function BriefingSendBack() {
  const t = useText();
  const { briefingId, version, name } = useLoaderData<typeof loader>();
  return (
    <DecisionPage
      back={paths.briefingDraft(briefingId)}
      caption={<DraftName {...name} />}
      title={t("drafting.send-back.heading")}
      lead={t("drafting.send-back.lead")}
      button={t("drafting.send-back.link")}
    >
      <input type="hidden" name="recordVersion" value={version} />
      <TextArea
        name="comment"
        label={t("drafting.send-back.comment.label")}
        hint={t("drafting.send-back.comment.hint")}
        rows={6}
        maxLength={4000}
      />
    </DecisionPage>
  );
}
