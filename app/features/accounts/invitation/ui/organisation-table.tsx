import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import { Tag, type TagTone } from "#app/design-system/content/tag.tsx";
import type { ListedOrganisation } from "#app/features/accounts/invitation/listed-invitations.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";

const TONES: Record<ListedOrganisation["state"], TagTone> = {
  invited: "amber",
  confirmed: "glacier",
  imported: "quiet",
};

/** The team's organisations. What is to be done with one stands in its row. */
export function OrganisationTable({ organisations }: { readonly organisations: readonly ListedOrganisation[] }) {
  const t = useText();
  const { date } = useFormats();
  const columns: Column<ListedOrganisation>[] = [
    {
      key: "name",
      header: t("organisation.list.name"),
      isRowHeader: true,
      cell: ({ name }) => (name ? <bdi>{name}</bdi> : <i className="quiet">{t("organisation.list.nameless")}</i>),
    },
    { key: "country", header: t("organisation.list.country"), cell: ({ country }) => country ?? "–" },
    {
      key: "state",
      header: t("organisation.list.state"),
      cell: ({ state }) => <Tag tone={TONES[state]}>{t(`organisation.state.${state}`)}</Tag>,
    },
    {
      key: "invitation",
      header: t("organisation.list.invitation"),
      cell: ({ id, state, invitation }) => {
        if (state !== "invited") return "–";
        if (!invitation) return <a href={paths.organisationsInviteAgain(id)}>{t("organisation.list.again")}</a>;
        return (
          <>
            {t("organisation.list.until", { day: date(invitation.expiresOn, "short") })}{" "}
            <a href={paths.organisationsInviteAgain(id)}>{t("organisation.list.again")}</a>{" "}
            <a href={paths.organisationsWithdraw(invitation.id)}>{t("people.withdraw.link")}</a>
          </>
        );
      },
    },
  ];
  return (
    <DataTable
      caption={t("organisation.list.heading")}
      captionHidden
      columns={columns}
      rows={organisations}
      rowKey={({ id }) => id}
    />
  );
}
