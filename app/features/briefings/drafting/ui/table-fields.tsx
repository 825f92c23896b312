import { Heading } from "#app/design-system/content/heading.tsx";
import { CheckboxCards } from "#app/design-system/forms/checkbox-cards.tsx";
import { Select, type SelectOption } from "#app/design-system/forms/select.tsx";
import type { ChosenTable } from "#app/features/briefings/drafting/chosen-table.ts";
import { QUANTITY_KINDS } from "#app/features/briefings/figures/quantities.ts";
import { MEASURES } from "#app/features/briefings/figures/table-choice.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { CURRENCIES } from "#app/kernel/money.ts";

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
        options={QUANTITY_KINDS.map((kind) => ({ value: kind, label: t(`drafting.choice.of-${kind}`) }))}
        size="medium"
        empty={t("drafting.choice.of-nothing")}
        optional
      />
      <Select
        name="currency"
        label={t("drafting.choice.currency")}
        hint={t("drafting.choice.currency-hint")}
        options={CURRENCIES.map((code) => ({ value: code, label: code }))}
        size="medium"
        empty={t("drafting.choice.no-currency")}
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
