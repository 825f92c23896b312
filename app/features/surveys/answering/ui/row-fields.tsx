import { Fieldset } from "#app/design-system/forms/fieldset.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { Declinable } from "./declinable.tsx";
import { useQuarterOptions } from "./quarter-options.ts";
import type { QuestionProps } from "./question-props.ts";
import { Said } from "./said.tsx";
import { useHint } from "./use-hint.tsx";

/** A number for each row. */
export function NumberRows({ question, language }: QuestionProps) {
  const hint = useHint({ question, language });
  return (
    <Declinable question={question}>
      <Fieldset
        name={question.name}
        label={<Said language={language}>{question.label}</Said>}
        optional={question.isOptional}
        {...(hint && { hint })}
      >
        {question.rows.map(({ field, label }) => (
          <TextInput
            key={field}
            name={field}
            label={<Said language={language}>{label}</Said>}
            size="short"
            inputMode="decimal"
          />
        ))}
      </Fieldset>
    </Declinable>
  );
}

/** A quarter for each row. */
export function QuarterRows({ question, language }: QuestionProps) {
  const hint = useHint({ question, language });
  const options = useQuarterOptions(question.quarters);
  return (
    <Declinable question={question}>
      <Fieldset
        name={question.name}
        label={<Said language={language}>{question.label}</Said>}
        optional={question.isOptional}
        {...(hint && { hint })}
      >
        {question.rows.map(({ field, label }) => (
          <Select
            key={field}
            name={field}
            label={<Said language={language}>{label}</Said>}
            options={options}
            size="medium"
          />
        ))}
      </Fieldset>
    </Declinable>
  );
}
