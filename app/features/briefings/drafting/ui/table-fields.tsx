import { Heading } from "#app/design-system/content/heading.tsx";
import { CheckboxCards } from "#app/design-system/forms/checkbox-cards.tsx";
import { Select, type SelectOption } from "#app/design-system/forms/select.tsx";
import type { ChosenTable } from "#app/features/briefings/drafting/chosen-table.ts";
import { currencyOf, QUANTITIES, type Quantity } from "#app/features/briefings/figures/quantities.ts";
import { MEASURES } from "#app/features/briefings/figures/table-choice.ts";
import type { Text } from "#app/i18n/text.tsx";
import { useText } from "#app/i18n/text-context.tsx";

interface TableFieldsProps {
  readonly chosen: readonly ChosenTable[];
  readonly dimensions: readonly SelectOption[];
  readonly filters: readonly SelectOption[];
}

/** The list, of which anything may be unticked, and one more table. */
export function TableFields({ chosen, dimensions, filters }: TableFieldsProps) {
  const t = useText();
  return (
    <>
      <CheckboxCards
        name="tables"
        label={t("drafting.choice.list")}
        hint={t("drafting.choice.list-hint")}
        options={chosen.map(({ value, title }) => ({ value, label: title }))}
      />
      <Heading level={2}>{t("drafting.choice.one-more")}</Heading>
      <Select
        name="measure"
        label={t("drafting.choice.measure")}
        hint={t("drafting.choice.of-bases")}
        options={MEASURES.map((measure) => ({ value: measure, label: t(`drafting.choice.measure-${measure}`) }))}
        size="medium"
        empty={false}
      />
      <Select
        name="of"
        label={t("drafting.choice.of")}
        hint={t("drafting.choice.of-hint")}
        options={QUANTITIES.map((quantity) => ({ value: quantity, label: quantityWords(quantity, t) }))}
        size="medium"
        empty={t("drafting.choice.of-nothing")}
        optional
      />
      <Select
        name="rows"
        label={t("drafting.choice.rows")}
        hint={t("drafting.choice.rows-hint")}
        options={dimensions}
        size="medium"
        empty={t("drafting.choice.no-table")}
      />
      <Select
        name="columns"
        label={t("drafting.choice.columns")}
        hint={t("drafting.choice.columns-hint")}
        options={dimensions}
        size="medium"
        empty={t("drafting.choice.no-columns")}
        optional
      />
      <Select
        name="only"
        label={t("drafting.choice.only")}
        options={filters}
        size="medium"
        empty={t("drafting.choice.everything")}
        optional
      />
    </>
  );
}

function quantityWords(quantity: Quantity, t: Text): string {
  const currency = currencyOf(quantity);
  return currency === null ? t("drafting.choice.of-days") : t("drafting.choice.of-money", { currency });
}
