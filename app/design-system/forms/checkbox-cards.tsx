import type { ChoiceOption } from "./choice.tsx";
import { ChoiceList, type Fold } from "./choice-list.tsx";
import type { FieldProps } from "./field.tsx";
import { Fieldset } from "./fieldset.tsx";
import { useField } from "./form-context.tsx";

interface CheckboxCardsProps extends FieldProps {
  readonly options: readonly ChoiceOption[];
  readonly defaultValues?: readonly string[];
  readonly fold?: Fold | undefined;
}

/** Any number of answers. The browser sends one value per ticked card under the same name. */
export function CheckboxCards({ options, defaultValues, fold, ...field }: CheckboxCardsProps) {
  const { values } = useField(field.name, defaultValues);
  return (
    <Fieldset {...field}>
      <ChoiceList type="checkbox" name={field.name} options={options} chosen={values} fold={fold} />
    </Fieldset>
  );
}
