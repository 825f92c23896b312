import { SecretSheet } from "#app/design-system/content/secret-sheet.tsx";
import { useText } from "#app/i18n/text-context.tsx";

interface AccountSheetsProps {
  readonly handle: string;
  /** seven words */
  readonly passphrase: string;
  /** twelve words; null where the sheet stays as it is */
  readonly sheet: string | null;
  /** where they are used, such as `https://thaw.example.org` */
  readonly origin: string;
}

/** Passphrase and recovery sheet, each on a paper of its own: kept together, one thief has both. */
export function AccountSheets({ handle, passphrase, sheet, origin }: AccountSheetsProps) {
  const t = useText();
  const facts = [
    { term: t("join.keys.handle"), value: handle },
    { term: t("join.keys.address"), value: origin },
  ];
  return (
    <>
      <SecretSheet title={t("join.keys.passphrase")} words={passphrase.split(" ")} facts={facts}>
        <p>{t("join.keys.passphrase-use")}</p>
      </SecretSheet>
      {sheet && (
        <SecretSheet title={t("join.keys.sheet")} words={sheet.split(" ")} facts={facts}>
          <p>{t("join.keys.sheet-use")}</p>
        </SecretSheet>
      )}
    </>
  );
}
