import type { HTMLInputTypeAttribute } from "react";
import { Field, type FieldProps } from "./field.tsx";
import { useField } from "./form-context.tsx";

interface TextInputProps extends FieldProps {
  readonly type?: HTMLInputTypeAttribute;
  /** How much is expected, told by the width. */
  readonly size?: "short" | "medium" | "full";
  readonly maxLength?: number;
  readonly autoComplete?: string;
  readonly inputMode?: "text" | "numeric" | "decimal" | "search";
  /** Codes, words and names in Latin letters: kept left to right and unspelled in every language. */
  readonly latin?: boolean;
  readonly defaultValue?: string;
  readonly autoFocus?: boolean;
}

export function TextInput({ type = "text", size = "full", latin, defaultValue, ...props }: TextInputProps) {
  const { maxLength, autoComplete = "off", inputMode, autoFocus, ...field } = props;
  const { value } = useField(field.name, defaultValue);
  // A passphrase is never sent back, not even to the person who typed it.
  const kept = type === "password" ? "" : value;
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          type={type}
          className={`input input--${size}`}
          defaultValue={kept}
          maxLength={maxLength}
          autoComplete={autoComplete}
          inputMode={inputMode}
          // biome-ignore lint/a11y/noAutofocus: only where the page asks one thing
          autoFocus={autoFocus}
          dir={latin ? "ltr" : "auto"}
          {...(latin && { lang: "en", spellCheck: false, autoCapitalize: "none" })}
        />
      )}
    </Field>
  );
}
