import { sealedPart } from "#app/features/cases/case-seals.server.ts";
import { canonicalJson } from "#app/kernel/canonical-json.ts";
import type { Json } from "#app/kernel/json.ts";
import { utf8 } from "#app/platform/crypto/bytes.server.ts";
import { sha256Hex } from "#app/platform/crypto/hash.server.ts";
import type { ReferralContent, ReferralNotes, ReferralRecord } from "./referral.ts";

/** Under the case key: its reporter reads what is said of it, and the very content. */
export const recordSeal = sealedPart<ReferralRecord>("referrals", "sealed_record", "referral");
export const contentSeal = sealedPart<ReferralContent>("referrals", "sealed_content", "referral-content");
/** Under the notes key: the team's alone. */
export const notesSeal = sealedPart<ReferralNotes>("referrals", "sealed", "referral-notes");

/** What an agreement binds to. */
export function hashOf(content: ReferralContent): string {
  return sha256Hex(utf8(jsonOf(content)));
}

/** One text for one content, as it is hashed and as it is sent. */
export function jsonOf(content: ReferralContent): string {
  return canonicalJson(content as unknown as Json);
}
