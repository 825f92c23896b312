import type { ReactNode } from "react";
import { useText } from "#app/i18n/text-context.tsx";
import { describedBy, type FieldProps } from "./field.tsx";
import { FieldError } from "./field-error.tsx";
import { fieldId, useField } from "./form-context.tsx";
import { Hint } from "./hint.tsx";

interface FieldsetProps extends FieldProps {
  readonly className?: string;
  readonly children: ReactNode;
}

/** Several controls under one question. */
export function Fieldset({ name, label, hint, optional, asHeading, className = "", children }: FieldsetProps) {
  const t = useText();
  const { error } = useField(name);
  const id = fieldId(name);
  const words = (
    <>
      {label} {optional && <span className="field__optional">{t("common.form.optional")}</span>}
    </>
  );
  return (
    <fieldset
      className={`field ${error ? "field--wrong" : ""} ${className}`}
      {...describedBy(id, Boolean(hint), error)}
    >
      <legend className="field__label">{asHeading ? <h1 className="field__question">{words}</h1> : words}</legend>
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && <FieldError id={`${id}-error`} error={error} />}
      {children}
    </fieldset>
  );
}
