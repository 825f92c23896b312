import { HOTP, Secret as OtpSecret, TOTP } from "otpauth";
import { latinDigits } from "#app/kernel/latin-digits.ts";
import { bytesEqual, utf8 } from "./bytes.server.ts";
import { randomBytes } from "./random.server.ts";

const ISSUER = "Thaw";
const SECRET_BYTES = 20;
const DIGITS = 6;
const STEP_SECONDS = 30;
// One step to either side: telephones without a network drift, and people type slowly.
const WINDOW = [-1, 0, 1] as const;

/** 160 bits in base32, as authenticator programs take it. Seal it under the user's key. */
export function newTotpSecret(): string {
  return new OtpSecret({ buffer: randomBytes(SECRET_BYTES).buffer }).base32;
}

/** For the QR code: `otpauth://totp/Thaw:<handle>?…` */
export function totpUri(secret: string, handle: string): string {
  const spec = { issuer: ISSUER, label: handle, algorithm: "SHA1", digits: DIGITS, period: STEP_SECONDS };
  return new TOTP({ ...spec, secret: OtpSecret.fromBase32(secret) }).toString();
}

/**
 * Each step counts once, so that a code read over a shoulder or from the wire is worth nothing.
 * @param lastStep the step of the last accepted code, or null
 * @param nowMs milliseconds since 1970
 * @returns the step to remember, or null where the code does not fit
 */
export function verifyTotp(secret: string, code: string, lastStep: number | null, nowMs: number): number | null {
  const typed = utf8(foldDigits(code));
  const now = Math.floor(nowMs / 1000 / STEP_SECONDS);
  let accepted: number | null = null;
  for (const drift of WINDOW) {
    const step = now + drift;
    // All three are computed and compared whatever happens, so that time does not tell which was near.
    const fits = bytesEqual(typed, utf8(codeAt(secret, step)));
    if (fits && accepted === null && (lastStep === null || step > lastStep)) accepted = step;
  }
  return accepted;
}

/** The code at a moment: for the demonstration's table and for tests. */
export function totpAt(secret: string, nowMs: number): string {
  return codeAt(secret, Math.floor(nowMs / 1000 / STEP_SECONDS));
}

function codeAt(secret: string, step: number): string {
  return HOTP.generate({ secret: OtpSecret.fromBase32(secret), algorithm: "SHA1", digits: DIGITS, counter: step });
}

/** Digits as typed on any keyboard: full-width, Arabic-Indic and Persian ones are the same digits; spaces are for the eye. */
function foldDigits(code: string): string {
  return latinDigits(code.slice(0, 40).normalize("NFKC")).replace(/[\s\p{Cf}-]/gu, "");
}
