import { z } from "zod";
import type { InstitutionId } from "#app/kernel/id.ts";
import { isId } from "#app/kernel/id.ts";
import { recordVersion } from "#app/kernel/record-version.ts";

/** Values of the choice that are no entry's code. */
export const NO_ENTRY = "none";
export const OTHER_ENTRY = "other";

const required = "institutions.match.required";

/** One of the proposed entries, any other of the register, or none. */
export const matchForm = z
  .object({
    recordVersion,
    institution: z.string(required).refine((text) => text === NO_ENTRY || text === OTHER_ENTRY || isId(text), required),
    other: z.union([z.literal(""), z.uuid()]).optional(),
  })
  .refine(({ institution, other }) => institution !== OTHER_ENTRY || Boolean(other), {
    path: ["other"],
    message: required,
  })
  .transform(({ recordVersion: version, institution, other }) => ({
    version,
    code: codeOf(institution === OTHER_ENTRY ? (other ?? "") : institution),
  }));

const codeOf = (chosen: string) => (chosen === NO_ENTRY ? null : (chosen as InstitutionId));

export type MatchForm = z.infer<typeof matchForm>;
