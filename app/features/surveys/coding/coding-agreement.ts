import { type Agreement, cohensKappa } from "#app/features/surveys/statistics/agreement.ts";
import type { CodesByText } from "./coding.ts";

export interface CodeAgreement extends Agreement {
  readonly code: string;
  /** texts to which the one, and the other, gave it */
  readonly one: number;
  readonly other: number;
}

export interface CodingAgreement {
  readonly texts: number;
  /** texts to which both gave the very same codes */
  readonly alike: number;
  /** every code that one of both gave, judged text by text */
  readonly codes: readonly CodeAgreement[];
  /** over all judgements of all these codes together */
  readonly overall: Agreement;
  /** marks of texts on which they differ, in no order that says anything */
  readonly differing: readonly string[];
}

/** How far two agree who coded the same texts without seeing what the other gave. @param order  of codes, as their list has them */
export function agreementOf(
  marks: readonly string[],
  one: CodesByText,
  other: CodesByText,
  order: readonly string[],
): CodingAgreement {
  const given = new Set(marks.flatMap((mark) => [...(one[mark] ?? []), ...(other[mark] ?? [])]));
  const codes = order.filter((code) => given.has(code));
  const judged = (by: CodesByText, code: string) => marks.map((mark) => by[mark]?.includes(code) ?? false);
  const overall = cohensKappa(
    codes.flatMap((code) => judged(one, code)),
    codes.flatMap((code) => judged(other, code)),
  );
  const differing = marks.filter((mark) => !sameCodes(one[mark] ?? [], other[mark] ?? []));
  return {
    texts: marks.length,
    alike: marks.length - differing.length,
    codes: codes.map((code) => {
      const [first, second] = [judged(one, code), judged(other, code)];
      const count = (all: readonly boolean[]) => all.filter(Boolean).length;
      return { code, one: count(first), other: count(second), ...cohensKappa(first, second) };
    }),
    overall,
    differing,
  };
}

/** Whatever their order; each code stands once on either side. */
export function sameCodes(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((code) => other.includes(code));
}

/** What holds in the end: where both agree, that; where they differ, what was settled, and nothing before. */
export function finalCodes(
  marks: readonly string[],
  one: CodesByText,
  other: CodesByText,
  settled: CodesByText,
): CodesByText {
  return Object.fromEntries(
    marks.flatMap((mark) => {
      const [first, second] = [one[mark] ?? [], other[mark] ?? []];
      if (sameCodes(first, second)) return [[mark, first]];
      return Object.hasOwn(settled, mark) ? [[mark, settled[mark]!]] : [];
    }),
  );
}
