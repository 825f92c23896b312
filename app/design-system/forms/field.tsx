import type { ReactNode } from "react";
import { useText } from "#app/i18n/text-context.tsx";
import { FieldError } from "./field-error.tsx";
import { fieldId, useField } from "./form-context.tsx";
import { Hint } from "./hint.tsx";

export interface FieldProps {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly optional?: boolean;
  /** The label is the page's question: drawn as its heading. */
  readonly asHeading?: boolean;
}

interface FieldBoxProps extends FieldProps {
  /** Draws the control with the attributes that tie it to label, hint and message. */
  readonly children: (control: ControlProps) => ReactNode;
}

export interface ControlProps {
  readonly id: string;
  readonly name: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
}

/** Label, hint, message and one control, tied together. */
export function Field({ name, label, hint, optional, asHeading, children }: FieldBoxProps) {
  const t = useText();
  const { error } = useField(name);
  const id = fieldId(name);
  const words = (
    <label htmlFor={id} className="field__label">
      {label} {optional && <span className="field__optional">{t("common.form.optional")}</span>}
    </label>
  );
  return (
    <div className={error ? "field field--wrong" : "field"}>
      {asHeading ? <h1 className="field__question">{words}</h1> : words}
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && <FieldError id={`${id}-error`} error={error} />}
      {children({ id, name, ...describedBy(id, Boolean(hint), error) })}
    </div>
  );
}

export function describedBy(id: string, hasHint: boolean, error: string | null) {
  const ids = [hasHint && `${id}-hint`, error && `${id}-error`].filter(Boolean);
  return {
    "aria-describedby": ids.length > 0 ? ids.join(" ") : undefined,
    "aria-invalid": error ? (true as const) : undefined,
  };
}
