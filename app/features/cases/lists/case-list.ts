import { z } from "zod";
import type { Bytes } from "#app/platform/crypto/bytes.server.ts";

/** What a list holds, as it is sealed. The text is the file itself: an approval stands for every character of it. */
export const caseListSchema = z.object({
  csv: z.string(),
  caseIds: z.array(z.string()),
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
