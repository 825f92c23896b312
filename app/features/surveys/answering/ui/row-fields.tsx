import { Select } from "#app/design-system/forms/select.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { useQuarterOptions } from "./quarter-options.ts";
import type { QuestionProps } from "./question-props.ts";
import { Said } from "./said.tsx";
import { SeveralFields } from "./several-fields.tsx";

/** A number for each row. */
export function NumberRows({ question, language }: QuestionProps) {
  return (
    <SeveralFields question={question} language={language}>
      {question.rows.map(({ field, label }) => (
        <TextInput
          key={field}
          name={field}
          label={<Said language={language}>{label}</Said>}
          size="short"
          inputMode="decimal"
        />
      ))}
    </SeveralFields>
  );
}

/** A quarter for each row. */
export function QuarterRows({ question, language }: QuestionProps) {
  const options = useQuarterOptions(question.quarters);
  return (
    <SeveralFields question={question} language={language}>
      {question.rows.map(({ field, label }) => (
        <Select
          key={field}
          name={field}
          label={<Said language={language}>{label}</Said>}
          options={options}
          size="medium"
        />
      ))}
    </SeveralFields>
  );
}
