import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { briefingPdf } from "#app/features/briefings/files/briefing-document.server.ts";
import { chartPictures, type Picture } from "#app/features/briefings/files/pictures.server.ts";
import { slidesArchive } from "#app/features/briefings/files/slides.server.ts";
import { wordDocument } from "#app/features/briefings/files/word/word-document.server.ts";
import type { PublishedText } from "#app/features/briefings/published/published-text.ts";
import { conformanceFaults } from "../../../../support/pdf/conformance.ts";
import { tagsOf } from "../../../../support/pdf/structure.ts";
import { publishedFrom, sampleDraft, sampleLabelOf } from "../sample-briefing.ts";
import { releaseWithSurvey } from "../sample-survey.ts";

const PLACE = { releasedOn: "2026-11-14", address: "https://thaw.example/briefings/asp25" };
const FIGURE = { table: "survey-q13", codes: ["fees", "count"] };
const PICTURES = ["survey-q13", "survey-q27", "survey-q33-1", "survey-q33-2"];

/** The survey and nothing beside it, so that whatever is drawn is of it. */
function textIn(locale: "en" | "ar"): PublishedText {
  const { specification } = sampleDraft();
  const asks = [{ code: "SP2" as const, evidence: [FIGURE.table], dueOn: null, figure: FIGURE }];
  const draft = sampleDraft({ specification: { ...specification, locales: [locale], figures: [FIGURE] }, asks });
  const release = { ...releaseWithSurvey(), tables: [], leftOut: [] };
  return publishedFrom(draft, sampleLabelOf, release).texts[locale] as PublishedText;
}

describe.each(["en", "ar"] as const)("a survey on paper in %s", (locale) => {
  const text = textIn(locale);
  let pictures: ReadonlyMap<string, Picture>;
  beforeAll(async () => {
    pictures = await chartPictures(text);
  });

  test("has its pictures, each with its words", async () => {
    expect([...pictures.keys()]).toEqual(PICTURES);
    const pdf = await briefingPdf(text, pictures, PLACE.releasedOn);
    expect(conformanceFaults(pdf)).toEqual([]);
    expect(tagsOf(pdf).filter(({ type }) => type === "Figure").length).toBeGreaterThanOrEqual(4);
  });

  test("stands in the editable copy with pictures, figure and ask", async () => {
    const archive = unzipSync(await wordDocument(text, pictures, PLACE.releasedOn));
    const xml = strFromU8(archive["word/document.xml"] ?? new Uint8Array());
    expect(xml.match(/<wp:docPr /g)).toHaveLength(PICTURES.length);
    expect(xml).toContain(`Happened in ${locale}`);
    expect(Object.keys(archive).filter((path) => path.endsWith(".png"))).toHaveLength(PICTURES.length);
  });

  test("is a slide for each picture, which says how many were asked", async () => {
    const files = unzipSync((await slidesArchive(text, PLACE)) ?? new Uint8Array());
    const drawings = Object.keys(files).filter((path) => path.endsWith(".svg"));
    expect(drawings.sort()).toEqual(PICTURES.map((id, place) => `0${place + 1}-${id}.svg`));
    const described = strFromU8(files["01-survey-q13.svg"] ?? new Uint8Array());
    expect(described).toMatch(/<desc id="survey-q13-words">[^<]*21[^<]*60[^<]*<\/desc>/);
    expect(text.downloads.items.map(({ path }) => path)).toContain(`slides-${locale}.zip`);
  });
});
