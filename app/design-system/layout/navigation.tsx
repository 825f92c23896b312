import { type Frame, useFrame } from "#app/design-system/frame.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { AccountMenu } from "./account-menu.tsx";

/** The pages of this audience; the one being read is marked, also for people who listen. */
export function Navigation() {
  const t = useText();
  const { navigation, pathname, viewer, links } = useFrame();
  return (
    <nav className="navigation" aria-label={t("common.nav.main")}>
      <ul>
        {navigation.map(({ href, label }) => (
          <li key={href}>
            <a href={href} aria-current={isCurrent(href, pathname) ? "page" : undefined}>
              {label}
            </a>
          </li>
        ))}
        {/* Whoever holds a receipt has no account; what they can do stands among the links. */}
        {viewer && viewer.role !== "receipt" && (
          <li>
            <AccountMenu viewer={viewer} links={links} />
          </li>
        )}
      </ul>
    </nav>
  );
}

function isCurrent(href: string, pathname: Frame["pathname"]): boolean {
  return pathname === href || (href !== "/" && pathname.startsWith(`${href}/`));
}
