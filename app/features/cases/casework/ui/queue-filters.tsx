import type { ReactNode } from "react";
import { FilterBar, FilterLinks, FilterMenu } from "#app/design-system/content/filter-bar.tsx";
import type { QueuePageData } from "#app/features/cases/casework/queue-page.ts";
import { isFiltered, QUEUE_SORTS, type QueueView, queueHref } from "#app/features/cases/casework/queue-view.ts";
import { INCIDENT_GROUPS } from "#app/features/taxonomy/incident-groups.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { AssignedFilter, CountryFilter } from "./queue-private-filters.tsx";

interface QueueFiltersProps {
  readonly data: QueuePageData;
  readonly formToken: string;
  /** the reader's own filters, which a room above this one keeps */
  readonly saved?: ReactNode;
}

/** All filters in one row. Codes go by link into the address, people and places by form into the session. */
export function QueueFilters({ data, formToken, saved }: QueueFiltersProps) {
  const t = useText();
  const { view, hidden, choices, counts } = data;
  const any = t("casework.filter.any");
  return (
    <FilterBar label={t("casework.filter.label")}>
      <Codes
        name="status"
        view={view}
        unchosen="open"
        options={[
          { code: "open", label: t("casework.filter.status-open"), count: counts.open },
          { code: "all", label: t("casework.filter.status-all"), count: counts.all },
          ...choices.statuses,
        ]}
      />
      <Codes name="urgency" view={view} options={[{ code: null, label: any }, ...choices.urgencies]} />
      <Codes
        name="group"
        view={view}
        options={[
          { code: null, label: any },
          ...INCIDENT_GROUPS.map((code) => ({ code, label: t(`casework.group.${code}`) })),
        ]}
      />
      <Codes
        name="region"
        view={view}
        options={[
          { code: null, label: any },
          ...choices.regions.map((code) => ({ code, label: t(`casework.region.${code}`) })),
        ]}
      />
      <CountryFilter view={view} hidden={hidden} countries={choices.countries} formToken={formToken} />
      <AssignedFilter view={view} hidden={hidden} leads={choices.leads} formToken={formToken} />
      <a
        className={view.overdue ? "chip chip--chosen" : "chip"}
        href={queueHref(view, { overdue: !view.overdue })}
        aria-current={view.overdue ? "true" : undefined}
      >
        {t("casework.filter.overdue", { count: counts.overdue })}
      </a>
      <Codes
        name="sort"
        view={view}
        unchosen="due"
        options={QUEUE_SORTS.map((code) => ({ code, label: t(`casework.sort.${code}`) }))}
      />
      {saved}
      {isFiltered(view, hidden) && (
        <a className="chip" href={paths.queue()}>
          {t("casework.filter.clear")}
        </a>
      )}
    </FilterBar>
  );
}

interface CodesProps<Name extends "status" | "urgency" | "group" | "region" | "sort"> {
  readonly name: Name;
  readonly view: QueueView;
  /** what stands there while nobody has chosen */
  readonly unchosen?: QueueView[Name];
  readonly options: readonly { readonly code: QueueView[Name]; readonly label: string; readonly count?: number }[];
}

function Codes<Name extends "status" | "urgency" | "group" | "region" | "sort">({
  name,
  view,
  unchosen,
  options,
}: CodesProps<Name>) {
  const t = useText();
  const chosen = view[name];
  const value = options.find(({ code }) => code === chosen)?.label ?? t("casework.filter.any");
  return (
    <FilterMenu title={t(`casework.filter.${name}`, { value })} active={chosen !== (unchosen ?? null)}>
      <FilterLinks
        choices={options.map(({ code, label, count }) => ({
          label,
          href: queueHref(view, { [name]: code }),
          chosen: code === chosen,
          ...(count !== undefined && { count }),
        }))}
      />
    </FilterMenu>
  );
}
