import { z } from "zod";
import { briefingParams } from "#app/features/briefings/briefing-params.ts";
import type { InstitutionId } from "#app/kernel/id.ts";
import { idParam } from "#app/kernel/id-param.ts";
import { EVIDENCE_GRADES } from "./evidence-grade.ts";

export const namingParams = briefingParams.extend({ namingId: idParam<"naming">() });

export const REASON_MAX = 1_000;

export const proposeForm = z
  .object({
    institution: z.uuid("names.propose.required"),
    grade: z.enum(EVIDENCE_GRADES, "names.grade.required"),
  })
  .transform(({ institution, grade }) => ({ entryId: institution as InstitutionId, grade }));

/** The fingerprint of what was on the page: an approval is about this name, this reply and this grade. */
export const approveNamingForm = z.object({
  hash: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  read: z.literal("yes", "names.approve.required"),
});

export const endNamingForm = z.object({
  reason: z.string().trim().min(1, "names.end.required").max(REASON_MAX, "names.end.too-long"),
});
