import type { QrDrawing } from "#app/features/accounts/invitation/ui/qr-code.tsx";
import type { AccountSecrets } from "#app/features/accounts/new-account.server.ts";
import { totpUri } from "#app/platform/crypto/totp.server.ts";
import { drawQr } from "./qr-drawing.ts";

/** What an authenticator app takes: a picture to scan, or the same secret to type, in groups of four. */
export interface AuthenticatorEntry {
  readonly qr: QrDrawing;
  readonly secret: string;
  /** as the app lists it */
  readonly account: string;
}

export function authenticatorEntry({
  totpSecret,
  handle,
}: Pick<AccountSecrets, "totpSecret" | "handle">): AuthenticatorEntry {
  return {
    qr: drawQr(totpUri(totpSecret, handle)),
    secret: totpSecret.replaceAll(/(.{4})(?=.)/g, "$1 "),
    account: `Thaw: ${handle}`,
  };
}
