import type { CountedFacts } from "#app/features/briefings/briefing-record.ts";
import { type Dimension, dimensionOfCode, levelsOf } from "#app/features/briefings/figures/dimensions.ts";
import type { Interval } from "#app/features/disclosure/audit/audit-report.ts";
import type { Reason } from "#app/features/disclosure/rules/primary.ts";

type Range = Pick<Interval, "least" | "most">;

/** A withheld figure where the report has it: why it is withheld and how near a reader comes. What it is stays out. */
export interface Withheld {
  readonly measure: string;
  /** as the disclosure room names it */
  readonly place: string;
  /** none where it hides others and is sensitive of nothing itself */
  readonly reasons: readonly Reason[];
  readonly outside: Range;
  /** null where it is not sensitive: how near a contributor comes is then nobody's promise */
  readonly inside: Range | null;
}

/** One code of a withheld figure; a part that sums need has no dimension of ours. */
export interface FigureCode {
  readonly dimension: Dimension | null;
  readonly code: string;
}

/** One withheld figure of cases. That its value stays out is a courtesy: a narrow range says nearly as much. */
export interface ProtectedFigure extends Pick<Withheld, "reasons" | "outside" | "inside"> {
  readonly codes: readonly FigureCode[];
}

/** Withheld figures that say the same of the same: one measure, by the same subjects. */
export interface ProtectedGroup {
  readonly measure: string;
  readonly dimensions: readonly Dimension[];
  readonly figures: readonly ProtectedFigure[];
}

/** What the attack could not find out, with the reasons of its place and its own. No true figure is in here. */
export function withheldFigures({ report }: Pick<CountedFacts["protection"], "report">): readonly Withheld[] {
  const reasonsAt = new Map(report.marks.map(({ place, reasons }) => [place, reasons]));
  return (report.audit?.intervals ?? []).map(({ measure, place, least, most, reasons, inside }) => ({
    ...{ measure, place, reasons: [...new Set([...reasons, ...(reasonsAt.get(place) ?? [])])] },
    ...{ outside: { least, most }, inside: inside ?? null },
  }));
}

/** The sealed report of cases in the order in which it is read. */
export function protectedGroups(protection: Pick<CountedFacts["protection"], "report">): readonly ProtectedGroup[] {
  const groups = new Map<string, ProtectedGroup & { readonly figures: ProtectedFigure[] }>();
  for (const { measure, place, ...figure } of withheldFigures(protection)) {
    const codes = codesAt(place);
    const dimensions = codes.flatMap(({ dimension }) => dimension ?? []);
    const key = `${measure}@${dimensions.join()}`;
    const group = groups.get(key) ?? { measure, dimensions, figures: [] };
    groups.set(key, group);
    group.figures.push({ codes, ...figure });
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
