import { Heading } from "#app/design-system/content/heading.tsx";
import type { WaitingInvitation } from "#app/features/accounts/invitation/listed-invitations.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";

/** Codes that were given out and not used yet. */
export function InvitationList({ invitations }: { readonly invitations: readonly WaitingInvitation[] }) {
  const t = useText();
  const { date } = useFormats();
  if (invitations.length === 0) return null;
  return (
    <>
      <Heading level={2}>{t("organisation.own.invitations")}</Heading>
      <ul className="task-list">
        {invitations.map(({ id, isOwner, expiresOn }) => (
          <li key={id}>
            <span>
              {t(isOwner ? "organisation.own.owner" : "organisation.own.member")}
              {" · "}
              {t("organisation.list.until", { day: date(expiresOn, "short") })}
            </span>
            <a href={paths.organisationWithdraw(id)}>{t("people.withdraw.link")}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
