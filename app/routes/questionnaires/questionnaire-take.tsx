import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { builtParams } from "#app/features/surveys/building/building-params.ts";
import { readBuilt } from "#app/features/surveys/building/draft-queries.server.ts";
import { lossesOf } from "#app/features/surveys/building/exporting.server.ts";
import { TakePage } from "#app/features/surveys/building/ui/take-page.tsx";
import { titleIn } from "#app/features/surveys/building/wording.server.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "questionnaires.take.heading", leave: false });

export const loader = guardedLoader(
  { may: "wave.read", params: builtParams },
  async ({ actor, params: { questionnaireId }, request }) => {
    const { instrument } = await readBuilt(actor, questionnaireId);
    return { questionnaireId, title: titleIn(instrument, localeOf(request)), losses: lossesOf(instrument) };
  },
);

export default function QuestionnaireTake() {
  const { questionnaireId, title, losses } = useLoaderData<typeof loader>();
  return (
    <TakePage
      back={paths.questionnaire(questionnaireId)}
      title={title}
      losses={losses}
      hrefOf={(format) => paths.questionnaireFile(questionnaireId, format)}
    />
  );
}
