import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { type CodeSheet, codeSheets } from "#app/features/surveys/waves/code-sheets.server.ts";
import { removeFromPanel, replaceCode } from "#app/features/surveys/waves/panel-commands.server.ts";
import { CodeSheetsPage } from "#app/features/surveys/waves/ui/code-sheets.tsx";
import { changeInvitedForm } from "#app/features/surveys/waves/wave-forms.ts";
import { invitedParams } from "#app/features/surveys/waves/wave-params.ts";
import { readPanel, readWave } from "#app/features/surveys/waves/wave-queries.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "waves.panel.heading", leave: false, form: false });

export const loader = guardedLoader(
  { may: "wave-panel.write", params: invitedParams },
  async ({ actor, params: { waveId, invitedId } }) => {
    const { version, invited } = await readPanel(actor, waveId);
    const one = invited.find(({ id }) => id === invitedId);
    if (!one) throw notFound();
    const verb: "remove" | "lost" = one.standing === "no-code" ? "remove" : "lost";
    return { waveId, version, organisation: one.organisation, verb };
  },
);

export const action = guardedAction(
  { may: "wave-panel.write", params: invitedParams, form: changeInvitedForm },
  async ({ actor, params: { waveId, invitedId }, form: { verb, version }, url }) => {
    if (verb === "remove") {
      const removed = await removeFromPanel(actor, waveId, { version, invitedId });
      return removed.ok ? redirect(paths.surveyPanel(waveId)) : refused(removed.refusal);
    }
    const replaced = await replaceCode(actor, waveId, { version, invitedId });
    if (!replaced.ok) return refused(replaced.refusal);
    const { facts } = await readWave(actor, waveId);
    return json({ sheets: codeSheets([replaced.value], facts.closesOn, `${url.origin}${paths.answer()}`) });
  },
);

export default function SurveyInvited() {
  const t = useText();
  const { waveId, version, organisation, verb } = useLoaderData<typeof loader>();
  const { sheets } = (useActionData() ?? {}) as { readonly sheets?: readonly CodeSheet[] };
  if (sheets) return <CodeSheetsPage waveId={waveId} sheets={sheets} />;
  return (
    <DecisionPage
      back={paths.surveyPanel(waveId)}
      caption={<bdi>{organisation}</bdi>}
      title={t(`waves.${verb}.heading`)}
      lead={t(`waves.${verb}.lead`)}
      button={verb === "lost" ? t("waves.lost.button") : t("waves.remove.link")}
    >
      <input type="hidden" name="verb" value={verb} />
      <input type="hidden" name="panelVersion" value={version} />
    </DecisionPage>
  );
}
