import type { BriefingDraft } from "#app/features/briefings/briefing.ts";
import type { KeptTables } from "#app/features/briefings/briefing-record.ts";
import { previewOf } from "#app/features/briefings/drafting/briefing-preview.server.ts";
import { dataPackage, zipped } from "#app/features/briefings/files/data-package.server.ts";
import { papersInWorkers } from "#app/features/briefings/files/papers-in-workers.server.ts";
import type { PrintableNames } from "#app/features/briefings/names/edition-names.ts";
import { findEarlierEdition } from "#app/features/briefings/published/earlier-edition.server.ts";
import type { PublishedBriefing } from "#app/features/briefings/published/published-text.ts";
import { PACKAGE_PATH, type ReleaseFile } from "#app/features/briefings/published/release-file.ts";
import type { ReleasePlace } from "#app/features/briefings/published/release-place.server.ts";
import type { StoryContent } from "#app/features/stories/story.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import { paths } from "#app/paths.ts";
import { env } from "#app/platform/env.server.ts";

export interface MadeRelease {
  readonly content: PublishedBriefing;
  readonly files: readonly ReleaseFile[];
}

interface ReleaseParts {
  readonly draft: BriefingDraft;
  readonly tables: Pick<KeptTables, "release" | "files">;
  readonly place: ReleasePlace;
  readonly stories: readonly StoryContent[];
  readonly names: PrintableNames;
}

/** Makes everything a release consists of, once: the page in each language, each on paper, the data as it was audited. */
export async function makeRelease(
  { draft, tables: { release, files }, place, ...told }: ReleaseParts,
  signal?: AbortSignal,
): Promise<MadeRelease> {
  const content = previewOf(draft, release, place, told, await findEarlierEdition(place.session));
  const address = `${env().PUBLIC_ORIGINS[0] ?? ""}${paths.briefing(place.slug)}`;
  const data = dataPackage(files, place, textFor, told.names);
  return {
    content,
    files: [
      ...(await papersInWorkers({ texts: Object.values(content.texts), place: { ...place, address }, signal })),
      { path: PACKAGE_PATH, mediaType: "application/zip", bytes: zipped(data, place.releasedOn) },
      ...data.filter(({ path }) => /^tables\/[^/]+\.csv$/.test(path)),
    ],
  };
}
