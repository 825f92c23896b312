import { totpUri } from "#app/platform/crypto/totp.server.ts";
import type { AccountSecrets } from "./new-account.server.ts";
import { drawQr } from "./qr-drawing.ts";
import type { QrDrawing } from "./ui/qr-code.tsx";

/** What an authenticator app takes: a picture to scan, or the same secret to type, in groups of four. */
export interface AuthenticatorEntry {
  readonly qr: QrDrawing;
  readonly secret: string;
  /** as the app lists it */
  readonly account: string;
}

export function authenticatorEntry({ totpSecret, handle }: AccountSecrets): AuthenticatorEntry {
  return {
    qr: drawQr(totpUri(totpSecret, handle)),
    secret: totpSecret.replaceAll(/(.{4})(?=.)/g, "$1 "),
    account: `Thaw: ${handle}`,
  };
}
