import { codeListsNow } from "#app/features/briefings/figures/code-lists.server.ts";
import type { CountedCases } from "#app/features/briefings/figures/counted-rows.server.ts";
import { type ProtectContext, protectTables } from "#app/features/briefings/figures/protect-tables.server.ts";
import { type ProtectedRelease, protectedRelease } from "#app/features/briefings/figures/protected-release.ts";
import type { TableChoice } from "#app/features/briefings/figures/table-choice.ts";
import { hiddenNames, isBornOut, namedCodes, withNames } from "./named-rows.ts";
import type { ClearedNaming } from "./naming.ts";

interface Context extends Pick<ProtectContext, "cohort" | "earlier" | "signal" | "tell"> {
  /** of this briefing, approved by two persons */
  readonly cleared: readonly ClearedNaming[];
}

/**
 * Has the tables protected with every name that the counted cases bear. Where a name's own cell would be withheld, all is
 * done again without it: it falls to its type, and no file ever knew its code.
 */
export async function protectWithNames(
  { rows: counted, coverage }: Pick<CountedCases, "rows" | "coverage">,
  choices: readonly TableChoice[],
  { cleared, ...context }: Context,
) {
  const organisations = new Set(counted.map(({ organisationKey }) => organisationKey)).size;
  const isWanted = choices.some(({ dimensions }) => dimensions.includes("institution_named"));
  let named = isWanted ? cleared.filter((one) => isBornOut(counted, one)) : [];
  for (;;) {
    const lists = { ...codeListsNow(), named: named.map(({ code }) => code) };
    const rows = withNames(counted, named);
    const made = await protectTables(rows, choices, { ...context, lists, named: named.map(forTheRoom) });
    const release = protectedRelease(made.outcome, choices, organisations, coverage);
    const hidden = hiddenNames(release, named);
    if (hidden.length === 0) return { ...made, rows, lists, release: withNamed(release, named) };
    named = named.filter((one) => !hidden.includes(one));
  }
}

const forTheRoom = ({ code, askedOn, grade, approvedBy }: ClearedNaming) => ({
  ...{ code, approvedBy },
  rightOfReplyOn: askedOn,
  evidence: grade,
});

/** A release without names has no word of them: what was approved before there were any keeps its fingerprint. */
const withNamed = (release: ProtectedRelease, named: readonly ClearedNaming[]): ProtectedRelease =>
  named.length > 0 ? { ...release, named: namedCodes(named) } : release;
