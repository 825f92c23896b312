import { useText } from "#app/i18n/text-context.tsx";

export const MAIN_ID = "content";

export function SkipLink() {
  const t = useText();
  return (
    <a className="skip-link" href={`#${MAIN_ID}`}>
      {t("common.skip-to-content")}
    </a>
  );
}
