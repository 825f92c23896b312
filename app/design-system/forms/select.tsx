import { useText } from "#app/i18n/text-context.tsx";
import { Field, type FieldProps } from "./field.tsx";
import { useField } from "./form-context.tsx";

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  /** Options with the same group stand together under its name. */
  readonly group?: string;
}

interface SelectProps extends FieldProps {
  readonly options: readonly SelectOption[];
  readonly defaultValue?: string;
  readonly size?: "short" | "medium" | "full";
  /** The words of the empty choice; false leaves it out. */
  readonly empty?: string | false;
}

export function Select({ options, defaultValue, size = "full", empty, ...field }: SelectProps) {
  const t = useText();
  const { value } = useField(field.name, defaultValue);
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} className={`input input--${size}`} defaultValue={value}>
          {empty !== false && <option value="">{empty ?? t("common.form.choose")}</option>}
          <SelectOptions options={options} />
        </select>
      )}
    </Field>
  );
}

export function SelectOptions({ options }: { readonly options: readonly SelectOption[] }) {
  const groups = [...new Set(options.map(({ group }) => group))];
  return groups.map((group) => {
    const members = options
      .filter((option) => option.group === group)
      .map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ));
    return group === undefined ? (
      members
    ) : (
      <optgroup key={group} label={group}>
        {members}
      </optgroup>
    );
  });
}
