import type { CountedFacts } from "#app/features/briefings/briefing-record.ts";
import { type Dimension, dimensionOfCode, levelsOf } from "#app/features/briefings/figures/dimensions.ts";
import type { Interval } from "#app/features/disclosure/audit/audit-report.ts";
import type { Reason } from "#app/features/disclosure/rules/primary.ts";

type Range = Pick<Interval, "least" | "most">;

/** One code of a withheld figure; a part that sums need has no dimension of ours. */
export interface FigureCode {
  readonly dimension: Dimension | null;
  readonly code: string;
}

/** One withheld figure: why it is withheld and how near a reader comes. What it is stays out, though a narrow range says nearly as much. */
export interface ProtectedFigure {
  readonly codes: readonly FigureCode[];
  /** none where it hides others and is sensitive of nothing itself */
  readonly reasons: readonly Reason[];
  readonly outside: Range;
  /** null where it is not sensitive: how near a contributor comes is then nobody's promise */
  readonly inside: Range | null;
}

/** Withheld figures that say the same of the same: one measure, by the same subjects. */
export interface ProtectedGroup {
  readonly measure: string;
  readonly dimensions: readonly Dimension[];
  readonly figures: readonly ProtectedFigure[];
}

/** The sealed report in the order in which it is read. What was counted stays where it is: no true figure is in here. */
export function protectedGroups({ report }: CountedFacts["protection"]): readonly ProtectedGroup[] {
  const reasonsAt = new Map(report.marks.map(({ place, reasons }) => [place, reasons]));
  const groups = new Map<string, ProtectedGroup & { readonly figures: ProtectedFigure[] }>();
  for (const { measure, place, least, most, reasons, inside } of report.audit?.intervals ?? []) {
    const codes = codesAt(place);
    const dimensions = codes.flatMap(({ dimension }) => dimension ?? []);
    const key = `${measure}@${dimensions.join()}`;
    const group = groups.get(key) ?? { measure, dimensions, figures: [] };
    groups.set(key, group);
    const why = [...new Set([...reasons, ...(reasonsAt.get(place) ?? [])])];
    group.figures.push({ codes, reasons: why, outside: { least, most }, inside: inside ?? null });
  }
  return [...groups.values()];
}

/** `incident=account_closed|affected_place=africa`, as the disclosure room names a place. */
function codesAt(place: string): FigureCode[] {
  if (place === "") return [];
  return place.split("|").map((part) => {
    const [subject = "", code = ""] = part.split("=");
    const finest = levelsOf(subject)[0];
    return { dimension: finest ? dimensionOfCode(finest, code) : null, code };
  });
}
