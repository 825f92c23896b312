import { z } from "zod";
import { CONSENT_LEVELS, type ConsentLevel } from "#app/features/taxonomy/codes.ts";
import type { Bytes } from "#app/platform/crypto/bytes.server.ts";

/** What leaves: a line of each case, without a name or a text; or each case whole. */
export const LIST_KINDS = ["rows", "cases"] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/** What a list says of itself, as it is sealed. What is to leave lies beside it; an approval stands for every character of that. */
export const caseListSchema = z.object({
  kind: z.enum(LIST_KINDS),
  /** with what their reporters allowed when it was made */
  holds: z.array(z.object({ caseId: z.string(), consent: z.enum(CONSENT_LEVELS).nullable() })),
  /** SHA-256 of what is to leave, base64url */
  textHash: z.string(),
  /** the age public key that whole cases are sealed to */
  recipient: z.string().nullable(),
  /** also what only the team reads */
  withNotes: z.boolean(),
  /** who asked for it */
  by: z.string(),
  /** ISO instant */
  at: z.string(),
});
export type CaseList = z.infer<typeof caseListSchema>;

export interface KeptList extends CaseList {
  readonly id: string;
  /** of the row's sealed bytes: what an approval stands for */
  readonly sealedHash: Bytes;
}

/** A list that nobody has fetched by then is old news. */
export const LIST_LASTS_DAYS = 7;
export const MOST_LISTS = 10;

export function isStale({ at }: Pick<CaseList, "at">, now: Date): boolean {
  return now.getTime() - Date.parse(at) > LIST_LASTS_DAYS * 86_400_000;
}

/** Two different persons: who asked, and one of those of the team who agreed. */
export function isAgreed({ by }: Pick<CaseList, "by">, approvers: readonly string[]): boolean {
  return approvers.includes(by) && approvers.some((one) => one !== by);
}

/** A case of a list as it is now; not there once it is withdrawn, erased or another team's. */
export interface HeldNow {
  readonly caseId: string;
  readonly consent: ConsentLevel | null;
}

/** Whether a reporter has withdrawn or changed the consent since, or a case is gone: then nothing of the list leaves any more. */
export function isOvertaken({ holds }: Pick<CaseList, "holds">, present: readonly HeldNow[]): boolean {
  const consents = new Map(present.map(({ caseId, consent }) => [caseId, consent]));
  return holds.some(({ caseId, consent }) => !consents.has(caseId) || consents.get(caseId) !== consent);
}
