import { describe, expect, test } from "vitest";
import { NO_TEXT } from "#app/features/briefings/briefing.ts";
import { draftTitle } from "#app/features/briefings/drafting/draft-title.server.ts";
import type { ProtectedRelease } from "#app/features/briefings/figures/protected-release.ts";

const titled = (title: string) => ({ ...NO_TEXT, title });
const RELEASE = { population: { kind: "rounded", organisations: 55 }, tables: [] } as unknown as ProtectedRelease;

describe("what a draft is called in a list", () => {
  test("has its figures in it, in the reader's own digits and language", () => {
    const texts = { en: titled("{{organisations #}} turned away"), fr: titled("{{organisations}} éconduites") };
    expect(draftTitle({ texts }, RELEASE, "en")).toBe("55 organisations turned away");
    expect(draftTitle({ texts }, RELEASE, "fr")).toBe("55 éconduites");
  });

  test("leaves a gap for what nobody has computed", () => {
    expect(draftTitle({ texts: { en: titled("{{organisations}} turned away") } }, null, "ar")).toBe("… turned away");
  });

  test("is nothing before there is a title", () => {
    expect(draftTitle({ texts: { ar: NO_TEXT } }, null, "ar")).toBe("");
  });
});
