import type { BriefingDraft } from "#app/features/briefings/briefing.ts";
import { previewOf } from "#app/features/briefings/drafting/briefing-preview.server.ts";
import { labelOf } from "#app/features/briefings/figures/briefing-labels.server.ts";
import type { FirstRelease } from "#app/features/briefings/figures/first-release-tables.ts";
import { briefingPdf } from "#app/features/briefings/files/briefing-document.server.ts";
import { dataPackage, type PackageRelease, zipped } from "#app/features/briefings/files/data-package.server.ts";
import type { PublishedBriefing, PublishedText } from "#app/features/briefings/published/published-text.ts";
import { PACKAGE_PATH, pdfPath, type ReleaseFile } from "#app/features/briefings/published/release-file.ts";
import { textFor } from "#app/i18n/messages.server.ts";

export interface MadeRelease {
  readonly content: PublishedBriefing;
  readonly files: readonly ReleaseFile[];
}

/** Makes everything a release consists of, once: the page in each language, each on paper, the data. */
export function makeRelease(draft: BriefingDraft, release: FirstRelease, place: PackageRelease): MadeRelease {
  const content = previewOf(draft, release, place);
  const data = dataPackage(release, place, { textFor, labelOf });
  return {
    content,
    files: [
      ...Object.values(content.texts).map((text) => paper(text, place.releasedOn)),
      { path: PACKAGE_PATH, mediaType: "application/zip", bytes: zipped(data, place.releasedOn) },
      ...data.filter(({ path }) => /^tables\/[^/]+\.csv$/.test(path)),
    ],
  };
}

function paper(text: PublishedText, releasedOn: string): ReleaseFile {
  return { path: pdfPath(text.locale), mediaType: "application/pdf", bytes: briefingPdf(text, releasedOn) };
}
