import type { ReactNode } from "react";
import { FilterMenu } from "#app/design-system/content/filter-bar.tsx";
import { Button } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import type { QueueChoices } from "#app/features/cases/casework/queue-page.ts";
import { type PrivateView, type QueueView, queueFields } from "#app/features/cases/casework/queue-view.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface PrivateFilterProps {
  readonly view: QueueView;
  readonly hidden: PrivateView;
  readonly formToken: string;
}

/** Which institutions a team looks at says something of its cases, so the country never stands in the address. */
export function CountryFilter({ countries, ...props }: PrivateFilterProps & Pick<QueueChoices, "countries">) {
  const t = useText();
  const { institutionCountry } = props.hidden;
  const value = countries.find(({ code }) => code === institutionCountry)?.name ?? t("casework.filter.any");
  return (
    <FilterMenu title={t("casework.filter.country", { value })} active={institutionCountry !== null}>
      <PrivateForm {...props}>
        <Select
          name="institutionCountry"
          label={t("casework.filter.country-label")}
          defaultValue={institutionCountry ?? ""}
          empty={t("casework.filter.any")}
          options={countries.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Button look="secondary">{t("casework.filter.show")}</Button>
      </PrivateForm>
    </FilterMenu>
  );
}

const WHOEVER = ["any", "none", "mine"] as const;

export function AssignedFilter({ leads, ...props }: PrivateFilterProps & Pick<QueueChoices, "leads">) {
  const t = useText();
  const { assigned } = props.hidden;
  const options = [
    ...WHOEVER.map((value) => ({ value: value as string, label: t(`casework.filter.assigned-to.${value}`) })),
    ...leads.map(({ id, handle }) => ({ value: id, label: handle })),
  ];
  const value = options.find((option) => option.value === assigned)?.label ?? "–";
  return (
    <FilterMenu title={t("casework.filter.assigned", { value })} active={assigned !== "any"}>
      <PrivateForm {...props}>
        <ul className="filter-menu__choices">
          {options.map((option) => (
            <li key={option.value}>
              <button
                type="submit"
                name="assigned"
                value={option.value}
                aria-current={option.value === assigned ? "true" : undefined}
              >
                <bdi>{option.label}</bdi>
              </button>
            </li>
          ))}
        </ul>
      </PrivateForm>
    </FilterMenu>
  );
}

/** Carries along what the address holds. */
function PrivateForm({ view, formToken, children }: PrivateFilterProps & { readonly children: ReactNode }) {
  return (
    <Form action={paths.queue()} formToken={formToken}>
      {Object.entries(queueFields(view)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </Form>
  );
}
