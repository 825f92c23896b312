import { strFromU8, unzipSync } from "fflate";
import * as mupdf from "mupdf";
import { beforeAll, describe, expect, test } from "vitest";
import { chartsOf } from "#app/features/briefings/files/pictures.server.ts";
import { slidesArchive } from "#app/features/briefings/files/slides.server.ts";
import type { PublishedText } from "#app/features/briefings/published/published-text.ts";
import { published } from "../sample-briefing.ts";

const PLACE = { releasedOn: "2026-11-14", address: "https://thaw.example/briefings/asp25" };
const text = () => published().texts.ar as PublishedText;

describe("pictures for other people's slides", () => {
  let archive: Uint8Array;
  let files: Record<string, Uint8Array>;
  const named = (ending: string) => Object.keys(files).filter((path) => path.endsWith(ending));

  beforeAll(async () => {
    archive = (await slidesArchive(text(), PLACE)) ?? new Uint8Array();
    files = unzipSync(archive);
  });

  test("are one drawing and one picture in points for each chart, in the order of the page", () => {
    const ids = chartsOf(text()).map(({ id }, place) => `${String(place + 1).padStart(2, "0")}-${id}`);
    expect(named(".svg").sort()).toEqual(ids.map((id) => `${id}.svg`));
    expect(named(".png").sort()).toEqual(ids.map((id) => `${id}.png`));
  });

  test("are 1600 by 900", () => {
    for (const path of named(".png")) {
      const image = new mupdf.Image(files[path] ?? new Uint8Array());
      expect([image.getWidth(), image.getHeight()]).toEqual([1600, 900]);
    }
  });

  test("need no face, link or picture of anybody's, and say in words what they show", () => {
    for (const path of named(".svg")) {
      const svg = strFromU8(files[path] ?? new Uint8Array());
      expect(svg).not.toMatch(/<(?:text|image|script|style|a)[ >]|href="(?!#)/);
      const chart = chartsOf(text()).find(({ id }) => path.endsWith(`-${id}.svg`));
      expect(svg).toContain(`<desc id="${chart?.id}-words">`);
      expect(svg).toContain('xml:lang="ar"');
    }
  });

  test("are the same archive twice, and none where there is no picture", async () => {
    expect(Buffer.compare((await slidesArchive(text(), PLACE)) ?? new Uint8Array(), archive)).toBe(0);
    expect(await slidesArchive({ ...text(), sections: [] }, PLACE)).toBeNull();
  });
});
