import { describe, expect, test } from "vitest";
import { ASK_CODES, ASKS, byAddressee } from "#app/features/briefings/asks.ts";
import { LOCALES } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import { sampleDraft } from "./sample-briefing.ts";

describe("the asks", () => {
  test("are sixteen, each with words in every language, an addressee, a source and evidence", () => {
    expect(ASK_CODES).toHaveLength(16);
    for (const locale of LOCALES) {
      const t = textFor(locale);
      for (const code of ASK_CODES) {
        const keys = [
          `asks.text.${code}`,
          `asks.addressee.${ASKS[code].addressee}`,
          ...ASKS[code].sources.map((source) => `asks.source.${source}`),
        ];
        for (const key of keys) expect([locale, key, t.has(key)]).toEqual([locale, key, true]);
        expect(ASKS[code].evidence.length).toBeGreaterThan(0);
      }
    }
  });
  test("are spoken to States first, whatever their order in the draft", () => {
    expect(byAddressee(sampleDraft().asks).map(([addressee]) => addressee)).toEqual([
      "states_parties",
      "eu_and_members",
      "banks",
    ]);
  });
});
