import { NAMED_FROM } from "#app/features/disclosure/rules/named-institutions.ts";

/**
 * From how many independent organisations on an institution's cases are a pattern: it is shown to coordinators, and the
 * institution may be asked. With fewer, the question alone could tell it who reported.
 */
export const PATTERN_FROM = 3;

/** What the cases of an institution amount to. */
export type Pattern = "none" | "pattern" | "nameable";

/** @param organisations  independent ones; an umbrella counts once */
export function patternOf(organisations: number): Pattern {
  if (organisations >= NAMED_FROM) return "nameable";
  return organisations >= PATTERN_FROM ? "pattern" : "none";
}
