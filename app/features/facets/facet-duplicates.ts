import { columnTest } from "./facet-filter.ts";
import { type FacetIndex, idText, isShown, rowCount, rowOf } from "./facet-index.ts";

/**
 * Why two cases may be the same one. `institution_like` where nobody has matched them and kind and country agree;
 * `days` lie between the two beginnings, 0 where they can have been on one day.
 */
export type DuplicateReason =
  | { readonly kind: "institution" | "institution_like" | "incident" | "incident_among" | "organisation" }
  | { readonly kind: "date"; readonly days: number }
  | { readonly kind: "amount"; readonly isEqual: boolean };

export interface DuplicateHint {
  readonly caseId: string;
  /** higher is likelier; only for sorting */
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
}

export interface DuplicateQuery {
  readonly caseId: string;
  /** every code that stands for the case's institution today; empty where it is not matched */
  readonly institutionCodes: readonly string[];
  /** statuses of cases that can be meant, by dictionary number; 0 finds what nobody has assessed */
  readonly statuses: readonly number[];
  /** how many days a beginning may span, by the dictionary number of its precision; a precision that is not there tells nothing */
  readonly spanDays: Readonly<Record<number, number>>;
  readonly most: number;
}

/**
 * What each agreement is worth. No two of them make a hint, the institution must be among them, and three strong ones or
 * four do: a bank closes many accounts, and a month has many closures.
 */
const WORTH = {
  institution: 40,
  institution_like: 15,
  incident: 25,
  incident_among: 12,
  organisation: 12,
  date: { days3: 25, days14: 15, span: 10 },
  amount: { equal: 20, near: 10 },
} as const;
const ENOUGH = 66;

/** Amounts differ by fees and rounding: a tenth either way is near. */
const NEAR_RATIO = 1.1;

/**
 * Cases of the same index that may tell of the same thing, the likeliest first, in one pass over the columns. It knows
 * codes, days and numbers only, and proposes; a coordinator decides.
 */
export function duplicateHints(index: FacetIndex, query: DuplicateQuery): readonly DuplicateHint[] {
  const own = rowOf(index, query.caseId);
  if (own < 0 || !isShown(index, own)) return [];
  const reasonsOf = reasonsBeside(index, own, query);
  const mayBeMeant = columnTest(index, "status", query.statuses);
  const found: { row: number; score: number; reasons: readonly DuplicateReason[] }[] = [];
  for (let row = 0; row < rowCount(index); row += 1) {
    if (row === own || !isShown(index, row) || !mayBeMeant(row)) continue;
    const reasons = reasonsOf(row);
    const score = reasons.reduce((sum, reason) => sum + worthOf(reason), 0);
    if (score >= ENOUGH) found.push({ row, score, reasons });
  }
  return found
    .sort((a, b) => b.score - a.score || a.row - b.row)
    .slice(0, query.most)
    .map(({ row, score, reasons }) => ({ caseId: idText(index.memory.cases, row + 1) ?? "", score, reasons }));
}

function worthOf(reason: DuplicateReason): number {
  if (reason.kind === "amount") return reason.isEqual ? WORTH.amount.equal : WORTH.amount.near;
  if (reason.kind !== "date") return WORTH[reason.kind];
  if (reason.days === SAME_SPAN) return WORTH.date.span;
  return reason.days <= 3 ? WORTH.date.days3 : WORTH.date.days14;
}

/** Stands for two beginnings of which one is known by its month: they can have been on one day, and need not. */
export const SAME_SPAN = -1;

/** What agrees between the case at `own` and another row. Nothing, where not even the institution does. */
function reasonsBeside(index: FacetIndex, own: number, { institutionCodes, spanDays }: DuplicateQuery) {
  const { institutionCode, institutionType, institutionCountry, organisationId } = index.memory.columns;
  const { mainIncident } = index.memory.columns;
  const isSameInstitution = columnTest(index, "institutionCode", institutionCodes);
  const isAmong = columnTest(index, "otherIncidents", mainIncident[own] ? [mainIncident[own]] : []);
  const isMatched = institutionCodes.length > 0;
  const isLike = (row: number) =>
    // Two that are matched to different entries are not alike, however near their kind.
    !(isMatched && institutionCode[row] !== 0) &&
    institutionType[own] !== 0 &&
    institutionType[row] === institutionType[own] &&
    institutionCountry[own] !== 0 &&
    institutionCountry[row] === institutionCountry[own];
  const isSame = (column: ArrayLike<number>, row: number) => column[own] !== 0 && column[row] === column[own];
  return (row: number): readonly DuplicateReason[] => {
    const institution = isMatched && isSameInstitution(row) ? "institution" : isLike(row) ? "institution_like" : null;
    if (!institution) return [];
    const days = daysApart(index, own, row, spanDays);
    const amount = amountLikeness(index, own, row);
    return [
      { kind: institution },
      ...(isSame(mainIncident, row)
        ? [{ kind: "incident" } as const]
        : isAmong(row)
          ? [{ kind: "incident_among" } as const]
          : []),
      ...(days === null ? [] : [{ kind: "date", days } as const]),
      ...(amount === null ? [] : [{ kind: "amount", isEqual: amount === "equal" } as const]),
      ...(isSame(organisationId, row) ? [{ kind: "organisation" } as const] : []),
    ];
  };
}

const NEAR_DAYS = 14;
/** A beginning known only by its year is near everything of that year, which says nothing. */
const LONGEST_TELLING = 31;

/** Days between two beginnings where they are near; `SAME_SPAN` where a month is all that is known and they may coincide. */
function daysApart(
  { memory: { columns } }: FacetIndex,
  a: number,
  b: number,
  spanDays: DuplicateQuery["spanDays"],
): number | null {
  const { startedOn, datePrecision } = columns;
  const [one, other] = [startedOn[a]!, startedOn[b]!];
  const [oneSpan, otherSpan] = [spanDays[datePrecision[a]!], spanDays[datePrecision[b]!]];
  if (one === 0 || other === 0 || !oneSpan || !otherSpan) return null;
  if (Math.max(oneSpan, otherSpan) > LONGEST_TELLING) return null;
  const gap = Math.max(0, one - (other + otherSpan - 1), other - (one + oneSpan - 1));
  if (oneSpan > 1 || otherSpan > 1) return gap === 0 ? SAME_SPAN : null;
  return gap <= NEAR_DAYS ? gap : null;
}

function amountLikeness({ memory: { columns } }: FacetIndex, a: number, b: number): "equal" | "near" | null {
  const { currency, amountMinor } = columns;
  // Counts are stored plus one: zero is not said, one is nought, and a nought is like every other.
  const [one, other] = [amountMinor[a]! - 1, amountMinor[b]! - 1];
  if (one <= 0 || other <= 0 || currency[a] === 0 || currency[a] !== currency[b]) return null;
  if (one === other) return "equal";
  return Math.max(one, other) / Math.min(one, other) <= NEAR_RATIO ? "near" : null;
}
