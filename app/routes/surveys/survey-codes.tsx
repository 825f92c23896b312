import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { type CodeSheet, codeSheets } from "#app/features/surveys/waves/code-sheets.server.ts";
import { giveOutCodes } from "#app/features/surveys/waves/panel-commands.server.ts";
import { CodeSheetsPage } from "#app/features/surveys/waves/ui/code-sheets.tsx";
import { FEWEST_AT_ONCE } from "#app/features/surveys/waves/wave.ts";
import { panelVersionForm } from "#app/features/surveys/waves/wave-forms.ts";
import { waveParams } from "#app/features/surveys/waves/wave-params.ts";
import { readPanel, readWave } from "#app/features/surveys/waves/wave-queries.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "waves.codes.heading", leave: false, form: false });

export const loader = guardedLoader(
  { may: "wave-panel.write", params: waveParams },
  async ({ actor, params: { waveId } }) => {
    const { version, invited } = await readPanel(actor, waveId);
    return { waveId, version, waiting: invited.filter(({ standing }) => standing === "no-code").length };
  },
);

/** The codes are the answer itself: they lie in no session, and the page that is sent again gets the same ones. */
export const action = guardedAction(
  { may: "wave-panel.write", params: waveParams, form: panelVersionForm },
  async ({ actor, params: { waveId }, form, url }) => {
    const given = await giveOutCodes(actor, waveId, form);
    if (!given.ok) return refused(given.refusal);
    const { facts } = await readWave(actor, waveId);
    return json({ sheets: codeSheets(given.value.codes, facts.closesOn, `${url.origin}${paths.answer()}`) });
  },
);

export default function SurveyCodes() {
  const t = useText();
  const { waveId, version, waiting } = useLoaderData<typeof loader>();
  const { sheets } = (useActionData() ?? {}) as { readonly sheets?: readonly CodeSheet[] };
  if (sheets) return <CodeSheetsPage waveId={waveId} sheets={sheets} />;
  if (waiting < FEWEST_AT_ONCE)
    return (
      <Page back={paths.surveyPanel(waveId)}>
        <Heading>{t("waves.codes.heading")}</Heading>
        <Lead>{t("waves.codes.lead")}</Lead>
        <p>{t("waves.codes.waiting", { count: waiting })}</p>
        <p>{t("waves.codes.too-few", { least: FEWEST_AT_ONCE })}</p>
      </Page>
    );
  return (
    <DecisionPage
      back={paths.surveyPanel(waveId)}
      title={t("waves.codes.heading")}
      lead={t("waves.codes.lead")}
      button={t("waves.codes.button")}
    >
      <p>{t("waves.codes.waiting", { count: waiting })}</p>
      <input type="hidden" name="panelVersion" value={version} />
    </DecisionPage>
  );
}
