import type { Rules } from "#app/features/disclosure/settings.ts";
import { type Contributions, sizes, total } from "#app/features/disclosure/tables/contributions.ts";
import { cover, type Reason } from "./primary.ts";

/** How far from the truth an attacker's interval must reach, in units of the measure. */
export interface ProtectionLevel {
  readonly up: number;
  readonly down: number;
}

export const UNPROTECTED: ProtectionLevel = { up: 0, down: 0 };

/**
 * The distances that a withheld cell needs. A cell sensitive twice takes the larger. The sliding level of the
 * literature needs no target of its own: it is never larger than the upward one here.
 * @param whole  true for counts: levels below one become one
 * @see Fischetti and Salazar (2000), upper and lower protection levels
 */
export function protectionLevel(
  contributions: Contributions,
  reasons: readonly Reason[],
  rules: Rules,
  whole: boolean,
): ProtectionLevel {
  const value = total(contributions.values());
  const parts = sizes(contributions);
  const levels = reasons.map((reason) => LEVELS[reason](parts, value, rules));
  const up = Math.max(0, ...levels.map((level) => level.up));
  const down = Math.max(0, ...levels.map((level) => level.down));
  const least = reasons.length > 0 && whole ? Math.max(1, Math.ceil(rules.protection.least)) : 0;
  const [above, below] = whole ? [Math.ceil(up), Math.ceil(down)] : [up, down];
  return { up: Math.max(above, least), down: Math.min(value, Math.max(below, least)) };
}

/** A figure that stands in no table must not be computed; how near a reader comes to it is nobody's promise. */
export function notComputed(value: number, { protection }: Rules): ProtectionLevel {
  return { up: 0, down: Math.min(value, protection.least) };
}

/** For a reader who takes its own part away: the levels of what is left, never more than those of the whole. */
export function levelWithout(
  own: ReadonlySet<string>,
  { contributions, reasons, whole }: { contributions: Contributions; reasons: readonly Reason[]; whole: boolean },
  rules: Rules,
): ProtectionLevel {
  const others = new Map([...contributions].filter(([unit]) => !own.has(unit)));
  if (others.size === 0) return UNPROTECTED;
  const all = protectionLevel(contributions, reasons, rules, whole);
  const rest = protectionLevel(others, reasons, rules, whole);
  return { up: Math.min(all.up, rest.up), down: Math.min(all.down, rest.down) };
}

type LevelOf = (parts: readonly number[], value: number, rules: Rules) => ProtectionLevel;

const small: LevelOf = (_, value, { protection: { relative, least, presence } }) => {
  const up = Math.max(least, Math.ceil(relative * value));
  return { up, down: presence ? value : up };
};

/** Enough that a coalition which takes its own parts away still misses the largest by p percent. */
const dominated: LevelOf = (parts, _, { p, coalition, protection }) => {
  const [largest = 0] = parts;
  const missing = Math.max(protection.least, (p / 100) * largest - cover(parts, coalition));
  return { up: missing, down: missing };
};

const alike: LevelOf = (_, __, { protection: { least } }) => ({ up: least, down: least });

const LEVELS: Record<Reason, LevelOf> = {
  threshold: small,
  complement: alike,
  dominance: dominated,
  homogeneity: alike,
  implied: small,
  // Withheld before: what it needed then is a target of the earlier release.
  earlier: () => UNPROTECTED,
};
