import { TeamName } from "#app/design-system/content/team-name.tsx";
import type { Frame, Viewer } from "#app/design-system/frame.tsx";
import { useText } from "#app/i18n/text-context.tsx";

interface AccountMenuProps {
  readonly viewer: Viewer;
  readonly links: Frame["links"];
}

/** Who is signed in, and behind it the account, other roles and the way out. Opens without scripts. */
export function AccountMenu({ viewer, links }: AccountMenuProps) {
  const t = useText();
  const { handle, role, formToken, otherHats } = viewer;
  return (
    <details className="account-menu">
      <summary title={t("common.nav.menu")}>
        <span>
          <bdi>{handle}</bdi> · {t.dynamic(`common.role.${role}`)}
        </span>
      </summary>
      <ul>
        <li>
          <a href={links.account}>{t("common.nav.account")}</a>
        </li>
        {otherHats.map(({ id, role: other, team }) => (
          <li key={id}>
            <form method="post" action={links.hat}>
              <input type="hidden" name="formToken" value={formToken} />
              <button type="submit" name="hat" value={id}>
                {t("common.nav.change-role")} {t.dynamic(`common.role.${other}`)}
                {team && (
                  <>
                    {" · "}
                    <TeamName team={team} />
                  </>
                )}
              </button>
            </form>
          </li>
        ))}
        <li>
          <form method="post" action={links.signOut}>
            <input type="hidden" name="formToken" value={formToken} />
            <button type="submit">{t("common.nav.sign-out")}</button>
          </form>
        </li>
      </ul>
    </details>
  );
}
