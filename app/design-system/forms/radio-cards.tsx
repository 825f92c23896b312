import { Choice, type ChoiceOption } from "./choice.tsx";
import type { FieldProps } from "./field.tsx";
import { Fieldset } from "./fieldset.tsx";
import { fieldId, useField } from "./form-context.tsx";

interface RadioCardsProps extends FieldProps {
  readonly options: readonly ChoiceOption[];
  readonly defaultValue?: string;
}

/** One answer of several, each a card. */
export function RadioCards({ options, defaultValue, ...field }: RadioCardsProps) {
  const { value } = useField(field.name, defaultValue);
  return (
    <Fieldset {...field}>
      {options.map((option, at) => (
        <Choice
          key={option.value}
          type="radio"
          name={field.name}
          id={optionId(field.name, at)}
          checked={option.value === value}
          {...option}
        />
      ))}
    </Fieldset>
  );
}

/** The first option carries the field's id, so that the summary's link arrives where the answer is given. */
export function optionId(name: string, at: number): string {
  return at === 0 ? fieldId(name) : `${fieldId(name)}-${at + 1}`;
}
