import { useText } from "#app/i18n/text-context.tsx";
import { AS_WRITTEN, DATE_PRECISIONS, type DatePrecision } from "#app/kernel/date-with-precision.ts";
import type { FieldProps } from "./field.tsx";
import { Fieldset } from "./fieldset.tsx";
import { fieldId, useField } from "./form-context.tsx";

interface DateWithPrecisionProps extends FieldProps {
  /** A plain date asks for day, month and year, and for all three. */
  readonly precisions?: readonly DatePrecision[] | false;
}

/**
 * A date as far as it is known. Sends `<name>Day`, `<name>Month`, `<name>Year` and `<name>Precision`.
 * Three fields instead of a calendar: the day of a letter is copied, not picked, and every browser shows the same.
 * The list of precisions begins with none: what somebody wrote says itself how much they know.
 */
export function DateWithPrecision({ precisions = DATE_PRECISIONS, hint, ...field }: DateWithPrecisionProps) {
  const t = useText();
  const { name } = field;
  return (
    <Fieldset
      {...field}
      className="date"
      hint={hint ?? t(precisions ? "common.form.date-hint" : "common.form.day-hint")}
    >
      <div className="date__parts">
        <DatePart name={`${name}Day`} id={fieldId(name)} label={t("common.form.day")} digits={2} />
        <DatePart name={`${name}Month`} id={fieldId(`${name}Month`)} label={t("common.form.month")} digits={2} />
        <DatePart name={`${name}Year`} id={fieldId(`${name}Year`)} label={t("common.form.year")} digits={4} />
      </div>
      {precisions && <Precision name={`${name}Precision`} precisions={precisions} />}
    </Fieldset>
  );
}

interface DatePartProps {
  readonly name: string;
  readonly id: string;
  readonly label: string;
  readonly digits: 2 | 4;
}

function DatePart({ name, id, label, digits }: DatePartProps) {
  const { value, error } = useField(name);
  return (
    <div className="date__part">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        className={`input input--digits-${digits}`}
        inputMode="numeric"
        autoComplete="off"
        dir="ltr"
        defaultValue={value}
        aria-invalid={error ? true : undefined}
      />
    </div>
  );
}

function Precision({ name, precisions }: { name: string; precisions: readonly DatePrecision[] }) {
  const t = useText();
  const { value } = useField(name, AS_WRITTEN);
  const id = fieldId(name);
  return (
    <div className="date__precision">
      <label htmlFor={id}>{t("common.form.precision")}</label>
      <select id={id} name={name} className="input input--medium" defaultValue={value}>
        {([AS_WRITTEN, ...precisions] as const).map((precision) => (
          <option key={precision} value={precision}>
            {t(`common.precision.${precision}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
