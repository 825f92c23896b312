import { describe, expect, test } from "vitest";
import { cohortCode, ledgerFacts } from "#app/features/briefings/ledger-facts.ts";
import { LISTS, sampleRelease, sampleRows } from "./sample-briefing.ts";

describe("the ledger", () => {
  const facts = ledgerFacts("asp25", sampleRows(), sampleRelease(), LISTS, (key) => `pseudonym of ${key}`);
  test("keeps everybody counted, and who stands behind each row of a shown table, withheld or not", () => {
    expect(facts.population).toHaveLength(83);
    const release = sampleRelease();
    for (const { id, cells } of release.tables) {
      for (const { codes, value } of cells) {
        const own = facts.cells.find((cell) => cell.table === id && cell.codes.join() === codes.join());
        const count = own?.pseudonyms.length ?? -1;
        if (value !== null) expect(Math.abs(count - value)).toBeLessThanOrEqual(2);
        else expect(count).toBeLessThan(5);
      }
    }
  });
  test("holds no key of an organisation", () => {
    const names = ledgerFacts("asp25", sampleRows(), sampleRelease(), LISTS, (key) => `p${key.length}`);
    expect(JSON.stringify(names)).not.toContain("organisation ");
  });
  test("names the cohort after the session, and later releases of it by number", () => {
    expect([cohortCode("ASP25", 1), cohortCode("ASP25", 2)]).toEqual(["asp25", "asp25-2"]);
  });
});
