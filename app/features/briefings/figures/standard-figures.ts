import type { ProtectedRelease } from "./protected-release.ts";
import { tableIdOf } from "./table-choice.ts";

interface WantedFigure {
  /** the first that prints it is taken */
  readonly rows: readonly (
    | "incident_type"
    | "incident_group"
    | "incident_kind"
    | "consequence"
    | "consequence_group"
  )[];
  readonly code: string;
}

/** Beside how many reported, what every briefing says first: refused, silent towards the Court, unpaid, victims left alone. */
const WANTED: readonly WantedFigure[] = [
  { rows: ["incident_type", "incident_group", "incident_kind"], code: "refusal" },
  { rows: ["consequence"], code: "cooperation_with_court_stopped" },
  { rows: ["consequence"], code: "staff_unpaid" },
  { rows: ["consequence", "consequence_group"], code: "victims" },
];

/** Those of the standard figures that a release prints, and that are not nought. */
export function standardFigures({ tables }: Pick<ProtectedRelease, "tables">): { table: string; codes: string[] }[] {
  return WANTED.flatMap(({ rows, code }) => {
    const ids = rows.map((row) => tableIdOf({ measure: "organisations", dimensions: [row], where: null }));
    const table = ids.find((id) =>
      tables.some((one) => one.id === id && one.cells.some(({ codes, value }) => codes.join() === code && value)),
    );
    return table ? [{ table, codes: [code] }] : [];
  });
}
