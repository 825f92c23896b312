import { useText } from "#app/i18n/text-context.tsx";

interface FieldErrorProps {
  readonly id: string;
  /** Message key. */
  readonly error: string;
}

export function FieldError({ id, error }: FieldErrorProps) {
  const t = useText();
  return (
    <p id={id} className="field__error">
      <span className="visually-hidden">{t("common.form.error-prefix")}</span> {t.dynamic(error)}
    </p>
  );
}
