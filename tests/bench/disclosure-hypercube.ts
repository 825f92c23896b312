import { barePattern, type Pattern, type System } from "#app/features/disclosure/system/system.ts";

/**
 * What agencies did before there were solvers, for comparison only: every row with a single mark gets a second one, the
 * cheapest, until none has. It looks at one addition at a time and promises nothing about all of them together.
 * @see Giessing and Repsilber (2002), of which this is the greedy core
 */
export function hypercubePattern(system: System): Pattern {
  const pattern = barePattern(system);
  for (let changed = true; changed; ) {
    changed = false;
    for (const { columns } of system.rows) {
      const withheld = columns.filter((column) => pattern[system.columns[column]!.spot] === 1);
      if (withheld.length !== 1) continue;
      const spots = columns.map((column) => system.columns[column]!.spot).filter((spot) => pattern[spot] === 0);
      const cheapest = spots
        .filter((spot) => system.spots[spot]!.withholding === "maybe" && hasSomething(system, spot))
        .sort((a, b) => system.spots[a]!.cost - system.spots[b]!.cost)[0];
      if (cheapest === undefined) continue;
      pattern[cheapest] = 1;
      changed = true;
    }
  }
  return pattern;
}

const hasSomething = ({ spots, columns }: System, spot: number) =>
  spots[spot]!.columns.some((column) => columns[column]!.value > 0);
