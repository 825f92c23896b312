/** How the law of a State stands to orders from abroad that forbid to serve somebody. */
export type BlockingLaw = "eu" | "own" | "none";

/**
 * States Parties outside the Union with a blocking law of their own, by ISO 3166-1 alpha-2 code. Source: the entry
 * `other_blocking_statutes` of the register of protections, which marks itself as not checked; the pages say so, too.
 */
const OWN_LAW: readonly string[] = ["CA", "GB", "MX"];

/** @returns `none` where the register knows of no such law, which is no proof that there is none */
export function blockingLawOf({
  iso2,
  eu_member,
}: {
  readonly iso2: string;
  readonly eu_member: boolean;
}): BlockingLaw {
  if (eu_member) return "eu";
  return OWN_LAW.includes(iso2) ? "own" : "none";
}
