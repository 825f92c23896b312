import type { Column } from "#app/design-system/content/data-table.tsx";
import type { Text } from "#app/i18n/text.tsx";
import { paths } from "#app/paths.ts";

interface ListedPerson {
  readonly id: string;
  readonly handle: string;
  readonly isLocked: boolean;
  readonly isSelf?: boolean;
}

/** The handle, which names the row; nobody here has another name. */
export function handleColumn<Row extends ListedPerson>(t: Text): Column<Row> {
  return {
    key: "handle",
    header: t("people.handle"),
    isRowHeader: true,
    cell: ({ handle, isSelf }) => (
      <>
        <bdi>{handle}</bdi> {isSelf && t("people.you")}
      </>
    ),
  };
}

/** For the administrator: the way to lock an account, but never the own one. */
export function lockColumn<Row extends ListedPerson>(t: Text): Column<Row> {
  return {
    key: "lock",
    header: t("people.act"),
    cell: ({ id, isLocked, isSelf }) =>
      isLocked || isSelf ? "–" : <a href={paths.peopleLock(id)}>{t("people.lock.link")}</a>,
  };
}
