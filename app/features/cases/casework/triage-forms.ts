import { z } from "zod";
import type { Assessment } from "#app/features/cases/case-record.ts";
import { YES_NO_UNSURE } from "#app/features/cases/case-report.ts";
import { type CaseEvent, reasonNeeded, TEAM_EVENTS, type TeamEvent } from "#app/features/cases/case-transition.ts";
import { ELIGIBILITIES } from "#app/features/cases/eligibility.ts";
import { OVER_COMPLIANCE_ANSWERS } from "#app/features/cases/over-compliance.ts";
import { CORROBORATIONS, RISK_LEVELS, SEVERITIES, URGENCIES } from "#app/features/taxonomy/codes.ts";
import { recordVersion } from "#app/kernel/record-version.ts";
import { reasonField, requiredReason } from "./reason-field.ts";

const reason = reasonField.default("");

function versioned<Form extends { recordVersion: number }>({ recordVersion: version, ...form }: Form) {
  return { version, ...form };
}

/** An optional choice: nothing chosen arrives as "". */
const orNone = <const Codes extends readonly [string, ...string[]]>(codes: Codes) =>
  z
    .union([z.literal(""), z.enum(codes)])
    .optional()
    .transform((code) => (code ? (code as Codes[number]) : null));

/** Moves that a form makes by themselves. Nobody asks without a question: that one comes with a message. */
export type PlainMove = Exclude<TeamEvent, "ask">;
const PLAIN_MOVES = TEAM_EVENTS.filter((event): event is PlainMove => event !== "ask");

export function isMove(event: CaseEvent): event is PlainMove {
  return (PLAIN_MOVES as readonly CaseEvent[]).includes(event);
}

export const moveForm = z
  .object({ recordVersion, event: z.enum(PLAIN_MOVES, "casework.move.required"), reason })
  .refine(({ event, reason }) => !reasonNeeded(event) || reason !== "", {
    path: ["reason"],
    message: "casework.reason.required",
  })
  .transform(versioned);

export const urgencyForm = z
  .object({
    recordVersion,
    urgency: z.enum(URGENCIES, "casework.urgency.required"),
    reason: requiredReason,
  })
  .transform(versioned);

/** The button that asks for a suggestion and keeps nothing. */
export const SUGGEST_BUTTON = { name: "step", value: "suggest" } as const;

export const assessmentForm = z
  .object({
    recordVersion,
    severity: orNone(SEVERITIES),
    risk: orNone(RISK_LEVELS),
    institutionBound: orNone(YES_NO_UNSURE),
    affectedListed: orNone(YES_NO_UNSURE),
    dealingLicensed: orNone(YES_NO_UNSURE),
    overCompliance: orNone(OVER_COMPLIANCE_ANSWERS),
    eligibility: z.enum(ELIGIBILITIES, "casework.eligibility.required"),
    corroboration: orNone(CORROBORATIONS),
    reason,
    [SUGGEST_BUTTON.name]: z.string().optional(),
  })
  .transform(({ [SUGGEST_BUTTON.name]: step, ...form }) => ({
    ...versioned(form),
    asksForSuggestion: step === SUGGEST_BUTTON.value,
  }));

/** What is kept of a judgement, as its form holds it. */
export function assessmentValues({
  severity,
  risk,
  overCompliance,
  eligibility,
  corroboration,
  test,
}: Assessment): Record<string, string> {
  return {
    severity: severity ?? "",
    risk: risk ?? "",
    overCompliance: overCompliance ?? "",
    eligibility,
    corroboration: corroboration ?? "",
    ...test,
  };
}

export const assignForm = z
  .object({
    recordVersion,
    lead: z
      .union([z.literal(""), z.uuid()])
      .optional()
      .transform((id) => id || null),
  })
  .transform(versioned);

/** The reason is for the team that takes the case over. */
export const wallForm = z
  .object({
    recordVersion,
    reason: requiredReason,
    sure: z.literal("yes", "casework.wall.sure.required"),
  })
  .transform(({ sure: _, ...form }) => versioned(form));

export const noteForm = z.object({
  text: reasonField.min(1, "casework.note.required"),
});

export type MoveForm = z.infer<typeof moveForm>;
export type UrgencyForm = z.infer<typeof urgencyForm>;
type WholeAssessmentForm = Omit<z.infer<typeof assessmentForm>, "asksForSuggestion">;
/** What it rests on is asked since names may be printed; whoever judges without it says nothing of it. */
export type AssessmentForm = Omit<WholeAssessmentForm, "corroboration"> & Partial<WholeAssessmentForm>;
export type WallForm = z.infer<typeof wallForm>;
export type AssignForm = z.infer<typeof assignForm>;
