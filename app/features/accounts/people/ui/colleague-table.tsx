import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import { Tag } from "#app/design-system/content/tag.tsx";
import { type NamedTeam, TeamName } from "#app/design-system/content/team-name.tsx";
import type { Colleague } from "#app/features/accounts/people/people.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { handleColumn, lockColumn } from "./person-columns.tsx";

interface ColleagueTableProps {
  readonly colleagues: readonly Colleague[];
  readonly mayLock: boolean;
}

/** Everyone but reporters: roles, teams, and whether their keys are there. */
export function ColleagueTable({ colleagues, mayLock }: ColleagueTableProps) {
  const t = useText();
  const columns: Column<Colleague>[] = [
    handleColumn(t),
    {
      key: "role",
      header: t("people.role"),
      cell: ({ hats }) => [...new Set(hats.map(({ role }) => t(`common.role.${role}`)))].join(", "),
    },
    {
      key: "team",
      header: t("people.team"),
      cell: ({ hats }) => <Teams teams={hats.flatMap(({ team }) => team ?? [])} />,
    },
    { key: "state", header: t("people.state"), cell: (colleague) => <KeyState {...colleague} /> },
    ...(mayLock ? [lockColumn<Colleague>(t)] : []),
  ];
  return <DataTable caption={t("people.staff")} columns={columns} rows={colleagues} rowKey={({ id }) => id} />;
}

function Teams({ teams }: { readonly teams: readonly NamedTeam[] }) {
  const byLabel = new Map(teams.map((team) => [team.label, team]));
  if (byLabel.size === 0) return "–";
  return [...byLabel].map(([label, team]) => (
    <div key={label}>
      <TeamName team={team} />
    </div>
  ));
}

function KeyState({ isLocked, keys: { due, held } }: Colleague) {
  const t = useText();
  if (isLocked) return <Tag tone="red">{t("people.locked")}</Tag>;
  if (due === 0) return <Tag tone="quiet">{t("people.keys.none-needed")}</Tag>;
  if (held === due) return <Tag>{t("people.keys.all")}</Tag>;
  return <Tag tone="amber">{t("people.keys.some", { held, due })}</Tag>;
}
