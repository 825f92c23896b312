import type { WrittenPackage } from "#app/features/disclosure/audit/written-package.ts";
import { chance } from "#app/features/disclosure/rules/cost.server.ts";
import { type KnownWords, type QuotationFault, quotationFaults } from "./quotation-checks.ts";

/** A text that its organisation has allowed to be printed, and what is to stand beside it. */
export interface Quotation {
  readonly id: string;
  /** the protected unit: its group, or the organisation itself */
  readonly unit: string;
  readonly text: string;
  /** codes by dimension, for instance region, type of incident, period */
  readonly beside: Readonly<Record<string, string>>;
}

export interface RefusedQuotation {
  readonly id: string;
  readonly faults: readonly QuotationFault[];
  /** the attributes beside it are no figure that is printed anywhere */
  readonly isBesideNothingPrinted: boolean;
  /** its organisation is quoted already */
  readonly isSecondOfItsOrganisation: boolean;
}

export interface CheckedQuotations {
  /** in an order that tells nothing, without the name of a unit */
  readonly quotable: readonly Pick<Quotation, "text" | "beside">[];
  readonly refused: readonly RefusedQuotation[];
}

/**
 * All quotations of an edition at once: one an organisation, each beside a cell that the edition prints.
 * @param packages  those in which the attributes have to be printed: a printed number rests on enough organisations
 */
export function checkedQuotations(
  quotations: readonly Quotation[],
  { known, packages, seed }: { known: KnownWords; packages: readonly WrittenPackage[]; seed: string },
): CheckedQuotations {
  const quoted = new Set<string>();
  const refused: RefusedQuotation[] = [];
  const passed: Quotation[] = [];
  for (const quotation of quotations) {
    const { id, unit, text, beside } = quotation;
    const faults = quotationFaults(text, known);
    const isBesideNothingPrinted = !isPrinted(beside, packages);
    const isSecondOfItsOrganisation = quoted.has(unit);
    if (faults.length === 0 && !isBesideNothingPrinted && !isSecondOfItsOrganisation) {
      quoted.add(unit);
      passed.push(quotation);
    } else refused.push({ id, faults, isBesideNothingPrinted, isSecondOfItsOrganisation });
  }
  const order = (one: Quotation) => chance(seed, `quotation ${one.id}`);
  const shuffled = passed.sort((a, b) => order(a) - order(b));
  return { quotable: shuffled.map(({ text, beside }) => ({ text, beside })), refused };
}

/** Some table prints a number for just these codes, and it is not nothing. */
function isPrinted(beside: Readonly<Record<string, string>>, packages: readonly WrittenPackage[]): boolean {
  return packages.some(({ tables, roots }) => {
    const wanted = named(beside, roots);
    return tables.some(({ dimensions, where, cells }) =>
      cells.some(({ codes, value }) => {
        if (!value) return false;
        const own = Object.fromEntries(dimensions.map((name, place) => [name, codes[place] ?? ""]));
        return named({ ...where, ...own }, roots) === wanted;
      }),
    );
  });
}

const named = (codes: Readonly<Record<string, string>>, roots: ReadonlyMap<string, string>): string =>
  Object.entries(codes)
    .filter(([name, code]) => roots.get(name) !== code)
    .map(([name, code]) => `${name}=${code}`)
    .sort()
    .join("|");
