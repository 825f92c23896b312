import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";

export const COUNTRIES = ["KE", "UG", "JP", "NG", "TH", "PE"] as const;
export const DIMENSIONS = {
  country: {
    column: "country",
    total: "ALL",
    sums: [
      ["ALL", ["AFR", "OTHER"]],
      ["AFR", ["KE", "UG", "NG"]],
      ["OTHER", ["JP", "TH", "PE"]],
    ],
    coarsen: ["leaf", "region", "total"],
  },
  outcome: { column: "outcome", total: "ALL", sums: [["ALL", ["resolved", "closed", "open"]]] },
} as const;
export const TABLES = [
  { id: "cases", measure: "cases", dimensions: ["country", "outcome"] },
  { id: "organisations", measure: "organisations", dimensions: ["country"] },
] as const;

const OUTCOMES = ["resolved", "closed", "open"] as const;
/** More than sixty, so that pairs of them are not looked at: other tests do. */
const ORGANISATIONS = 70;

/** Evenly spread over [0, 1), the same each time. */
const spread = (n: number, of: number): number => Math.abs((Math.sin(n * 12.9898 + of * 78.233) * 43_758.5453) % 1);

/** Record n of a year, the same each time: seventy organisations, the first of which report more than the others. */
export function recordOf(year: string, n: number, more: Partial<MicroRecord> = {}): MicroRecord {
  const unit = Math.floor(spread(n, 1) ** 1.5 * ORGANISATIONS);
  const country = spread(n, 2) < 0.6 ? unit : Math.floor(spread(n, 3) * COUNTRIES.length);
  return {
    id: `${year}-${n}`,
    unit: `organisation ${unit}`,
    codes: {
      country: [COUNTRIES[country % COUNTRIES.length]!],
      outcome: [OUTCOMES[Math.floor(spread(n, 4) * OUTCOMES.length)]!],
    },
    amounts: {},
    releasedIn: [],
    withdrawn: false,
    ...more,
  };
}

export const yearOf = (year: string, cases: number, more: Partial<MicroRecord> = {}): MicroRecord[] =>
  Array.from({ length: cases }, (_, n) => recordOf(year, n, more));

/** A year later: thirty of its cases ended otherwise, and one was withdrawn. A changed case is a row withdrawn and a new one. */
export function changed(records: readonly MicroRecord[], edition: string): MicroRecord[] {
  const CHANGED = 30;
  return records.flatMap((record, n) => {
    const old = { ...record, releasedIn: [edition] };
    const step = Math.floor(records.length / (CHANGED + 1));
    const place = n % step === 0 ? n / step : -1;
    if (place === CHANGED) return [{ ...old, withdrawn: true }];
    if (place < 0 || place > CHANGED) return [old];
    const outcome = record.codes.outcome![0] === "open" ? "closed" : "resolved";
    const anew = {
      ...record,
      id: `${record.id} changed`,
      codes: { ...record.codes, outcome: [outcome] },
      releasedIn: [],
    };
    return [{ ...old, withdrawn: true }, anew];
  });
}
