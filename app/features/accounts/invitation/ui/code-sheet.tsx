import { SecretSheet } from "#app/design-system/content/secret-sheet.tsx";
import type { IssuedCode } from "#app/features/accounts/invitation/invitation.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";

interface CodeSheetProps {
  readonly issued: IssuedCode;
  readonly origin: string;
}

/** An invitation to print or to read out: the code, where it is entered, and until when. */
export function CodeSheet({ issued, origin }: CodeSheetProps) {
  const t = useText();
  const { date } = useFormats();
  const { code, kind, role, place, expiresOn } = issued;
  const facts = [
    { term: t("people.code.address"), value: `${origin}${paths.join()}` },
    ...(place ? [{ term: t(`people.code.place.${kind}`), value: place }] : []),
    { term: t("people.code.role"), value: t(`common.role.${role}`) },
    { term: t("people.code.until"), value: date(expiresOn) },
  ];
  return (
    <SecretSheet title={t("people.code.sheet")} words={[code]} facts={facts}>
      <p>{t("people.code.use")}</p>
    </SecretSheet>
  );
}
