import type { Entry } from "#app/features/audit/recorded.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import type { Secret } from "#app/platform/crypto/secret.server.ts";
import type { KeptStory } from "./story.ts";

type ReporterSees = "asked" | "approved" | "declined" | "taken-back" | "changed" | "ended";

/** A step that the reporter reads, with the text it is bound to. */
export function storyStep(
  verb: ReporterSees,
  caseId: CaseId,
  key: Secret,
  { id, hash }: Pick<KeptStory, "id" | "hash">,
): Entry {
  const caseStep = { caseId, shown: "case", key, details: { story: { id, hash } } } as const;
  return { action: `case.story-${verb}`, subjectId: caseId, caseStep };
}

/** What the team does before the reporter hears of it. */
export function draftingStep(
  verb: "drafted" | "changed" | "checked" | "discarded",
  caseId: CaseId,
  notesKey: Secret,
  { id, hash }: Pick<KeptStory, "id" | "hash">,
): Entry {
  const caseStep = { caseId, shown: "notes", key: notesKey, details: { story: { id, hash } } } as const;
  return { action: `case.story-${verb}`, subjectId: caseId, caseStep };
}
