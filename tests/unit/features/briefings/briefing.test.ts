import { describe, expect, test } from "vitest";
import { ASK_CODES, ASKS, byAddressee } from "#app/features/briefings/asks.ts";
import { briefingDraftSchema } from "#app/features/briefings/briefing.ts";
import { numbersToLookAt, obstaclesToReview } from "#app/features/briefings/drafting/briefing-readiness.ts";
import { strangeNumbers } from "#app/features/briefings/drafting/strange-numbers.ts";
import { cohortCode, ledgerFacts } from "#app/features/briefings/ledger-facts.ts";
import { LOCALES } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import { sampleDraft, sampleRelease, sampleRequests, sampleRows } from "./sample-briefing.ts";

describe("a draft", () => {
  test("comes back from its sealed form unchanged", () => {
    expect(briefingDraftSchema.parse(JSON.parse(JSON.stringify(sampleDraft())))).toEqual(sampleDraft());
  });
  test.each(["turned \u202e around", "a bell \u0007", "half a pair \ud800"])(
    "refuses text with characters nobody sees: %j",
    (title) => {
      const draft = sampleDraft();
      const text = { ...draft.texts.en, title };
      const answer = briefingDraftSchema.safeParse({ ...draft, texts: { en: text } });
      expect(answer.error?.issues[0]?.message).toBe("briefings.text.unseen");
    },
  );
  test("takes Arabic with its joiners, and empty lines between paragraphs", () => {
    const draft = sampleDraft();
    const text = { ...draft.texts.ar, title: "می\u200cخواهم\n\nنص" };
    expect(briefingDraftSchema.safeParse({ ...draft, texts: { ar: text } }).success).toBe(true);
  });
  test("asks each thing once", () => {
    const draft = sampleDraft();
    expect(briefingDraftSchema.safeParse({ ...draft, asks: [...draft.asks, draft.asks[0]] }).success).toBe(false);
  });
});

describe("review", () => {
  const allowed = { ...sampleDraft().specification, figures: [] };
  test("is open to a whole briefing", () => {
    expect(obstaclesToReview(sampleDraft({ specification: allowed }), sampleRelease())).toEqual([]);
  });
  test("is closed without tables, without French, without a text of a part that has tables", () => {
    const draft = sampleDraft({ specification: { ...allowed, locales: ["en"] }, texts: {} });
    const codes = obstaclesToReview(draft, null).map(({ code, place }) => `${code} ${place}`.trim());
    expect(codes).toEqual([
      "language-missing fr",
      "text-missing en.title",
      "text-missing en.claim",
      "text-missing en.who_answered",
      "text-missing en.what_happened",
      "text-missing en.who_refused",
      "text-missing en.what_it_does",
      "text-missing en.what_helped",
      "tables-missing",
    ]);
  });
  test("is closed where a chosen figure is withheld or its table left out", () => {
    expect(obstaclesToReview(sampleDraft(), sampleRelease())).toEqual([
      { code: "figure-not-shown", place: "consequence.staff_unpaid" },
    ]);
  });
  test("is closed where an ask has no shown table behind it", () => {
    const draft = sampleDraft({
      specification: allowed,
      asks: [{ code: "DN1", evidence: ["consequence"], dueOn: null }],
    });
    expect(obstaclesToReview(draft, sampleRelease())).toEqual([{ code: "ask-without-evidence", place: "DN1" }]);
  });
  test("is closed where the tables answer another specification", () => {
    const draft = sampleDraft({ specification: { ...allowed, dimensions: ["severity"] } });
    expect(obstaclesToReview(draft, sampleRelease())).toEqual([{ code: "tables-of-another-specification", place: "" }]);
  });
});

describe("a number in the text", () => {
  const release = sampleRelease();
  test.each([
    ["31 of 40 refused", ["31"]],
    ["75 % of 85", ["75 %"]],
    ["in 2025, 85 organisations", []],
    ["about 1,200 cases", ["1,200"]],
    ["٨٥ منظمة و٣١ حالة", ["٣١"]],
    ["Order 14203", ["14203"]],
  ])("%j shows %j to the guardian", (text, numbers) => {
    expect(strangeNumbers(text, release)).toEqual(numbers);
  });
  test("is named with its language and part", () => {
    const draft = sampleDraft();
    if (draft.texts.en) draft.texts.en.claim = "Three in four, or 31.";
    expect(numbersToLookAt(draft, release)).toEqual([{ place: "en.claim", numbers: ["31"] }]);
  });
});

describe("the ledger", () => {
  const facts = ledgerFacts("asp25", sampleRows(), sampleRequests, sampleRelease(), (key) => `pseudonym of ${key}`);
  test("keeps everybody counted, and who stands behind each row of a shown table, withheld or not", () => {
    expect(facts.population).toHaveLength(83);
    const release = sampleRelease();
    for (const { id, cells } of release.tables) {
      for (const { code, value } of cells) {
        const count = facts.cells.find((cell) => cell.table === id && cell.code === code)?.pseudonyms.length ?? -1;
        if (value !== null) expect(Math.abs(count - value)).toBeLessThanOrEqual(2);
        else expect(count < 5 || count > 78).toBe(true);
      }
    }
  });
  test("holds no key of an organisation", () => {
    const names = ledgerFacts("asp25", sampleRows(), sampleRequests, sampleRelease(), (key) => `p${key.length}`);
    expect(JSON.stringify(names)).not.toContain("organisation ");
  });
  test("names the cohort after the session, and later releases of it by number", () => {
    expect([cohortCode("ASP25", 1), cohortCode("ASP25", 2)]).toEqual(["asp25", "asp25-2"]);
  });
});

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
