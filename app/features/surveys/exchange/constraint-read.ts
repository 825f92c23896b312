import { latinDigits } from "#app/kernel/latin-digits.ts";

/** What the constraints of XLSForm say, as far as limits can hold it. */
export interface Limits {
  readonly least?: number;
  readonly most?: number;
  readonly longest?: number;
  readonly atMost?: number;
  /** options that stand alone */
  readonly alone: readonly string[];
  /** true where a part of it says something else */
  readonly hasMore: boolean;
}

type Said = { -readonly [Key in keyof Limits]?: Limits[Key] };

const NUMBER = String.raw`(-?\d+(?:\.\d+)?)`;
const PARTS: readonly (readonly [RegExp, (found: readonly string[]) => Said])[] = [
  [new RegExp(`^\\. ?>= ?${NUMBER}`), ([, least]) => ({ least: Number(least) })],
  [new RegExp(`^\\. ?<= ?${NUMBER}`), ([, most]) => ({ most: Number(most) })],
  [/^string-length\(\.\) ?<= ?(\d+)/, ([, longest]) => ({ longest: Number(longest) })],
  [/^count-selected\(\.\) ?<= ?(\d+)/, ([, atMost]) => ({ atMost: Number(atMost) })],
  [/^not\(selected\(\., ?'([^']+)'\) and count-selected\(\.\) ?> ?1\)/, ([, code]) => ({ alone: [code!] })],
  [/^regex\(\., ?'\^\[0-9\]\{4\}-Q\[1-4\]\$'\)/, () => ({})],
];

/**
 * Reads conditions joined by `and`, as far as limits can hold them; what comes after the first that they cannot is
 * not looked at.
 */
export function readConstraint(text: string): Limits {
  let rest = latinDigits(text.trim());
  let limits: Said = {};
  const alone: string[] = [];
  while (rest !== "") {
    const part = PARTS.find(([pattern]) => pattern.test(rest));
    if (!part) return { ...limits, alone, hasMore: true };
    const found = part[0].exec(rest)!;
    const { alone: more, ...said } = part[1](found);
    alone.push(...(more ?? []));
    limits = { ...limits, ...said };
    rest = rest
      .slice(found[0].length)
      .replace(/^ +and +/, "")
      .trim();
  }
  return { ...limits, alone, hasMore: false };
}
