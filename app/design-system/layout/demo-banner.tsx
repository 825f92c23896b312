import { useFrame } from "#app/design-system/frame.tsx";
import { useText } from "#app/i18n/text-context.tsx";

export function DemoBanner() {
  const t = useText();
  if (!useFrame().demo) return null;
  return (
    <aside className="demo-banner" aria-label={t("common.demo.label")}>
      <p>{t.rich("common.demo.banner")}</p>
    </aside>
  );
}
