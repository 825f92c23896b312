import { useFrame } from "#app/design-system/frame.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { LeaveLink } from "./leave-link.tsx";
import { Mark } from "./mark.tsx";
import { Navigation } from "./navigation.tsx";

/** Name, navigation, languages and the way out. People at work change their language in the footer. */
export function SiteHeader() {
  const t = useText();
  const { links, viewer, hasForm } = useFrame();
  return (
    <header className="site-header">
      <div className="site-header__inner">
        <a className="site-header__name" href={links.home}>
          <Mark />
          <span>{t("common.product")}</span>
        </a>
        <Navigation />
        {!viewer && !hasForm && <LanguageSwitch />}
        <LeaveLink />
      </div>
    </header>
  );
}
