import { withPublic } from "#app/access/with-public.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type {
  PublishedAsk,
  PublishedBriefing,
  PublishedFollowUp,
  PublishedTable,
  PublishedText,
} from "./published-text.ts";
import type { ReleaseFile } from "./release-file.ts";
import { findReleaseFile } from "./release-rows.server.ts";

export type ReleaseState = "released" | "withdrawn";

/** A line of the list of briefings, in the reader's language or the nearest it has. */
export interface ListedRelease {
  readonly slug: string;
  readonly state: ReleaseState;
  readonly locale: Locale;
  readonly kicker: string;
  readonly title: string;
  readonly claim: string;
  readonly date: string;
  /** ISO day */
  readonly releasedOn: string;
}

export interface ReadRelease {
  readonly content: PublishedBriefing;
  readonly state: ReleaseState;
  /** ISO day, or null */
  readonly withdrawnOn: string | null;
}

/** Which of its languages a reader is shown: the own one, else English. */
export function textIn(content: PublishedBriefing, locale: Locale): PublishedText | null {
  return content.texts[locale] ?? content.texts.en ?? Object.values(content.texts)[0] ?? null;
}

/** Newest first. The page needs a line of each, so only that is fetched. */
export function listReleases(locale: Locale): Promise<ListedRelease[]> {
  return withPublic(
    (tx) => tx.$queryRaw<ListedRelease[]>`
      SELECT slug, state, text->>'locale' AS locale, text->>'kicker' AS kicker, text->>'title' AS title,
        text->>'claim' AS claim, text->>'date' AS date, to_char(released_on, 'YYYY-MM-DD') AS "releasedOn"
      FROM (SELECT slug, state, released_on, coalesce(content #> ARRAY['texts', ${locale}], content #> '{texts,en}') AS text
        FROM releases WHERE state IN ('released', 'withdrawn')) AS listed
      ORDER BY released_on DESC, slug DESC`,
  );
}

export interface NewestFigures {
  readonly slug: string;
  readonly kicker: string;
  readonly date: string;
  readonly figures: PublishedText["figures"];
}

/** For the home page: the figures of the briefing released last, or null where there is none. */
export function findNewestFigures(locale: Locale): Promise<NewestFigures | null> {
  return withPublic(async (tx) => {
    const [newest] = await tx.$queryRaw<NewestFigures[]>`
      SELECT slug, text->>'kicker' AS kicker, text->>'date' AS date, text->'figures' AS figures
      FROM (SELECT slug, released_on, coalesce(content #> ARRAY['texts', ${locale}], content #> '{texts,en}') AS text
        FROM releases WHERE state = 'released') AS released
      ORDER BY released_on DESC, slug DESC LIMIT 1`;
    return newest ?? null;
  });
}

export interface NewestRelease {
  readonly slug: string;
  readonly kicker: string;
  readonly tables: readonly Omit<PublishedTable, "charts">[];
  readonly asks: readonly PublishedAsk[];
  readonly followUp: PublishedFollowUp | null;
}

/** The tables, without their pictures, and the asks of the briefing released last, or null where there is none. */
export function findNewestRelease(locale: Locale): Promise<NewestRelease | null> {
  return withPublic(async (tx) => {
    const [newest] = await tx.$queryRaw<NewestRelease[]>`
      SELECT slug, text->>'kicker' AS kicker,
        (SELECT coalesce(jsonb_agg(one - 'charts'), '[]') FROM jsonb_path_query(text, '$.sections[*].tables[*]') AS one) AS tables,
        (SELECT coalesce(jsonb_agg(one), '[]') FROM jsonb_path_query(text, '$.asks.groups[*].asks[*]') AS one) AS asks,
        nullif(text->'followUp', 'null') AS "followUp"
      FROM (SELECT slug, released_on, coalesce(content #> ARRAY['texts', ${locale}], content #> '{texts,en}') AS text
        FROM releases WHERE state = 'released') AS released
      ORDER BY released_on DESC, slug DESC LIMIT 1`;
    return newest ?? null;
  });
}

/** Also a withdrawn one: its address goes on to say so. @returns null where nothing was released under this name */
export function findRelease(slug: string): Promise<ReadRelease | null> {
  return withPublic(async (tx) => {
    const row = await tx.release.findUnique({ where: { slug } });
    return (
      row && {
        content: row.content as unknown as PublishedBriefing,
        state: row.state as ReleaseState,
        withdrawnOn: row.withdrawnOn && isoDayOf(row.withdrawnOn),
      }
    );
  });
}

/** A file, or why there is none: of a withdrawn briefing it is gone for good. */
export function findPublishedFile(slug: string, path: string): Promise<ReleaseFile | "gone" | null> {
  return withPublic(async (tx) => {
    const release = await placeOf(tx, slug);
    if (release?.state === "withdrawn") return "gone";
    return release && findReleaseFile(tx, release.id, path);
  });
}

function placeOf(tx: Transaction, slug: string) {
  return tx.release.findUnique({ where: { slug }, select: { id: true, state: true } });
}
