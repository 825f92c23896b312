import { LOCALES } from "#app/i18n/locales.ts";
import type { CaseQuantities } from "./quantities.ts";
import { currencyOf, kindOf, moneyIn, type Quantity, type QuantityKind, quantityOf } from "./quantities.ts";

/**
 * Who stands behind a sum: those who gave this quantity, and nobody else. So what is summed splits all records into parts,
 * by a dimension of its own for each kind: one part for each currency that is added up, or for working days, and the others.
 */
type SummedKind = Exclude<QuantityKind, "duration">;
const PART_DIMENSION: Record<SummedKind, string> = {
  amount: "currency",
  extra_cost: "extra_cost_currency",
  staff_days: "staff_days_told",
};
const OTHER = "other_or_none";
const TOLD = "told";

type Words = Readonly<Record<string, string>>;
/** The words for those who gave nothing of it, by kind and language, and for those who told their days. */
export interface PartWords {
  readonly whole: Words;
  readonly other: Record<SummedKind, Words>;
  readonly told: Words;
}

interface Part {
  readonly kind: SummedKind;
  /** the codes that are added up, in the order of the tables */
  readonly codes: readonly string[];
}

function partsIn(summed: readonly Quantity[]): Part[] {
  const kinds = new Set(summed.map(kindOf).filter((kind) => kind !== "duration"));
  return [...kinds].map((kind) => ({
    kind,
    codes: [...new Set(summed.filter((quantity) => kindOf(quantity) === kind).map(partCode))],
  }));
}

const partCode = (quantity: Quantity): string => currencyOf(quantity) ?? TOLD;

/** The filter of a table that adds up `quantity`. @returns none for days that it lasted, which are never added up */
export function wherePart(quantity: Quantity): Readonly<Record<string, string>> {
  const kind = kindOf(quantity);
  return kind === "duration" ? {} : { [PART_DIMENSION[kind]]: partCode(quantity) };
}

/** The part a case stands in, in each dimension that sums need. */
export function partCodes(
  quantities: CaseQuantities | undefined,
  summed: readonly Quantity[],
): Readonly<Record<string, readonly string[]>> {
  const gave = (quantity: Quantity) => quantities !== undefined && quantityOf(quantities, quantity) > 0;
  const codeIn = ({ kind, codes }: Part) =>
    codes.find((code) => gave(kind === "staff_days" ? kind : moneyIn(kind, code))) ?? OTHER;
  return Object.fromEntries(partsIn(summed).map((part) => [PART_DIMENSION[part.kind], [codeIn(part)]]));
}

/** These dimensions as a SPEC.json has them. @param whole  the code of all together */
export function partDimensions(summed: readonly Quantity[], whole: string, words: PartWords): object {
  const labelOf = (code: string): Words =>
    code === TOLD ? words.told : Object.fromEntries(LOCALES.map((locale) => [locale, code]));
  return Object.fromEntries(
    partsIn(summed).map(({ kind, codes }) => [
      PART_DIMENSION[kind],
      {
        column: PART_DIMENSION[kind],
        total: whole,
        sums: [[whole, [...codes, OTHER]]],
        coarsen: [PART_DIMENSION[kind], "total"],
        labels: {
          ...Object.fromEntries(codes.map((code) => [code, labelOf(code)])),
          [whole]: words.whole,
          [OTHER]: words.other[kind],
        },
      },
    ]),
  );
}
