import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { sheetForm } from "#app/features/surveys/building/building-forms.ts";
import { translationParams } from "#app/features/surveys/building/building-params.ts";
import { editSheet } from "#app/features/surveys/building/draft-commands.server.ts";
import { readBuilt } from "#app/features/surveys/building/draft-queries.server.ts";
import { textIn } from "#app/features/surveys/building/form-texts.ts";
import { translationSheet } from "#app/features/surveys/building/sheets.ts";
import { partIn, translationPage } from "#app/features/surveys/building/translation-page.server.ts";
import { nextToTranslate } from "#app/features/surveys/building/translation-sheet.ts";
import { TranslationEditPage } from "#app/features/surveys/building/ui/translation-pages.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "questionnaires.translate.title", leave: false });

export const loader = guardedLoader(
  { may: "wave.write", params: translationParams },
  async ({ actor, params: { questionnaireId, language, pageName }, url }) => {
    const draft = await readBuilt(actor, questionnaireId);
    return { translation: translationPage(draft, { language, page: pageName, part: partIn(url) }) };
  },
);

export const action = guardedAction(
  { may: "wave.write", params: translationParams, form: sheetForm },
  async ({ actor, params: { questionnaireId, language, pageName }, values, url }) => {
    const saved = await editSheet(
      actor,
      questionnaireId,
      translationSheet({ page: pageName, part: partIn(url) }, language),
      values,
    );
    if (!saved.ok) return refused(saved.refusal);
    if (textIn(values, "do") !== "next") return redirect(paths.questionnaireTranslations(questionnaireId, language));
    const next = nextToTranslate((await readBuilt(actor, questionnaireId)).instrument, language, pageName);
    return redirect(
      next
        ? paths.questionnaireTranslation(questionnaireId, language, next)
        : paths.questionnaireTranslations(questionnaireId, language),
    );
  },
);

export default function QuestionnaireTranslation() {
  return <TranslationEditPage {...useLoaderData<typeof loader>()} />;
}
