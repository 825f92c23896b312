import { type Key, KeyHelp } from "#app/design-system/content/key-help.tsx";
import type { Text } from "#app/i18n/text.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

/** Keys of a list of cases. */
export function listKeys(t: Text): readonly Key[] {
  return [
    { key: "j", does: t("desk.keys.next") },
    { key: "k", does: t("desk.keys.previous") },
    { key: "o", does: t("desk.keys.open") },
    { key: "x", does: t("desk.keys.tick") },
    { key: "/", does: t("search.heading"), href: paths.search() },
    { key: "?", does: t("desk.keys.help") },
  ];
}

/** Keys of the page of one case. @param back the list its reader came from */
export function caseKeys(t: Text, caseId: string, back: string): readonly Key[] {
  return [
    { key: "u", does: t("desk.keys.back"), href: back },
    { key: "n", does: t("casework.note.title"), href: "#field-text" },
    { key: "h", does: t("casework.case.history"), href: "#history" },
    { key: "m", does: t("messages.heading"), href: paths.caseMessages(caseId) },
    { key: "r", does: t("remedies.heading"), href: paths.caseRemedies(caseId) },
    { key: "s", does: t("casework.status.link"), href: paths.caseStatus(caseId) },
    { key: "/", does: t("search.heading"), href: paths.search() },
    { key: "?", does: t("desk.keys.help") },
  ];
}

interface PageKeysProps {
  readonly keys: readonly Key[];
  /** as the reader has set it */
  readonly on: boolean;
}

/** The way to the page that explains them stands there always, the keys themselves only while they are turned on. */
export function PageKeys({ keys, on }: PageKeysProps) {
  const t = useText();
  return (
    <>
      <p className="note">
        <a href={paths.keyboard()}>{t("desk.keys.heading")}</a>
      </p>
      {on && (
        <KeyHelp
          keys={keys}
          title={t("desk.keys.heading")}
          close={t("desk.keys.close")}
          more={{ href: paths.keyboard(), label: t("desk.keys.turn-off") }}
        />
      )}
    </>
  );
}
