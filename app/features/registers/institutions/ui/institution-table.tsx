import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import { Tag } from "#app/design-system/content/tag.tsx";
import type { InstitutionState } from "#app/features/registers/institutions/institution.ts";
import type { InstitutionRow } from "#app/features/registers/institutions/institution-pages.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

/** The register as lines. */
export function InstitutionTable({ rows }: { readonly rows: readonly InstitutionRow[] }) {
  const t = useText();
  const columns: Column<InstitutionRow>[] = [
    {
      key: "name",
      header: t("institutions.column.name"),
      isRowHeader: true,
      cell: ({ id, name, spellings }) => (
        <>
          <a href={paths.institution(id)}>
            <bdi>{name}</bdi>
          </a>
          {spellings > 0 && <span className="quiet"> {t("institutions.spellings.count", { count: spellings })}</span>}
        </>
      ),
    },
    { key: "type", header: t("institutions.column.type"), cell: ({ type }) => type ?? "–" },
    { key: "country", header: t("institutions.column.country"), cell: ({ country }) => country ?? "–" },
    {
      key: "group",
      header: t("institutions.column.group"),
      cell: ({ group }) => (group ? <bdi>{group}</bdi> : "–"),
    },
    {
      key: "state",
      header: t("institutions.column.state"),
      cell: ({ state }) => <InstitutionStateTag state={state} />,
    },
  ];
  return (
    <DataTable
      caption={t("institutions.list.heading")}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
    />
  );
}

export function InstitutionStateTag({ state }: { readonly state: InstitutionState }) {
  const t = useText();
  return <Tag tone={state === "for_review" ? "amber" : "quiet"}>{t(`institutions.state.${state}`)}</Tag>;
}
