import type { Register, RegisterEntry } from "#app/features/registers/institutions/institution.ts";
import { nameOf } from "#app/features/registers/institutions/institution.ts";
import { codesOf, entryFor } from "#app/features/registers/institutions/institution-group.ts";
import { canonicalJson } from "#app/kernel/canonical-json.ts";
import type { IsoDay } from "#app/kernel/iso-day.ts";
import { type NamingFacts, replyDueOn } from "./naming.ts";

/** Why an entry of the register cannot be proposed for a name; each can be mended by a coordinator or by waiting. */
export type NamingGap = "folded" | "for-review" | "no-type" | "not-asked" | "answer-due";

/** @returns null where it can be proposed, as far as the register tells */
export function gapOf(entry: RegisterEntry, today: IsoDay): NamingGap | null {
  if (entry.foldedInto !== null) return "folded";
  if (entry.state !== "confirmed") return "for-review";
  // Without a type there is nothing that it could fall back to.
  if (entry.type === null || entry.type === "none") return "no-type";
  if (entry.reply === null) return "not-asked";
  return entry.reply.answeredOn === null && today <= replyDueOn(entry.reply) ? "answer-due" : null;
}

type Chosen = Pick<NamingFacts, "briefingId" | "session" | "grade">;

/** What is put to those who approve, as the register stands now. @param entry  one without a gap */
export function namingFacts(register: Register, entry: RegisterEntry, chosen: Chosen): NamingFacts | null {
  const { id, type, reply } = entry;
  if (!type || !reply) return null;
  return { ...chosen, entryId: id, name: nameOf(entry), type, codes: [...codesOf(register, id)].sort(), reply };
}

/** What has changed since it was approved. */
export type VoidReason = "gone" | "name" | "type" | "codes" | "reply" | "session";

/**
 * Compares what was approved with the register and the draft of this moment.
 * @returns the first thing that is other than approved, or null
 */
export function voidReason(
  approved: NamingFacts,
  register: Register,
  { session, today }: { readonly session: string; readonly today: IsoDay },
): VoidReason | null {
  const entry = entryFor(register, approved.entryId);
  if (approved.session !== session) return "session";
  if (!entry || entry.id !== approved.entryId) return "gone";
  const now = namingFacts(register, entry, approved);
  if (now && now.name !== approved.name) return "name";
  if (!now || canonicalJson(now.reply as never) !== canonicalJson(approved.reply as never)) return "reply";
  if (now.type !== approved.type) return "type";
  if (now.codes.join() !== approved.codes.join()) return "codes";
  return gapOf(entry, today) === null ? null : "gone";
}
