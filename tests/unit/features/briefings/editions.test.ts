import { expect, test } from "vitest";
import type { Edition } from "#app/features/briefings/editions/edition.ts";
import { editionFeed } from "#app/features/briefings/editions/edition-feed.server.tsx";
import { editionListing } from "#app/features/briefings/editions/edition-listing.ts";
import type { ListedRelease } from "#app/features/briefings/published/release-queries.server.ts";
import { textFor } from "#app/i18n/messages.server.ts";

const ORIGIN = "https://thaw.example";

const release = (slug: string, more: Partial<ListedRelease> = {}): ListedRelease => ({
  slug,
  state: "released",
  locale: "en",
  kicker: "Briefing",
  title: `Banks & "others" <refuse>`,
  claim: "Accounts are closed.",
  date: "22 November 2026",
  releasedOn: "2026-11-22",
  ...more,
});

test("a feed escapes what it carries, and tells when it last changed", () => {
  const feed = editionFeed({ releases: [release("asp25"), release("asp24")], origin: ORIGIN, t: textFor("en") });
  expect(
    feed.startsWith('<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">'),
  ).toBe(true);
  expect(feed).toContain("<title>Banks &amp; &quot;others&quot; &lt;refuse&gt;</title>");
  expect(feed).toContain('<link rel="alternate" type="text/html" href="https://thaw.example/briefings/asp25"/>');
  expect(feed.match(/<updated>[^<]*<\/updated>/g)).toEqual(Array(3).fill("<updated>2026-11-22T00:00:00Z</updated>"));
});

test("a feed says in which language each entry is", () => {
  const feed = editionFeed({ releases: [release("asp25", { locale: "fr" })], origin: ORIGIN, t: textFor("ar") });
  expect(feed).toContain('xml:lang="ar"');
  expect(feed).toContain('<entry xml:lang="fr">');
});

test("the listing has whole addresses, the thresholds, and roles instead of names", () => {
  const edition: Edition = {
    slug: "asp25",
    session: "ASP25",
    state: "released",
    releasedOn: "2026-11-22",
    withdrawnOn: null,
    title: "Turned away",
    languages: ["en"],
    tables: [{ id: "organisations-by-severity", title: "Severity" }],
    survey: [{ id: "survey-q5", title: "Where are you based?" }],
    files: [{ path: "package.zip", mediaType: "application/zip", bytes: 3, digest: "ab" }],
  };
  expect(editionListing([edition], ORIGIN)).toMatchObject({
    version: 1,
    protection: { fewestOrganisations: 5, roundedTo: 5 },
    releases: [
      {
        address: "https://thaw.example/briefings/asp25",
        approvedBy: ["editor", "guardian"],
        tables: ["organisations-by-severity"],
        survey: ["survey-q5"],
        files: [{ address: "https://thaw.example/briefings/asp25/package.zip", bytes: 3, sha256: "ab" }],
      },
    ],
  });
});
