import { type Dimension, dimensionOfCode, standsApart, widerThan } from "#app/features/briefings/figures/dimensions.ts";
import { ALL, NOT_SAID } from "#app/features/briefings/figures/release-specification.ts";
import type { PublishedRow } from "./published-text.ts";

interface OrderedRow {
  readonly code: string;
  readonly level: PublishedRow["level"];
}

/**
 * As a reader wants them: each group before its parts, those who said nothing near the end, sums over several groups
 * and all together last.
 */
export function rowsInOrder(dimension: Dimension, codes: readonly string[]): OrderedRow[] {
  const plain = codes.filter((code) => code !== ALL && code !== NOT_SAID);
  const isApart = (code: string) => {
    const level = dimensionOfCode(dimension, code);
    return level !== dimension && standsApart(level);
  };
  const body = plain.filter((code) => !isApart(code));
  const groupOf = (code: string) =>
    dimensionOfCode(dimension, code) === dimension ? (widerThan(dimension)?.codeOf(code) ?? code) : code;
  const isPart = (code: string) => groupOf(code) !== code && body.includes(groupOf(code));
  const nested = body
    .filter((code) => !isPart(code))
    .flatMap((code): OrderedRow[] => {
      const parts = body.filter((part) => isPart(part) && groupOf(part) === code);
      return [
        { code, level: parts.length > 0 ? "group" : "row" },
        ...parts.map((part) => ({ code: part, level: "row" as const })),
      ];
    });
  const rest = codes.includes(NOT_SAID) ? [{ code: NOT_SAID, level: "row" as const }] : [];
  const sums = plain.filter(isApart).map((code) => ({ code, level: "total" as const }));
  const whole = codes.includes(ALL) ? [{ code: ALL, level: "total" as const }] : [];
  return [...nested, ...rest, ...sums, ...whole];
}
