import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { endNaming } from "#app/features/briefings/names/naming-commands.server.ts";
import { endNamingForm, namingParams, REASON_MAX } from "#app/features/briefings/names/naming-forms.ts";
import { readNaming } from "#app/features/briefings/names/naming-pages.server.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "names.title", leave: false });

export const loader = guardedLoader(
  { may: "naming.end", params: namingParams },
  async ({ actor, params: { briefingId, namingId }, request }) => {
    const { naming } = await readNaming(actor, briefingId, namingId, localeOf(request));
    return { briefingId, id: naming.id, name: naming.name };
  },
);

export const action = guardedAction(
  { may: "naming.end", params: namingParams, form: endNamingForm },
  async ({ actor, params: { briefingId, namingId }, form }) => {
    const ended = await endNaming(actor, briefingId, namingId, form.reason);
    return ended.ok ? redirect(paths.briefingNames(briefingId)) : refused(ended.refusal);
  },
);

export default function BriefingNameEnd() {
  const t = useText();
  const { briefingId, id, name } = useLoaderData<typeof loader>();
  return (
    <DecisionPage
      back={paths.briefingName(briefingId, id)}
      title={t("names.end.heading", { name })}
      lead={t("names.end.lead")}
      button={t("names.end.button")}
      look="danger"
    >
      <TextArea
        name="reason"
        label={t("names.end.reason")}
        hint={t("names.end.hint")}
        rows={4}
        maxLength={REASON_MAX}
      />
    </DecisionPage>
  );
}
