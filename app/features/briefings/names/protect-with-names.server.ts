import { codeListsNow } from "#app/features/briefings/figures/code-lists.server.ts";
import type { CountedCases } from "#app/features/briefings/figures/counted-rows.server.ts";
import { type ProtectContext, protectTables } from "#app/features/briefings/figures/protect-tables.server.ts";
import { type ProtectedRelease, protectedRelease } from "#app/features/briefings/figures/protected-release.ts";
import { isOfNames, type TableChoice } from "#app/features/briefings/figures/table-choice.ts";
import { hiddenNames, isBornOut, namedCodes, withNames } from "./named-rows.ts";
import type { ClearedNaming } from "./naming.ts";

interface Context extends Pick<ProtectContext, "cohort" | "earlier" | "signal" | "tell"> {
  /** of this briefing, approved by two persons */
  readonly cleared: readonly ClearedNaming[];
}

/**
 * Has the tables protected with every name that the counted cases bear. Where a name's own cell would be withheld, all is
 * done again without it: it falls to its type, and no file ever knew its code. Where no name is left, tables of names are
 * left out: they would be those of types under another heading.
 */
export async function protectWithNames(
  { rows: counted, coverage }: Pick<CountedCases, "rows" | "coverage">,
  choices: readonly TableChoice[],
  { cleared, ...context }: Context,
) {
  const organisations = new Set(counted.map(({ organisationKey }) => organisationKey)).size;
  let named = choices.some(isOfNames) ? cleared.filter((one) => isBornOut(counted, one)) : [];
  for (;;) {
    const lists = { ...codeListsNow(), named: named.map(({ code }) => code) };
    const rows = withNames(counted, named);
    const sayable = named.length > 0 ? choices : namelessOf(choices);
    const made = await protectTables(rows, sayable, { ...context, lists, named: named.map(forTheRoom) });
    const release = protectedRelease(made.outcome, sayable, organisations, coverage);
    const hidden = hiddenNames(release, named);
    if (hidden.length === 0)
      return { ...made, rows, lists, release: withoutNobody(withNamed(release, named), choices, sayable) };
    named = named.filter((one) => !hidden.includes(one));
  }
}

/** Of a list of such tables alone, the types are left: a release has at least one table. */
function namelessOf(choices: readonly TableChoice[]): readonly TableChoice[] {
  const others = choices.filter((choice) => !isOfNames(choice));
  return others.length > 0 ? others : choices;
}

/** Tells of the tables that had nobody to name. */
function withoutNobody(
  release: ProtectedRelease,
  choices: readonly TableChoice[],
  sayable: readonly TableChoice[],
): ProtectedRelease {
  const unsaid = choices.filter((choice) => !sayable.includes(choice));
  return {
    ...release,
    leftOut: [...release.leftOut, ...unsaid.map((choice) => ({ choice, reason: "nobody-named" as const }))],
  };
}

const forTheRoom = ({ code, askedOn, grade, approvedBy }: ClearedNaming) => ({
  ...{ code, approvedBy },
  rightOfReplyOn: askedOn,
  evidence: grade,
});

/** A release without names has no word of them: what was approved before there were any keeps its fingerprint. */
const withNamed = (release: ProtectedRelease, named: readonly ClearedNaming[]): ProtectedRelease =>
  named.length > 0 ? { ...release, named: namedCodes(named) } : release;
