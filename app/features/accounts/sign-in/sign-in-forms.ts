import { z } from "zod";
import { typed } from "#app/features/accounts/typed-field.ts";

const kept = { kept: z.string().optional(), ticket: z.string().optional() };

export const signInForm = z.object({
  handle: typed("sign-in.handle.required"),
  passphrase: typed("sign-in.passphrase.required"),
  ...kept,
});

export const codeForm = z.object({ code: typed("sign-in.code.required"), ...kept });

/** `lost` comes from the page of the code and only opens the next one; `begin` asks for a new app there. */
export const authenticatorForm = z.object({
  code: z.string().trim().max(400).optional(),
  lost: z.string().optional(),
  begin: z.string().optional(),
  ...kept,
});

export const passphraseForm = z.object({
  passphrase: typed("sign-in.passphrase.required"),
  code: typed("sign-in.code.required"),
});

export const recoverForm = z.object({
  handle: typed("sign-in.handle.required"),
  words: typed("sign-in.recover.required"),
  code: typed("sign-in.code.required"),
});

export const hatForm = z.object({ hat: z.uuid(), ...kept });
export const sessionForm = z.object({ session: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });

export type SignInForm = z.infer<typeof signInForm>;
export type CodeForm = z.infer<typeof codeForm>;
