import { z } from "zod";
import { RISK_LEVELS, SEVERITIES, URGENCIES } from "#app/features/taxonomy/codes.ts";
import { YES_NO_UNSURE } from "./case-report.ts";
import { CASE_EVENTS, reasonNeeded } from "./case-transition.ts";
import { ELIGIBILITIES } from "./eligibility.ts";
import { OVER_COMPLIANCE_ANSWERS } from "./over-compliance.ts";

const LONGEST_TEXT = 20_000;
const reason = z.string().trim().max(LONGEST_TEXT, "form.too-long").default("");

/** The case as the page knew it: a form from before somebody else's change gets a conflict. */
const version = z.coerce.number().int().min(1);

/** An optional choice: nothing chosen arrives as "". */
const orNone = <const Codes extends readonly [string, ...string[]]>(codes: Codes) =>
  z
    .union([z.literal(""), z.enum(codes)])
    .optional()
    .transform((code) => (code ? (code as Codes[number]) : null));

export const moveForm = z
  .object({ version, event: z.enum(CASE_EVENTS, "cases.move.required"), reason })
  .refine(({ event, reason }) => !reasonNeeded(event) || reason !== "", {
    path: ["reason"],
    message: "cases.reason.required",
  });

export const urgencyForm = z.object({
  version,
  urgency: z.enum(URGENCIES, "cases.urgency.required"),
  reason: z.string().trim().min(1, "cases.reason.required").max(LONGEST_TEXT, "form.too-long"),
});

export const assessmentForm = z.object({
  version,
  severity: orNone(SEVERITIES),
  risk: orNone(RISK_LEVELS),
  institutionBound: orNone(YES_NO_UNSURE),
  affectedListed: orNone(YES_NO_UNSURE),
  dealingLicensed: orNone(YES_NO_UNSURE),
  overCompliance: orNone(OVER_COMPLIANCE_ANSWERS),
  eligibility: z.enum(ELIGIBILITIES, "cases.eligibility.required"),
  reason,
});

export const assignForm = z.object({
  version,
  lead: z
    .union([z.literal(""), z.uuid()])
    .optional()
    .transform((id) => id || null),
});

export const noteForm = z.object({
  text: z.string().trim().min(1, "cases.note.required").max(LONGEST_TEXT, "form.too-long"),
});

export type MoveForm = z.infer<typeof moveForm>;
export type UrgencyForm = z.infer<typeof urgencyForm>;
export type AssessmentForm = z.infer<typeof assessmentForm>;
export type AssignForm = z.infer<typeof assignForm>;
