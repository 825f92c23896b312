import type { ReferralRecord } from "./referral.ts";

/** What the team's last word on a referral is, by where it stands. */
export const END_KINDS = ["prepared", "live", "recalled"] as const;
export type EndKind = (typeof END_KINDS)[number];

const END: Partial<Record<ReferralRecord["state"], EndKind>> = {
  prepared: "prepared",
  asked: "live",
  ready: "live",
  recalled: "recalled",
};

/** @returns null where it has come to its end */
export function endKind({ state, deletionAskedOn }: Pick<ReferralRecord, "state" | "deletionAskedOn">): EndKind | null {
  return deletionAskedOn ? null : (END[state] ?? null);
}
