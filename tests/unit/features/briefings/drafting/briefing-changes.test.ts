import { expect, test } from "vitest";
import { changesSince } from "#app/features/briefings/drafting/briefing-changes.ts";
import { sampleDraft, sampleRelease } from "../sample-briefing.ts";

const sent = { draft: sampleDraft(), release: sampleRelease() };

test("what was sent again unchanged has no changes", () => {
  expect(changesSince(sent, structuredClone(sent))).toEqual({ parts: [], texts: [] });
});

test("a changed comma is told with its place, before and after", () => {
  const { en } = sent.draft.texts;
  const draft = { ...sent.draft, texts: { ...sent.draft.texts, en: { ...en!, claim: `${en!.claim},` } } };
  expect(changesSince(sent, { ...sent, draft })).toEqual({
    parts: [],
    texts: [{ place: "en.claim", before: en!.claim, after: `${en!.claim},` }],
  });
});

test("a language that came or went is told part by part", () => {
  const { en, ...others } = sent.draft.texts;
  const changes = changesSince(sent, { ...sent, draft: { ...sent.draft, texts: others } });
  expect(changes.texts.map(({ place }) => place)).toContain("en.title");
  expect(changes.texts.every(({ after }) => after === "")).toBe(true);
});

test("other figures, asks or tables are named", () => {
  const draft = { ...sent.draft, asks: [] };
  const release = { ...sent.release, tables: sent.release.tables.slice(1) };
  expect(changesSince(sent, { draft, release }).parts).toEqual(["asks", "tables"]);
});
