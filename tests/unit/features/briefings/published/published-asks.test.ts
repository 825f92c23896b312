import { describe, expect, test } from "vitest";
import type { AskChoice } from "#app/features/briefings/briefing.ts";
import { publishedAsks } from "#app/features/briefings/published/published-asks.ts";
import { LOCALES, type Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import { sampleDraft } from "../sample-briefing.ts";
import { releaseWithSurvey, sampleVersion } from "../sample-survey.ts";

function askWith(table: string, codes: string[], locale: Locale = "en") {
  const ask: AskChoice = { code: "SP2", evidence: [table], dueOn: null, figure: { table, codes } };
  const version = sampleVersion(releaseWithSurvey(), locale, sampleDraft({ asks: [ask] }));
  return publishedAsks(version)[0]!.asks[0]!;
}

describe("an ask with a figure of a survey", () => {
  test("says question, answer, of how many, and the share", () => {
    expect(askWith("survey-q13", ["fees", "count"])).toMatchObject({
      evidence: "Evidence: Table S1",
      tables: ["survey-q13"],
      figure: "Happened in en – fees in en: 21 of 60 organisations asked (35%) (Table S1)",
    });
    expect(askWith("survey-q13", ["fees", "share"]).figure).toBe(
      "Happened in en – fees in en: 35% of 60 organisations asked (Table S1)",
    );
    expect(askWith("survey-q33", ["appeal", "solved"]).figure).toBe(
      "Results in en – appeal in en and Solved in en: 9 of 20 organisations asked (45%) (Table S3)",
    );
  });
  test("gives no share of a handful, and no number of those asked that is withheld", () => {
    expect(askWith("survey-q27", ["court_contact", "count"]).figure).toBe(
      "Stopped in en – court_contact in en: 5 of 8 organisations asked (Table S2)",
    );
    expect(askWith("survey-q27", ["travel", "count"]).figure).toBe(
      "Stopped in en – travel in en: 9 organisations (Table S2)",
    );
  });
  test("never prints one that is withheld", () => {
    expect(askWith("survey-q13", ["cards", "count"]).figure).toBeNull();
    expect(askWith("survey-q33", ["appeal", "waiting"]).figure).toBeNull();
  });
  test.each(LOCALES)("is whole in %s", (locale) => {
    const { figure } = askWith("survey-q13", ["fees", "count"], locale);
    expect(figure?.replaceAll(/[\u2066-\u2069]/g, "")).toMatch(
      new RegExp(`Happened in ${locale} – .*fees in ${locale}.*21.*60.*35.*S1`),
    );
    expect(figure).not.toMatch(/[{}]|survey-tables/);
  });
  test("has letters of its own around its parts in Arabic, for isolates within isolates take their direction from these", () => {
    const t = textFor("ar");
    const said = [
      t("survey-tables.cell", { question: "", name: "" }),
      t("survey-tables.with-share", { said: "", share: "" }),
      t("survey-tables.row-of", { label: "", n: "" }),
      t("survey-tables.of-asked", { figure: "", n: "", count: 60 }),
    ];
    for (const words of said) expect(words).toMatch(/\p{Script=Arabic}/u);
  });
});
