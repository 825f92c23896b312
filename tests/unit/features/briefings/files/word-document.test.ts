import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { chartPictures, chartsOf, type Picture } from "#app/features/briefings/files/pictures.server.ts";
import { wordDocument } from "#app/features/briefings/files/word/word-document.server.ts";
import type { PublishedText } from "#app/features/briefings/published/published-text.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { published } from "../sample-briefing.ts";

const DAY = "2026-11-14";
const inLocale = (locale: Locale) => published().texts[locale] as PublishedText;
const part = (bytes: Uint8Array, path: string) => strFromU8(unzipSync(bytes)[path] ?? new Uint8Array());
const wordsOf = (xml: string) =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, words]) => words).join("\n");

describe("the editable copy of a briefing", () => {
  let pictures: ReadonlyMap<string, Picture>;
  let english: Uint8Array;
  let arabic: Uint8Array;

  beforeAll(async () => {
    pictures = await chartPictures(inLocale("en"));
    english = await wordDocument(inLocale("en"), pictures, DAY);
    arabic = await wordDocument(inLocale("ar"), new Map(), DAY);
  });

  test("is the same file twice, dated on the day of release, and names nobody", async () => {
    expect(await wordDocument(inLocale("en"), pictures, DAY)).toEqual(english);
    const core = part(english, "docProps/core.xml");
    expect(core.match(/\d{4}-\d{2}-\d{2}T/g)).toEqual([`${DAY}T`, `${DAY}T`]);
    expect(core).not.toMatch(/creator|lastModifiedBy|Un-named/);
    expect(core).toContain(inLocale("en").title);
  });

  test("says everything that the page says", () => {
    const text = inLocale("en");
    const said = wordsOf(part(english, "word/document.xml"));
    const wanted = [
      text.title,
      text.claim,
      ...text.figures.items.map(({ label }) => label),
      ...text.sections.flatMap(({ heading, paragraphs, tables }) => [
        heading,
        ...paragraphs,
        ...tables.flatMap(({ caption, others, note, rows }) => [
          caption,
          others,
          note,
          ...rows.map((row) => row.label),
        ]),
      ]),
      ...text.asks.groups.flatMap(({ addressee, asks }) => [addressee, ...asks.flatMap((ask) => [ask.code, ask.text])]),
      ...[text.method, text.limits].flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]),
      text.sources.heading,
      ...text.sources.items,
    ];
    const unescaped = said.replaceAll("&apos;", "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
    for (const words of wanted.filter((one) => one !== null)) expect(unescaped).toContain(isolateless(words));
  });

  test("says what became of the last asks, and the figure beside an ask", async () => {
    const [group] = inLocale("en").asks.groups;
    const ask = { ...group!.asks[0]!, figure: "Account: 35 organisations (Table 3)" };
    const followed = {
      ...{ code: ask.code, addressee: "States", ask: ask.text, state: "begun" as const, stateWords: "Begun" },
      ...{ text: "A channel is being built.", source: "https://example.org/a" },
    };
    const text = {
      ...inLocale("en"),
      asks: { heading: "Asks", groups: [{ addressee: "States", asks: [ask] }] },
      followUp: { heading: "What became", lead: "They stood before.", sourceWord: "Source:", asks: [followed] },
    };
    const said = wordsOf(part(await wordDocument(text, new Map(), DAY), "word/document.xml"));
    for (const words of ["What became", "They stood before.", "Begun", followed.text, followed.source, ask.figure])
      expect(said).toContain(words);
  });

  test("has headings, captions and table heads that a word processor knows", () => {
    const xml = part(english, "word/document.xml");
    expect(xml.match(/<w:pStyle w:val="Title"\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:pStyle w:val="Heading1"\/>/g)?.length).toBe(inLocale("en").sections.length + 4);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(inLocale("en").sections.flatMap(({ tables }) => tables).length);
    const styles = part(english, "word/styles.xml");
    expect(styles).toMatch(/<w:name w:val="Heading 1"\/>/);
    expect(styles).toMatch(/<w:lang [^>]*w:val="en-GB"/);
  });

  test("shows every chart with its words", () => {
    const xml = part(english, "word/document.xml");
    const charts = chartsOf(inLocale("en"));
    expect(Object.keys(unzipSync(english)).filter((path) => path.endsWith(".png"))).toHaveLength(charts.length);
    expect([...xml.matchAll(/<wp:docPr id="(\d+)"/g)].map(([, id]) => Number(id))).toHaveLength(charts.length);
    for (const { description } of charts)
      expect(xml).toContain(`descr="${description.replaceAll("&", "&amp;").replaceAll("'", "&apos;")}"`);
  });

  test("goes from the right in Arabic: paragraphs, tables and runs", () => {
    const xml = part(arabic, "word/document.xml");
    const count = (pattern: RegExp) => xml.match(pattern)?.length ?? 0;
    expect(count(/<w:bidiVisual\/>/g)).toBe(count(/<w:tbl>/g));
    expect(count(/<w:bidi\/>/g)).toBe(count(/<w:p>/g));
    for (const [run] of xml.matchAll(/<w:r>.*?<\/w:r>/g))
      if (/\p{Script=Arabic}/u.test(run)) expect(run).toMatch(/<w:rtl\/><w:lang w:bidi="ar-SA"\/>/);
    expect(xml).not.toMatch(/[\u2066-\u2069]/);
    expect(part(arabic, "word/styles.xml")).toMatch(/w:bidi="ar-SA"/);
  });
});

const isolateless = (words: string) => words.replaceAll(/[\u2066-\u2069]/g, "");
