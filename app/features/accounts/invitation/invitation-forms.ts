import { z } from "zod";
import { STAFF_ROLES, TEAM_ROLES } from "#app/access/roles.ts";
import { typed } from "#app/features/accounts/typed-field.ts";
import type { TeamId } from "#app/kernel/id.ts";

export const joinForm = z.object({ code: typed("join.code.required") });

/** Which words are asked back is decided by the session; here they are only three words. */
export const confirmWordsForm = z.object({
  words1: typed("join.words.required"),
  words2: typed("join.words.required"),
  words3: typed("join.words.required"),
});

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

export const invitationParams = z.object({ invitationId: z.uuid() });
export const organisationParams = z.object({ organisationId: z.uuid() });
