import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { LinkShownPage } from "#app/features/surveys/waves/ui/link-shown-page.tsx";
import { makeWaveLink } from "#app/features/surveys/waves/wave-links.server.ts";
import { waveParams } from "#app/features/surveys/waves/wave-params.ts";
import { readWave } from "#app/features/surveys/waves/wave-queries.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "waves.open-link.heading", leave: false, form: false });

export const loader = guardedLoader(
  { may: "wave.write", params: waveParams },
  async ({ actor, params: { waveId }, url }) => {
    const { hasLink } = await readWave(actor, waveId);
    return { waveId, hasLink, origin: url.origin };
  },
);

export const action = guardedAction(
  { may: "wave.write", params: waveParams, form: emptyForm },
  async ({ actor, params: { waveId } }) => {
    const made = await makeWaveLink(actor, waveId);
    return made.ok ? json(made.value) : refused(made.refusal);
  },
);

export default function SurveyLink() {
  const t = useText();
  const { waveId, hasLink, origin } = useLoaderData<typeof loader>();
  const { code } = (useActionData() ?? {}) as { readonly code?: string };
  if (code) return <LinkShownPage waveId={waveId} link={`${origin}${paths.answerLink(code)}`} />;
  return (
    <DecisionPage
      back={paths.survey(waveId)}
      title={t("waves.open-link.heading")}
      lead={t("waves.open-link.lead")}
      button={t(hasLink ? "waves.open-link.again" : "waves.open-link.make")}
    >
      {hasLink && (
        <p>
          <a href={paths.surveyLinkWithdraw(waveId)}>{t("waves.open-link.withdraw.link")}</a>
        </p>
      )}
    </DecisionPage>
  );
}
