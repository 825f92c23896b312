import type { ChoiceOption } from "./choice.tsx";
import { ChoiceList, type Fold } from "./choice-list.tsx";
import type { FieldProps } from "./field.tsx";
import { Fieldset } from "./fieldset.tsx";
import { useField } from "./form-context.tsx";

interface RadioCardsProps extends FieldProps {
  readonly options: readonly ChoiceOption[];
  readonly defaultValue?: string;
  readonly fold?: Fold | undefined;
}

/** One answer of several, each a card. */
export function RadioCards({ options, defaultValue, fold, ...field }: RadioCardsProps) {
  const { value } = useField(field.name, defaultValue);
  return (
    <Fieldset {...field}>
      <ChoiceList type="radio" name={field.name} options={options} chosen={value ? [value] : []} fold={fold} />
    </Fieldset>
  );
}
