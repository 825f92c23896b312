import { type FormEvent, useState } from "react";
import { directionOf, type Locale } from "#app/i18n/locales.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { Field, type FieldProps } from "./field.tsx";
import { useField } from "./form-context.tsx";

interface TextAreaProps extends FieldProps {
  readonly rows?: number;
  /** Characters the field takes; said in words, and with scripts counted down. */
  readonly maxLength?: number;
  readonly defaultValue?: string;
  /** The language of what is written here, where the page knows it. */
  readonly language?: Locale;
}

export function TextArea({ rows = 8, maxLength, defaultValue, language, ...field }: TextAreaProps) {
  const { value } = useField(field.name, defaultValue);
  const [length, setLength] = useState<number | null>(null);
  const count =
    maxLength === undefined
      ? undefined
      : (event: FormEvent<HTMLTextAreaElement>) => setLength(event.currentTarget.value.length);
  return (
    <Field {...field}>
      {(control) => (
        <>
          <textarea
            {...control}
            className="input input--area"
            rows={rows}
            dir={language ? directionOf(language) : "auto"}
            lang={language}
            defaultValue={value}
            onInput={count}
          />
          {maxLength !== undefined && <CharacterCount length={length} most={maxLength} />}
        </>
      )}
    </Field>
  );
}

/** Nothing is cut off: too long a text stays as typed and is refused with words. */
function CharacterCount({ length, most }: { length: number | null; most: number }) {
  const t = useText();
  if (length === null) return <p className="hint">{t("common.form.characters-most", { count: most })}</p>;
  const left = most - length;
  return (
    <p className={left < 0 ? "field__error" : "hint"} aria-live="polite">
      {left < 0
        ? t("common.form.characters-over", { count: -left })
        : t("common.form.characters-left", { count: left })}
    </p>
  );
}
