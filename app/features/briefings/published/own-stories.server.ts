import type { Actor } from "#app/access/actor.ts";
import { withPublic } from "#app/access/with-public.server.ts";
import { readStories } from "#app/features/stories/story-queries.server.ts";
import { printOf } from "#app/features/stories/story-seals.server.ts";
import { listedStory } from "#app/features/stories/story-views.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { CaseId } from "#app/kernel/id.ts";
import type { OwnStory, PrintedIn } from "./own-stories.ts";

interface Printed extends PrintedIn {
  readonly print: string;
}

/**
 * The stories of a report, each with the briefings that print it. Nothing keeps which story went into which briefing: a
 * reporter's page finds the own words again among what everybody can read, also after their text has been deleted here.
 */
export async function ownStories(actor: Actor, caseId: CaseId, locale: Locale): Promise<OwnStory[]> {
  const kept = await readStories(actor, caseId);
  if (kept.length === 0) return [];
  const printed = await printedStories(locale);
  return kept.map((story) => ({
    ...listedStory(story, locale),
    printedIn: distinct(printed.filter(({ print }) => story.prints.includes(print))),
  }));
}

function printedStories(locale: Locale): Promise<Printed[]> {
  return withPublic(async (tx) => {
    const rows = await tx.$queryRaw<(PrintedIn & { readonly paragraphs: readonly string[] })[]>`
      SELECT slug, state, coalesce(content #>> ARRAY['texts', ${locale}, 'kicker'], content #>> '{texts,en,kicker}') AS kicker,
        jsonb_path_query(content, '$.texts.*.stories.items[*].paragraphs') AS paragraphs
      FROM releases WHERE state IN ('released', 'withdrawn') ORDER BY released_on DESC, slug DESC`;
    return rows.map(({ slug, state, kicker, paragraphs }) => ({
      ...{ slug, state, kicker },
      print: printOf(paragraphs.join("\n\n")),
    }));
  });
}

/** Its pages in several languages are one briefing. */
function distinct(printed: readonly Printed[]): PrintedIn[] {
  const bySlug = new Map(printed.map(({ slug, state, kicker }) => [slug, { slug, state, kicker }]));
  return [...bySlug.values()];
}
