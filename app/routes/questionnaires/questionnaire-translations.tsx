import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { translationsParams } from "#app/features/surveys/building/building-params.ts";
import { readBuilt } from "#app/features/surveys/building/draft-queries.server.ts";
import { translationsPage } from "#app/features/surveys/building/translation-page.server.ts";
import { TranslationsPage } from "#app/features/surveys/building/ui/translation-pages.tsx";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "questionnaires.translate.title", leave: false });

export const loader = guardedLoader(
  { may: "wave.read", params: translationsParams },
  async ({ actor, params: { questionnaireId, language } }) =>
    translationsPage(await readBuilt(actor, questionnaireId), language),
);

export default function QuestionnaireTranslations() {
  return <TranslationsPage {...useLoaderData<typeof loader>()} />;
}
