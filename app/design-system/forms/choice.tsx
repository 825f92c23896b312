import type { ReactNode } from "react";

export interface ChoiceOption {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
}

interface ChoiceProps extends ChoiceOption {
  readonly type: "radio" | "checkbox";
  readonly id: string;
  readonly name: string;
  readonly checked: boolean;
}

/** One answer as a card: all of it can be pressed, its explanation included. */
export function Choice({ type, id, name, value, label, hint, disabled, checked }: ChoiceProps) {
  return (
    <div className="choice">
      <input type={type} id={id} name={name} value={value} defaultChecked={checked} disabled={disabled} />
      <label htmlFor={id}>
        <span className="choice__label">{label}</span>
        {hint && <span className="choice__hint">{hint}</span>}
      </label>
    </div>
  );
}
