import { CheckboxCards } from "#app/design-system/forms/checkbox-cards.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import type { SurveyChoice } from "#app/features/briefings/drafting/survey-choice.server.ts";
import { MOST_QUESTIONS } from "#app/features/surveys/publishing/survey-wish.ts";
import { useText } from "#app/i18n/text-context.tsx";

/** Which survey stands beside the cases, and what of it. */
export function SurveyFields({ waves, questions }: Pick<SurveyChoice, "waves" | "questions">) {
  const t = useText();
  return (
    <>
      <Select
        name="wave"
        label={t("survey-tables.choose.wave")}
        hint={t("survey-tables.choose.wave-hint")}
        options={waves}
        empty={t("survey-tables.choose.no-wave")}
        optional
      />
      <CheckboxCards
        name="questions"
        label={t("survey-tables.choose.questions")}
        hint={t("survey-tables.choose.questions-hint", { most: MOST_QUESTIONS })}
        options={questions}
      />
    </>
  );
}
