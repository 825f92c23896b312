import { describe, expect, test } from "vitest";
import { cohortCode, ledgerFacts } from "#app/features/briefings/ledger-facts.ts";
import { sampleRelease, sampleRequests, sampleRows } from "./sample-briefing.ts";

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
