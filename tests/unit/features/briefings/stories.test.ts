import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { briefingDraftSchema } from "#app/features/briefings/briefing.ts";
import { briefingBytes } from "#app/features/briefings/briefing-hash.ts";
import { obstaclesOfStories } from "#app/features/briefings/drafting/briefing-readiness.ts";
import { measureDays } from "#app/features/briefings/figures/measure-days.server.ts";
import { briefingPdf } from "#app/features/briefings/files/briefing-document.server.ts";
import { drawChart } from "#app/features/briefings/files/chart.server.ts";
import { chartPictures } from "#app/features/briefings/files/pictures.server.ts";
import { wordDocument } from "#app/features/briefings/files/word/word-document.server.ts";
import { publishedBriefing } from "#app/features/briefings/published/published-briefing.ts";
import { editionStories, type Printable } from "#app/features/briefings/stories/edition-stories.ts";
import { placeField, storyChoiceForm } from "#app/features/briefings/stories/story-choice-form.ts";
import type { StoryContent } from "#app/features/stories/story.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import { sampleDraft, sampleLabelOf, sampleRelease } from "./sample-briefing.ts";

const ARABIC = "أغلق المصرف حسابنا من دون أن يذكر سبباً.";
const told = (texts: StoryContent["texts"], beside: StoryContent["beside"] = {}): StoryContent => ({
  ...{ form: 1, texts, beside },
});
const STORIES = [told({ ar: ARABIC }), told({ en: "One.\n\nTwo." }, { incident: "account" }), told({ fr: "Trois." })];
const choice = (place: number) => ({
  id: `0000000${place}-0000-4000-8000-000000000000`,
  hash: String(place).repeat(64),
});
const CHOICES = [1, 2, 3].map(choice);

describe("stories that are printed", () => {
  const tools = { textFor, labelOf: sampleLabelOf, drawChart, measureDays };
  const place = { slug: "asp25", releasedOn: "2026-11-14" };
  const { texts } = publishedBriefing(sampleDraft(), sampleRelease(), { ...place, stories: STORIES }, tools);

  test("stand in the language they were approved in, and say so where the page is in another", () => {
    expect(texts.en?.stories?.items).toEqual([
      { locale: "ar", direction: "rtl", paragraphs: [ARABIC], note: "In Arabic, as it was approved.", beside: null },
      { locale: "en", direction: "ltr", paragraphs: ["One.", "Two."], note: null, beside: "account in en" },
      { locale: "fr", direction: "ltr", paragraphs: ["Trois."], note: "In French, as it was approved.", beside: null },
    ]);
    expect(texts.ar?.stories?.items.map(({ note }) => note === null)).toEqual([true, false, false]);
  });

  test("are not there where none is told", () => {
    const { texts: bare } = publishedBriefing(sampleDraft(), sampleRelease(), place, tools);
    expect(bare.en).not.toHaveProperty("stories");
  });

  test("are on paper and in the editable copy, each in its own direction", async () => {
    const before = publishedBriefing(sampleDraft(), sampleRelease(), place, tools).texts.en!;
    const pictures = await chartPictures(texts.en!);
    const sizeOf = async (text: typeof before) => (await briefingPdf(text, pictures, place.releasedOn)).length;
    expect(await sizeOf(texts.en!)).toBeGreaterThan(await sizeOf(before));
    const word = unzipSync(await wordDocument(texts.en!, new Map(), place.releasedOn));
    const xml = strFromU8(word["word/document.xml"]!);
    const [paragraph = ""] = xml.match(/<w:p>(?:(?!<w:p>).)*أغلق.*?<\/w:p>/) ?? [];
    for (const mark of ["<w:bidi", "<w:rtl", 'w:bidi="ar-SA"']) expect(paragraph).toContain(mark);
    for (const words of ["One.", "Two.", "Trois."]) expect(xml).toContain(words);
  });
});

describe("the choice of stories", () => {
  const chosen = (fields: Record<string, string>) => storyChoiceForm.safeParse({ recordVersion: "3", ...fields });
  const at = (...places: string[]) =>
    Object.fromEntries(places.map((place, number) => [placeField(choice(number + 1)), place]));

  test("is three to six in an order, or none", () => {
    expect(chosen(at("2", "3", "1")).data).toEqual({ recordVersion: 3, stories: [choice(3), choice(1), choice(2)] });
    expect(chosen(at("", "", "")).data?.stories).toEqual([]);
    expect(chosen({ "place-x": "1", other: "2" }).data?.stories).toEqual([]);
    expect(chosen(at("1", "2", "")).error?.issues.map(({ message }) => message)).toEqual(["stories.choose.how-many"]);
    expect(chosen(at("1", "2", "2")).error?.issues.map(({ message }) => message)).toEqual([
      "stories.choose.same-place",
    ]);
  });

  test("is part of what an approval stands for, and a draft from before there were any reads as before", () => {
    const bytes = (stories?: typeof CHOICES) =>
      new TextDecoder().decode(briefingBytes({ ...sampleDraft(), ...(stories && { stories }) }, sampleRelease()));
    const orders = [bytes(), bytes(CHOICES), bytes([...CHOICES].reverse())];
    expect(new Set(orders).size).toBe(3);
    expect(bytes()).not.toContain("stories");
    expect(briefingDraftSchema.safeParse({ ...sampleDraft(), stories: CHOICES.slice(1) }).success).toBe(false);
  });

  test("tells of each why it cannot stand there: ended, found out, a second of one organisation, beside no figure", () => {
    const printable: Printable[] = CHOICES.map((one, place) => ({
      ...{ ...one, unit: place < 2 ? "same" : "other" },
      content: told({ en: place === 2 ? "We wrote to Coastal Savings Bank." : "We waited." }),
    }));
    const known = { names: ["Coastal Savings Bank"], publicSources: [] };
    const gone = { ...choice(4), hash: "f".repeat(64) };
    const stories = editionStories([...CHOICES, gone], printable, { known, printed: null });
    expect(stories.map(({ obstacle }) => obstacle)).toEqual([null, null, "faults", "ended"]);
    expect(obstaclesOfStories(stories)).toEqual([
      { code: "story-refused", place: "3" },
      { code: "story-ended", place: "4" },
    ]);
    const nothing = { edition: "", tables: [], shares: [], medians: [], splits: new Map(), roots: new Map() };
    const beside = editionStories(CHOICES, printable, { known, printed: nothing });
    expect(beside.map(({ obstacle }) => obstacle)).toEqual(["beside", "beside", "faults"]);
    const total = { id: "t", measure: "organisations", dimensions: ["incident"], where: {}, overlapping: [] };
    const tables = [{ ...total, rounding: null, cells: [{ codes: ["ALL"], value: 40 }] }];
    const printed = { ...nothing, tables, roots: new Map([["incident", "ALL"]]) };
    const together = editionStories(CHOICES, printable, { known, printed });
    expect(together.map(({ obstacle }) => obstacle)).toEqual([null, "second", "faults"]);
  });
});
