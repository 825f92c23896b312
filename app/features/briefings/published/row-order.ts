import { type Dimension, dimensionOfCode, widerThan } from "#app/features/briefings/figures/dimensions.ts";
import { ALL, NOT_SAID } from "#app/features/briefings/figures/release-specification.ts";
import type { PublishedRow } from "./published-text.ts";

interface OrderedRow {
  readonly code: string;
  readonly level: PublishedRow["level"];
}

/** As a reader wants them: each group before its parts, those who said nothing near the end, all together last. */
export function rowsInOrder(dimension: Dimension, codes: readonly string[]): OrderedRow[] {
  const wider = widerThan(dimension);
  const plain = codes.filter((code) => code !== ALL && code !== NOT_SAID);
  const groupOf = (code: string) =>
    wider && dimensionOfCode(dimension, code) === dimension ? wider.codeOf(code) : code;
  const isLeaf = (code: string) => groupOf(code) !== code && plain.includes(groupOf(code));
  const body = plain
    .filter((code) => !isLeaf(code))
    .flatMap((code): OrderedRow[] => {
      const parts = wider ? plain.filter((part) => isLeaf(part) && groupOf(part) === code) : [];
      return [
        { code, level: parts.length > 0 ? "group" : "row" },
        ...parts.map((part) => ({ code: part, level: "row" as const })),
      ];
    });
  const rest = codes.includes(NOT_SAID) ? [{ code: NOT_SAID, level: "row" as const }] : [];
  const whole = codes.includes(ALL) ? [{ code: ALL, level: "total" as const }] : [];
  return [...body, ...rest, ...whole];
}
