import { Fieldset } from "#app/design-system/forms/fieldset.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import { rankField } from "#app/features/surveys/answering/field-names.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { Declinable } from "./declinable.tsx";
import type { QuestionProps } from "./question-props.ts";
import { Said } from "./said.tsx";
import { useHint } from "./use-hint.tsx";

/** A list for each place: nothing has to be dragged, and a keyboard or a voice is enough. */
export function RankingFields({ question, language }: QuestionProps) {
  const t = useText();
  const hint = useHint({ question, language });
  const ranks = Array.from({ length: question.places }, (_, at) => at + 1);
  const options = question.options.map(({ value, label }) => ({ value, label }));
  return (
    <Declinable question={question}>
      <Fieldset
        name={question.name}
        label={<Said language={language}>{question.label}</Said>}
        optional={question.isOptional}
        {...(hint && { hint })}
      >
        {ranks.map((rank) => (
          <Select
            key={rank}
            name={rankField(question.name, rank)}
            label={t("surveys.form.rank", { rank })}
            options={options}
          />
        ))}
      </Fieldset>
    </Declinable>
  );
}
