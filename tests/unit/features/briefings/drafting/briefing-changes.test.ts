import { expect, test } from "vitest";
import { changesSince } from "#app/features/briefings/drafting/briefing-changes.ts";
import { sampleDraft, sampleRelease } from "../sample-briefing.ts";
import { releaseWithSurvey } from "../sample-survey.ts";

const NONE = { added: [], removed: [] };
const sent = { draft: sampleDraft(), release: sampleRelease() };

test("what was sent again unchanged has no changes", () => {
  expect(changesSince(sent, structuredClone(sent))).toEqual({ parts: [], texts: [], tables: NONE, asks: NONE });
});

test("a changed comma is told with its place, before and after", () => {
  const { en } = sent.draft.texts;
  const draft = { ...sent.draft, texts: { ...sent.draft.texts, en: { ...en!, claim: `${en!.claim},` } } };
  expect(changesSince(sent, { ...sent, draft })).toEqual({
    parts: [],
    texts: [{ place: "en.claim", before: en!.claim, after: `${en!.claim},` }],
    tables: NONE,
    asks: NONE,
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
  const gone = changesSince(sent, { draft, release });
  expect(gone.parts).toEqual(["asks", "tables"]);
  expect(gone.tables).toMatchObject({ added: [], removed: [{ id: sent.release.tables[0]!.id }] });
  expect(gone.asks).toEqual({ added: [], removed: sent.draft.asks.map(({ code }) => code) });
  const back = changesSince({ draft, release }, sent);
  expect(back.tables).toEqual({ added: gone.tables.removed, removed: [] });
  expect(back.asks).toEqual({ added: gone.asks.removed, removed: [] });
});

test("a survey that came is named question by question, in the order of the page", () => {
  const { parts, tables } = changesSince(sent, { ...sent, release: releaseWithSurvey() });
  expect(parts).toEqual(["tables"]);
  expect(tables.added.map(({ id }) => id)).toEqual(["q13", "q27", "q33"]);
  expect(tables.removed).toEqual([]);
});

test("what became of an ask is told like any other text", () => {
  const asks = [{ code: "SP2" as const, state: "done" as const, texts: { fr: "Fait." }, source: "" }];
  const draft = { ...sent.draft, followUp: { slug: "asp24", session: "ASP24", asks } };
  expect(changesSince(sent, { ...sent, draft })).toMatchObject({
    parts: ["follow-up"],
    texts: [{ place: "fr.SP2", before: "", after: "Fait." }],
  });
});
