import { useFrame } from "#app/design-system/frame.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { LanguageSwitch } from "./language-switch.tsx";

export function SiteFooter() {
  const t = useText();
  const { viewer, hasForm } = useFrame();
  return (
    <footer className="site-footer">
      <div className="site-footer__inner">
        <p>{t("common.footer.no-traces")}</p>
        <p>{t("common.footer.licence")}</p>
        {viewer && !hasForm && <LanguageSwitch />}
      </div>
    </footer>
  );
}
