import type { ReactNode } from "react";
import { Choice } from "./choice.tsx";
import { FieldError } from "./field-error.tsx";
import { fieldId, useField } from "./form-context.tsx";

interface CheckboxProps {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is sent when it is ticked. */
  readonly value?: string;
  readonly defaultChecked?: boolean;
}

/** One statement to agree to. */
export function Checkbox({ name, label, hint, value = "yes", defaultChecked = false }: CheckboxProps) {
  const { values, error } = useField(name, defaultChecked ? value : undefined);
  const id = fieldId(name);
  return (
    <div className={error ? "field field--wrong" : "field"}>
      {error && <FieldError id={`${id}-error`} error={error} />}
      <Choice
        type="checkbox"
        id={id}
        name={name}
        value={value}
        label={label}
        hint={hint}
        checked={values.includes(value)}
      />
    </div>
  );
}
