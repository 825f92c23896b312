import { Select } from "#app/design-system/forms/select.tsx";
import { rankField } from "#app/features/surveys/answering/field-names.ts";
import { useText } from "#app/i18n/text-context.tsx";
import type { QuestionProps } from "./question-props.ts";
import { SeveralFields } from "./several-fields.tsx";

/** A list for each place: nothing has to be dragged, and a keyboard or a voice is enough. */
export function RankingFields({ question, language }: QuestionProps) {
  const t = useText();
  const ranks = Array.from({ length: question.places }, (_, at) => at + 1);
  const options = question.options.map(({ value, label }) => ({ value, label }));
  return (
    <SeveralFields question={question} language={language}>
      {ranks.map((rank) => (
        <Select
          key={rank}
          name={rankField(question.name, rank)}
          label={t("surveys.form.rank", { rank })}
          options={options}
        />
      ))}
    </SeveralFields>
  );
}
