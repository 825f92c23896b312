import type { CaseHistoryEntry } from "#app/features/audit/case-history.server.ts";
import type { CaseBody } from "#app/features/cases/case-record.ts";
import type { TriedRemedy } from "#app/features/cases/remedies/remedy.ts";
import type { SearchPlace, SearchText } from "./search.ts";

/** Everything that somebody typed into a case and its team may read; messages stand on a floor above. */
export interface OpenedTexts {
  readonly reference: string;
  readonly body: CaseBody;
  readonly notes: readonly CaseHistoryEntry[];
  readonly remedies: readonly TriedRemedy[];
}

export function searchedTexts({ reference, body, notes, remedies }: OpenedTexts): readonly SearchText[] {
  const { report, additions, organisationName, sourceRef } = body;
  return [
    one("reference", reference),
    one("story", report.story?.story),
    one("affected", report.affectedName?.affectedName),
    one("institution", report.institution?.institutionName),
    one("recipients", report.recipients?.recipients),
    one("organisation", organisationName),
    one("source", sourceRef),
    ...additions.map(({ text }) => one("addition", text)),
    ...remedies.flatMap(({ addressee, note }) => [one("remedy", addressee), one("remedy", note)]),
    ...notes.map(({ details }) => one("note", textOf(details))),
  ].filter(({ text }) => text !== "");
}

const one = (place: SearchPlace, text: string | null | undefined): SearchText => ({ place, text: text ?? "" });

function textOf(details: CaseHistoryEntry["details"]): string | null {
  const { text } = (details ?? {}) as { readonly text?: unknown };
  return typeof text === "string" ? text : null;
}
