import type { BriefingDraft } from "#app/features/briefings/briefing.ts";
import { subjectOf } from "#app/features/briefings/figures/dimensions.ts";
import type { ProtectedRelease } from "#app/features/briefings/figures/protected-release.ts";
import { subjectsOfQuestion } from "#app/features/briefings/figures/survey-sections.ts";
import { questionAt } from "#app/features/briefings/figures/survey-tables.ts";
import { captionOf, titleAt } from "#app/features/briefings/published/language-version.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { bareVersion } from "./briefing-preview.server.ts";

/** A table that is shown: only such can stand behind an ask. */
export interface EvidenceOption {
  readonly id: string;
  readonly title: string;
  /** the subjects that it tells of, at whatever level */
  readonly about: readonly string[];
}

/** Every shown table, of cases and of the survey, in the order of the page; a question bears its number, for it reads like prose. */
export function evidenceOptions(
  draft: BriefingDraft,
  release: ProtectedRelease | null,
  locale: Locale,
): EvidenceOption[] {
  if (!release) return [];
  const version = bareVersion(draft, release, locale);
  return [...version.names.keys()].map((id) => {
    const table = release.tables.find((one) => one.id === id);
    if (table) return { id, title: titleAt(id, version), about: table.dimensions.map(subjectOf) };
    const question = questionAt(release.survey, id);
    return { id, title: captionOf(id, version), about: question ? subjectsOfQuestion(question.id) : [] };
  });
}
