import { useText } from "#app/i18n/text-context.tsx";

/** How the receiver finds the same digits, with tools that every system of theirs has. */
const COMMAND = "printf %s age1… | sha256sum";

interface KeyFingerprintProps {
  readonly groups: readonly string[];
  /** for whoever is to compare it */
  readonly compare?: true;
}

/** The fingerprint of the receiver's key, to be read out loud: groups of four, always from left to right. */
export function KeyFingerprint({ groups, compare }: KeyFingerprintProps) {
  const t = useText();
  if (groups.length === 0) return null;
  return (
    <>
      <p>
        {t("referrals.key.fingerprint")}
        <br />
        <code className="hash" dir="ltr" data-fingerprint="">
          {groups.join(" ")}
        </code>
      </p>
      {compare && (
        <p className="note">{t.rich("referrals.key.compare", { command: <code dir="ltr">{COMMAND}</code> })}</p>
      )}
    </>
  );
}
