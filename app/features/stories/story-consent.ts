import type { CaseReport } from "#app/features/cases/case-report.ts";
import { isUsable } from "#app/features/cases/case-status.ts";
import { allows } from "#app/features/cases/consent.ts";
import type { SourceKind } from "#app/features/cases/reported-facts.ts";
import type { CaseStatus } from "#app/features/taxonomy/codes.ts";

/** Why no story may be told of a case. */
export type StoryObjection = "ended" | "nobody" | "consent";

interface Told {
  readonly report: CaseReport;
  readonly sourceKind: SourceKind;
}

/**
 * Whether a story of this case may be prepared, asked for or kept: its consent allows stories, and there is somebody who can
 * read the very text. Nothing said is nothing allowed.
 */
export function storyObjection({ report, sourceKind }: Told, status: CaseStatus): StoryObjection | null {
  if (!isUsable(status)) return "ended";
  if (sourceKind === "import") return "nobody";
  return allows(report.consent?.consent ?? "c0_none", "story") ? null : "consent";
}
