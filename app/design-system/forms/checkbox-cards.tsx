import { Choice, type ChoiceOption } from "./choice.tsx";
import type { FieldProps } from "./field.tsx";
import { Fieldset } from "./fieldset.tsx";
import { useField } from "./form-context.tsx";
import { optionId } from "./radio-cards.tsx";

interface CheckboxCardsProps extends FieldProps {
  readonly options: readonly ChoiceOption[];
  readonly defaultValues?: readonly string[];
}

/** Any number of answers. The browser sends one value per ticked card under the same name. */
export function CheckboxCards({ options, defaultValues, ...field }: CheckboxCardsProps) {
  const { values } = useField(field.name, defaultValues);
  return (
    <Fieldset {...field}>
      {options.map((option, at) => (
        <Choice
          key={option.value}
          type="checkbox"
          name={field.name}
          id={optionId(field.name, at)}
          checked={values.includes(option.value)}
          {...option}
        />
      ))}
    </Fieldset>
  );
}
