import { z } from "zod";
import type { IsoDay } from "#app/kernel/iso-day.ts";
import { REGIONAL_GROUPS } from "./regional-groups.ts";
import { dayText, optionalText } from "./register-row.ts";

const yesNo = z.enum(["yes", "no"]).transform((cell) => cell === "yes");

/** A State that is or was a party to the Rome Statute, as the register keeps it. */
export const statePartySchema = z.object({
  iso2: z.string().regex(/^[A-Z]{2}$/),
  iso3: z.string().regex(/^[A-Z]{3}$/),
  name_en: z.string().min(1),
  name_fr: z.string().min(1),
  name_es: z.string().min(1),
  name_ar: z.string().min(1),
  regional_group: z.enum(REGIONAL_GROUPS),
  eu_member: yesNo,
  rome_statute_deposit_date: dayText,
  rome_statute_in_force_date: dayText,
  /** what is announced or notified; whether the State is a party follows from the dates (`partyStatusOn`) */
  status: z.enum(["party", "withdrawal_announced", "withdrawal_notified"]),
  withdrawal_notified_date: dayText,
  withdrawal_effective_date: dayText,
  status_note: optionalText,
  apic_party: z.enum(["yes", "no", "unknown"]),
  apic_deposit_date: dayText,
  apic_source: optionalText,
  source: optionalText,
  confidence: optionalText,
});
export type StateParty = z.infer<typeof statePartySchema>;

export const formerStatePartySchema = z.object({
  iso2: z.string().regex(/^[A-Z]{2}$/),
  iso3: z.string().regex(/^[A-Z]{3}$/),
  name_en: z.string().min(1),
  regional_group: z.enum(REGIONAL_GROUPS),
  withdrawal_effective_date: dayText,
  source: optionalText,
  confidence: optionalText,
});
export type FormerStateParty = z.infer<typeof formerStatePartySchema>;

export const PARTY_STATUSES = [
  "not_yet_party",
  "party",
  "withdrawal_announced",
  "withdrawal_notified",
  "former_party",
] as const;
export type PartyStatus = (typeof PARTY_STATUSES)[number];

type Dates = Pick<
  StateParty,
  "rome_statute_in_force_date" | "withdrawal_notified_date" | "withdrawal_effective_date" | "status"
>;

/**
 * The status on a day. A State that has given notice stays a party until its withdrawal takes effect, one year later.
 * An announcement has no date of its own in the register and holds on every day on which the State is a party.
 */
export function partyStatusOn(state: Dates, day: IsoDay): PartyStatus {
  const { rome_statute_in_force_date: inForce, withdrawal_notified_date: notified } = state;
  if (inForce !== null && day < inForce) return "not_yet_party";
  if (state.withdrawal_effective_date !== null && day >= state.withdrawal_effective_date) return "former_party";
  if (notified !== null) return day >= notified ? "withdrawal_notified" : "party";
  return state.status === "withdrawal_announced" ? "withdrawal_announced" : "party";
}

export function isPartyOn(state: Dates, day: IsoDay): boolean {
  return ["party", "withdrawal_announced", "withdrawal_notified"].includes(partyStatusOn(state, day));
}
