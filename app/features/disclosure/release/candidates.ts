import type { Frame } from "#app/features/disclosure/editions/frame.ts";
import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import type { TableSpec } from "#app/features/disclosure/input/specification.ts";
import type { ProtectInput } from "#app/features/disclosure/protect-outcome.ts";
import { type Choice, choicesOf, firstWorthwhile, isNarrowEnough } from "#app/features/disclosure/rules/generalise.ts";
import { isCleared, organisationsBehind } from "#app/features/disclosure/rules/named-institutions.ts";
import {
  cellAt,
  combinations,
  coordinatesOf,
  planned,
  type TablePlan,
  treeOf,
} from "#app/features/disclosure/tables/table-plan.ts";

/** A table with the levels it may still be printed at, finest first, and the one that is tried now. */
export interface Candidate {
  readonly table: TableSpec;
  readonly choices: readonly Choice[];
  readonly place: number;
}

export function candidateOf(
  table: TableSpec,
  records: readonly MicroRecord[],
  organisations: number,
  { spec, trees }: Pick<ProtectInput, "spec" | "trees">,
): Candidate {
  const mayBeNamed = (dimension: string, code: string) => {
    const institution = spec.dimensions[dimension]?.institutions.find((one) => one.code === code);
    return !institution || isCleared(institution, organisationsBehind(records, treeOf(dimension, trees), code));
  };
  const isOfNamed = Object.entries(table.where).every(([dimension, code]) => mayBeNamed(dimension, code));
  const choices = choicesOf(table, records, { trees, rules: spec.rules, mayBeNamed }).filter(
    (choice) => isOfNamed && isNarrowEnough(table, choice, organisations, trees),
  );
  return { table, choices, place: firstWorthwhile(choices, table.mostPrimary) };
}

/** No level is left at which it could be printed. */
export const isHopeless = ({ place, choices }: Candidate): boolean => place < 0 || place >= choices.length;

/** All tables at their present levels, about the records that the release counts. */
export const plansOf = (
  candidates: readonly Candidate[],
  { trees, where }: Pick<Frame, "trees" | "where">,
): TablePlan[] =>
  candidates.map(({ table, choices, place }) =>
    planned({ ...table, where: { ...table.where, ...where } }, choices[place]!.levels, trees),
  );

/**
 * The next choice of the table that stands behind what could not be protected; the largest where none is named.
 * @param open  keys of the figures that could not be protected
 */
export function coarsened(
  candidates: readonly Candidate[],
  open: readonly string[],
  frame: Pick<Frame, "trees" | "where">,
): Candidate[] | null {
  const plans = plansOf(candidates, frame);
  const size = ({ codes }: TablePlan) => codes.reduce((product, own) => product * own.length, 1);
  const isNamed = (plan: TablePlan) =>
    combinations(plan.codes).some((codes) =>
      open.includes(`${plan.measure}@${coordinatesOf(cellAt(plan, codes), frame.trees)}`),
    );
  const movable = candidates
    .map((_, place) => place)
    .filter((place) => candidates[place]!.place + 1 < candidates[place]!.choices.length);
  const [next] = movable.sort(
    (a, b) => Number(isNamed(plans[b]!)) - Number(isNamed(plans[a]!)) || size(plans[b]!) - size(plans[a]!) || a - b,
  );
  if (next === undefined) return null;
  return candidates.map((candidate, place) =>
    place === next ? { ...candidate, place: candidate.place + 1 } : candidate,
  );
}
