import { describe, expect, test } from "vitest";
import { type StoryKnowledge, storyFindings } from "#app/features/disclosure/narratives/story-check.ts";
import { precisionFor, riskToHeed } from "#app/features/disclosure/narratives/story-precision.ts";
import { commonWords } from "#app/features/stories/common-words.server.ts";
import type { RiskLevel } from "#app/features/taxonomy/codes.ts";
import type { Locale } from "#app/i18n/locales.ts";

const knowing = (risk: RiskLevel, locale: Locale = "en"): StoryKnowledge => ({
  names: ["Coastal Savings Bank", "مركز العدالة"],
  ownNames: ["Riverside Legal Clinic"],
  places: ["Kenya", "كينيا", ...(risk === "severe" ? ["African States"] : [])],
  publicSources: ["The bank said in a letter that it would no longer hold accounts for such groups."],
  bands: ["10,000 to 49,999"],
  report: "They closed it. Our bookkeeper Amina had already flagged the embargoed remittances.",
  common: commonWords(locale),
  precision: precisionFor(risk),
});
/** What was found, as kind and words; soft ones in brackets. */
const found = (text: string, risk: RiskLevel = "guarded", locale: Locale = "en") =>
  storyFindings(text, knowing(risk, locale)).map(({ kind, start, end, isHard }) => {
    const words = `${kind}: ${text.slice(start, end)}`;
    return isHard ? words : `(${words})`;
  });

describe("a story that would be printed", () => {
  test.each([
    ["Our bank ended the account without a word of why. Nobody could be paid for weeks.", "en"],
    ["La banque a fermé le compte sans dire pourquoi. Personne n’a été payé.", "fr"],
    ["El banco cerró la cuenta sin decir por qué. Nadie pudo cobrar.", "es"],
    ["أغلق المصرف الحساب من دون أن يذكر سبباً.", "ar"],
  ] as const)("passes where it leads to nobody: %s", (text, locale) => {
    expect(found(text, "guarded", locale)).toEqual([]);
  });

  test.each([
    ["We wrote to Coastal Savings Bank", ["name: Coastal Savings Bank"]],
    // One telling word of the own name is enough, and a general one is not.
    ["At Riverside we waited; another clinic helped", ["name: Riverside"]],
    ["They asked the RLC and Riverside’s lawyer", ["name: RLC", "name: Riverside’s"]],
    ["It happened in Kenya", ["place: Kenya"]],
    ["Then Mr Okonkwo called", ["person: Mr Okonkwo"]],
    ["and Wanjiru Mutua signed", ["person: Wanjiru Mutua"]],
    ["we asked Wanjiru for help", ["(proper: Wanjiru)"]],
    ["all embargoed money", ["(rare: embargoed)"]],
    [
      "They would no longer hold accounts for such groups, it said",
      ["copied: would no longer hold accounts for such groups"],
    ],
    ["KE29 1234 5678 9012 3456 and on 3 May", ["account: KE29 1234 5678 9012 3456", "date: May"]],
  ])("is stopped, or shown to a person, for what leads to somebody: %s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test("knows a title before a name in Arabic, where no letter is a capital", () => {
    expect(found("ثم اتصلت المحامية زينب", "guarded", "ar")).toEqual(["person: المحامية زينب"]);
    expect(found("قال مركز العدالة في كينيا", "guarded", "ar")).toEqual(["name: مركز العدالة", "place: كينيا"]);
  });

  test.each<[RiskLevel, string[]]>([
    ["guarded", []],
    ["elevated", ["time: first quarter of 2025", "amount: 49,999 dollars"]],
    ["severe", ["time: first quarter of 2025", "place: African States", "amount: 49,999 dollars"]],
  ])("says when, where and how much as closely as the risk %s allows", (risk, expected) => {
    const text = "In the first quarter of 2025, in the African States, we lost 10,000 to 49,999 dollars";
    expect(found(text, risk)).toEqual(expected);
  });

  test("gives no year at a severe risk, and no amount but a band at any", () => {
    expect(found("In 2025 it ended", "elevated")).toEqual([]);
    expect(found("In 2025 it ended", "severe")).toEqual(["time: 2025"]);
    expect(found("We lost 12,400 dollars", "minimal")).toEqual(["amount: 12,400 dollars"]);
  });

  test("heeds the higher of what is feared and what is judged, and is careful where nobody has said", () => {
    expect(riskToHeed(["guarded", "severe"])).toBe("severe");
    expect(riskToHeed(["minimal", null])).toBe("minimal");
    expect(riskToHeed([null, undefined])).toBe("elevated");
  });
});
