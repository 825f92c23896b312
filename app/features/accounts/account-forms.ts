import { z } from "zod";
import { STAFF_ROLES, TEAM_ROLES } from "#app/access/roles.ts";
import type { TeamId } from "#app/kernel/id.ts";

/** Long enough for seven words with whatever somebody puts between them. */
const typed = (message: string) => z.string({ message }).trim().min(1, message).max(400, message);

const kept = { kept: z.string().optional(), ticket: z.string().optional() };

export const signInForm = z.object({
  handle: typed("sign-in.handle.required"),
  passphrase: typed("sign-in.passphrase.required"),
  ...kept,
});

export const codeForm = z.object({ code: typed("sign-in.code.required"), ...kept });

export const joinForm = z.object({ code: typed("join.code.required") });

/** Which words are asked back is decided by the session; here they are only three words. */
export const confirmWordsForm = z.object({
  words1: typed("join.words.required"),
  words2: typed("join.words.required"),
  words3: typed("join.words.required"),
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

export const hatForm = z.object({ hat: z.uuid() });
export const sessionForm = z.object({ session: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });
export const emptyForm = z.object({});

export const inviteMemberForm = z.object({
  isOwner: z
    .literal("yes")
    .optional()
    .transform((ticked) => ticked === "yes"),
});

/** A team's role names its team; every other role works for the whole coalition. */
export const proposeForm = z
  .object({
    role: z.enum(STAFF_ROLES, "people.propose.role-required"),
    teamId: z
      .union([z.literal(""), z.uuid()])
      .optional()
      .transform((id) => (id || null) as TeamId | null),
  })
  .transform(({ role, teamId }) => ({ role, teamId: TEAM_ROLES.includes(role) ? teamId : null }))
  .refine(({ role, teamId }) => !TEAM_ROLES.includes(role) || teamId !== null, {
    path: ["teamId"],
    message: "people.propose.team-required",
  });

export const personParams = z.object({ userId: z.uuid() });
export const invitationParams = z.object({ invitationId: z.uuid() });
export const organisationParams = z.object({ organisationId: z.uuid() });

export type SignInForm = z.infer<typeof signInForm>;
export type CodeForm = z.infer<typeof codeForm>;
