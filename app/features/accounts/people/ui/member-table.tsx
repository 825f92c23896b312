import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import { Tag } from "#app/design-system/content/tag.tsx";
import type { Member } from "#app/features/accounts/people/members.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { handleColumn } from "./person-columns.tsx";

/** Who in the organisation has an account. Handles only: who is behind one, the organisation knows itself. */
export function MemberTable({ members }: { readonly members: readonly Member[] }) {
  const t = useText();
  const columns: Column<Member>[] = [
    handleColumn(t),
    {
      key: "role",
      header: t("people.role"),
      cell: ({ isOwner }) => t(isOwner ? "organisation.own.owner" : "organisation.own.member"),
    },
    { key: "state", header: t("people.state"), cell: (member) => <MemberState {...member} /> },
    {
      key: "remove",
      header: t("people.act"),
      cell: ({ id, isSelf }) =>
        isSelf ? "–" : <a href={paths.organisationRemove(id)}>{t("organisation.remove.link")}</a>,
    },
  ];
  return <DataTable caption={t("organisation.own.members")} columns={columns} rows={members} rowKey={({ id }) => id} />;
}

function MemberState({ isLocked, hasKey }: Member) {
  const t = useText();
  if (isLocked) return <Tag tone="red">{t("people.locked")}</Tag>;
  return hasKey ? <Tag>{t("organisation.own.can-read")}</Tag> : <Tag tone="amber">{t("organisation.own.waits")}</Tag>;
}
