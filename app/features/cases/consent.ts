import { CONSENT_LEVELS, type ConsentLevel } from "#app/features/taxonomy/codes.ts";
import { CONSENT_AT_SENDING } from "./case-report.ts";

export { CONSENT_AT_SENDING, CONSENT_LEVELS, type ConsentLevel };

export const DEFAULT_CONSENT: ConsentLevel = "c1_internal";

/** What can be done with a case outside the room in which it is read. */
export const USES = ["help", "totals", "story", "named_to_recipients", "named_publicly"] as const;
export type Use = (typeof USES)[number];

const LOWEST: Record<Use, ConsentLevel> = {
  help: "c1_internal",
  totals: "c2_aggregate",
  story: "c3_anonymised_narrative",
  named_to_recipients: "c4_confidential_to_named",
  named_publicly: "c5_public_named",
};

const rank = (level: ConsentLevel) => CONSENT_LEVELS.indexOf(level);

/**
 * Whether the level permits the use. It is a ladder: who permits more, permits less.
 * A story needs besides, at every level, the reporter's approval of that very text; naming to recipients is for the
 * recipients the reporter wrote down and nobody else.
 */
export function allows(level: ConsentLevel, use: Use): boolean {
  return rank(level) >= rank(LOWEST[use]);
}

export function allowedUses(level: ConsentLevel): readonly Use[] {
  return USES.filter((use) => allows(level, use));
}

/** What a change takes away: future use stops, released briefings are noted and not recalled. */
export function usesLost(from: ConsentLevel, to: ConsentLevel): readonly Use[] {
  return allowedUses(from).filter((use) => !allows(to, use));
}

/**
 * Whether a choice may take the place of the present one. Less is taken from anybody at once. More is taken only from who has
 * seen what holds now: several people of an organisation have one report, and none of them undoes unknowingly what another
 * has taken back.
 * @param seen what the page showed that the choice was made on
 */
export function mayReplace(present: ConsentLevel, wanted: ConsentLevel, seen: ConsentLevel): boolean {
  return seen === present || usesLost(wanted, present).length === 0;
}

/** `c0_none` after sending is a withdrawal, with an offer of erasure. */
export function isWithdrawal(level: ConsentLevel): boolean {
  return level === "c0_none";
}
