import { useText } from "#app/i18n/text-context.tsx";
import type { FieldProps } from "./field.tsx";
import { Fieldset } from "./fieldset.tsx";
import { fieldId, useField } from "./form-context.tsx";
import { type SelectOption, SelectOptions } from "./select.tsx";

interface MoneyInputProps extends FieldProps {
  /** Offered currencies; the page decides, for a full list is longer than most pages. */
  readonly currencies: readonly SelectOption[];
  readonly defaultCurrency?: string;
}

/** An amount as people write it, and its currency. Sends `<name>Amount` and `<name>Currency`. */
export function MoneyInput({ currencies, defaultCurrency, ...field }: MoneyInputProps) {
  const t = useText();
  const amount = useField(`${field.name}Amount`);
  const currency = useField(`${field.name}Currency`, defaultCurrency);
  const ids = { amount: fieldId(field.name), currency: fieldId(`${field.name}Currency`) };
  return (
    <Fieldset {...field} className="money">
      <div className="money__parts">
        <div>
          <label htmlFor={ids.amount}>{t("common.form.amount")}</label>
          <input
            id={ids.amount}
            name={`${field.name}Amount`}
            className="input input--number"
            inputMode="decimal"
            autoComplete="off"
            dir="ltr"
            defaultValue={amount.value}
            aria-invalid={amount.error ? true : undefined}
          />
        </div>
        <div>
          <label htmlFor={ids.currency}>{t("common.form.currency")}</label>
          <select
            id={ids.currency}
            name={`${field.name}Currency`}
            className="input"
            defaultValue={currency.value}
            aria-invalid={currency.error ? true : undefined}
          >
            <option value="">{t("common.form.choose")}</option>
            <SelectOptions options={currencies} />
          </select>
        </div>
      </div>
    </Fieldset>
  );
}
