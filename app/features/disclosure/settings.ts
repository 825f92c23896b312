/**
 * Every threshold of the room in one place. A specification may make them stricter, never looser (`looserThan`).
 * Sources: Hundepool et al., Statistical Disclosure Control (2012) and Handbook on SDC, 2nd ed. (2025), for the kinds of
 * rule and their usual sizes; the figures are those of the project's own disclosure rules, which measured them.
 */
export interface Rules {
  /** fewest organisations a figure may rest on */
  readonly m: number;
  /** p% rule: nobody may know another's part to within this many percent */
  readonly p: number;
  /** organisations that may put their own figures together in the p% rule */
  readonly coalition: number;
  /** attackers who are contributors themselves: each one, or each two */
  readonly insiders: 1 | 2;
  /** sums that a row prints by subtraction must pass as cells of their own */
  readonly impliedAggregates: boolean;
  /** a zero may stand behind a mark, so that a mark does not prove that there is something */
  readonly zeros: "mayWithhold" | "publish";
  readonly protection: Protection;
  /** share of a margin's organisations above which one sensitive category gives the group away; 0–1 */
  readonly homogeneity: number;
  readonly cost: Cost;
  readonly rounding: Rounding;
}

export interface Protection {
  /** upward level of a threshold cell as a share of its value */
  readonly relative: number;
  /** least distance, in units of the measure */
  readonly least: number;
  /** a mark must leave room for "nobody": the interval reaches down to zero */
  readonly presence: boolean;
}

export interface Cost {
  readonly kind: "log" | "value";
  /** a total costs this much more than a leaf, for each dimension in which it is a total */
  readonly marginFactor: number;
  /** random share of the cost, from the seed, so that the cheapest pattern cannot be guessed; 0 makes it exact */
  readonly jitter: number;
}

export interface Rounding {
  /** base of printed numbers of organisations; 1 leaves them as they are */
  readonly organisations: number;
  /** significant figures of printed sums */
  readonly sum: { readonly significant: number };
}

export interface Limits {
  readonly seconds: number;
  /** share of the cost by which a pattern may be dearer than the cheapest */
  readonly gap: number;
}

const PUBLIC: Rules = {
  m: 5,
  p: 15,
  coalition: 2,
  insiders: 1,
  impliedAggregates: true,
  zeros: "mayWithhold",
  protection: { relative: 0.5, least: 1, presence: true },
  homogeneity: 0.9,
  cost: { kind: "log", marginFactor: 2, jitter: 0.05 },
  rounding: { organisations: 5, sum: { significant: 3 } },
};

export const PROFILES = {
  public: PUBLIC,
  partners: { ...PUBLIC, p: 10, coalition: 1, rounding: { ...PUBLIC.rounding, organisations: 1 } },
} as const satisfies Record<string, Rules>;
export type Profile = keyof typeof PROFILES;

export const LIMITS: Limits = { seconds: 120, gap: 0.02 };

/** Sizes measured on two cores; above them a method takes longer than an editor waits. */
export const SIZES = {
  /** cells of the joint closure above which only pairs of tables are joined */
  closure: 20_000,
  exactCells: 2_000,
  exactTargets: 500,
  heuristicCells: 10_000,
  /** up to this many organisations every pair of them is an attacker */
  pairs: 60,
} as const;

/** Share of a table's non-zero cells that may be primary before detail costs more than it tells. */
export const MOST_PRIMARY = 0.25;
/** Of a table's withheld cells at least this share are zeros, wherever it has zeros. */
export const ZEROS_AMONG_WITHHELD = 0.2;
/** Rounds of audit, repair and audit again before a release is held. */
export const REPAIR_ROUNDS = 5;
/** Below this many organisations nothing but the total and one-way tables; below the second, no figures. */
export const SMALL_POPULATION = { oneWay: 20, none: 10 } as const;
/** Shares: least denominator, and the denominator from which a decimal is printed. */
export const SHARES = { least: 10, decimalFrom: 200 } as const;

/** Microdata extracts, whatever a profile says: anonymity and variety of a class, rows of one organisation, rows left out. */
export const EXTRACTS = {
  leastOrganisations: 5,
  leastValues: 2,
  mostAlike: 0.9,
  rowsAnOrganisation: 3,
  mostSuppressed: 0.05,
  /** recodings that are audited before the extract is refused */
  audits: 12,
} as const;

type Order = (asked: number, profile: number) => boolean;
const atLeast: Order = (asked, profile) => asked >= profile;
const atMost: Order = (asked, profile) => asked <= profile;

/** @returns the names of rules in `rules` that are looser than the profile allows; empty where all is well */
export function looserThan(profile: Profile, rules: Rules): string[] {
  const base = PROFILES[profile];
  const compared: readonly (readonly [string, boolean])[] = [
    ["m", atLeast(rules.m, base.m)],
    ["p", atLeast(rules.p, base.p)],
    ["coalition", atLeast(rules.coalition, base.coalition)],
    ["insiders", atLeast(rules.insiders, base.insiders)],
    ["impliedAggregates", rules.impliedAggregates || !base.impliedAggregates],
    ["zeros", rules.zeros === base.zeros],
    ["protection.relative", atLeast(rules.protection.relative, base.protection.relative)],
    ["protection.least", atLeast(rules.protection.least, base.protection.least)],
    ["protection.presence", rules.protection.presence || !base.protection.presence],
    ["homogeneity", atMost(rules.homogeneity, base.homogeneity)],
    ["rounding.organisations", rules.rounding.organisations % base.rounding.organisations === 0],
    ["rounding.sum.significant", atMost(rules.rounding.sum.significant, base.rounding.sum.significant)],
  ];
  return compared.filter(([, kept]) => !kept).map(([name]) => name);
}
