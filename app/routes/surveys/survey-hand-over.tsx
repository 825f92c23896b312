import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { Notice } from "#app/design-system/content/notice.tsx";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { passOn } from "#app/features/surveys/waves/analyst-commands.server.ts";
import { readAnalystWave } from "#app/features/surveys/waves/analyst-waves.server.ts";
import { waveParams } from "#app/features/surveys/waves/wave-params.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "waves.hand-over.heading", leave: false, form: false });

export const loader = guardedLoader(
  { may: "wave-answer.pass-on", params: waveParams },
  async ({ actor, params: { waveId } }) => ({ session: (await readAnalystWave(actor, waveId)).facts.session }),
);

export const action = guardedAction(
  { may: "wave-answer.pass-on", params: waveParams, form: emptyForm },
  async ({ actor, params: { waveId } }) => {
    const passed = await passOn(actor, waveId);
    return passed.ok ? json({ passed: passed.value.answers }) : refused(passed.refusal);
  },
);

export default function SurveyHandOver() {
  const t = useText();
  const { session } = useLoaderData<typeof loader>();
  const { passed } = (useActionData() ?? {}) as { readonly passed?: number };
  return (
    <DecisionPage
      back={paths.surveyAnswers()}
      caption={<bdi>{session}</bdi>}
      title={t("waves.hand-over.heading")}
      lead={t("waves.hand-over.lead")}
      button={t("waves.hand-over.button")}
    >
      {passed !== undefined && (
        <Notice kind="success">
          <p>{t("waves.hand-over.done", { count: passed })}</p>
        </Notice>
      )}
    </DecisionPage>
  );
}
