import { z } from "zod";
import { type CaseId, isId } from "#app/kernel/id.ts";

/** The case that an address names. What has not the form of an id is answered like what is not there. */
export const caseParams = z.object({
  caseId: z
    .string()
    .refine(isId)
    .transform((text) => text as CaseId),
});
