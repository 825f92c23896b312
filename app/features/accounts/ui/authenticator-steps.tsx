import type { QrDrawing } from "#app/features/accounts/invitation/ui/qr-code.tsx";
import { QrCode } from "#app/features/accounts/invitation/ui/qr-code.tsx";
import { useText } from "#app/i18n/text-context.tsx";

interface AuthenticatorStepsProps {
  readonly qr: QrDrawing;
  readonly secret: string;
  readonly account: string;
}

/** How an authenticator app takes a new secret: by a picture, or typed. */
export function AuthenticatorSteps({ qr, secret, account }: AuthenticatorStepsProps) {
  const t = useText();
  return (
    <>
      <ol>
        <li>{t("join.factor.scan")}</li>
        <li>{t("join.factor.type")}</li>
      </ol>
      <QrCode drawing={qr} label={t("join.factor.picture")} />
      <p>{t("join.factor.by-hand")}</p>
      <p className="secret-text" dir="ltr" lang="en">
        <bdi translate="no">{secret}</bdi>
      </p>
      <p className="hint">{t("join.factor.account", { account })}</p>
    </>
  );
}
