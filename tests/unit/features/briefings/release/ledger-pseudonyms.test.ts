import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CountedFacts, LedgerRecord } from "#app/features/briefings/briefing-record.ts";
import { ledgerRecord } from "#app/features/briefings/release/ledger-pseudonyms.ts";

const PROTECTION = { seed: "kept", report: {} } as unknown as CountedFacts["protection"];
const organisations = fc.uniqueArray(fc.uuid({ version: 4 }), { maxLength: 20 });
const counted = (ids: readonly string[]) => ({
  facts: { population: ids, cells: [{ table: "t", codes: ["a"], pseudonyms: ids.slice(0, 3) }] },
  protection: PROTECTION,
});
const names = () => {
  let given = 0;
  return () => `name ${(given++ * 7919) % 1000}`;
};

describe("the ledger's names", () => {
  test("stand in the place of every organisation, and no organisation stands in the facts", () => {
    fc.assert(
      fc.property(organisations, (ids) => {
        const { facts, named, number } = ledgerRecord("asp25", counted(ids), [], names());
        expect(number).toBe(1);
        expect(facts.population).toHaveLength(ids.length);
        expect(new Set(named.map(([id]) => id))).toEqual(new Set(ids));
        for (const id of ids) expect(JSON.stringify(facts)).not.toContain(id);
      }),
    );
  });

  test("stay the same from release to release, and only newcomers are named", () => {
    fc.assert(
      fc.property(organisations, organisations, (early, late) => {
        const newName = names();
        const first = ledgerRecord("asp24", counted(early), [], newName);
        const both = [...new Set([...early, ...late])];
        const second = ledgerRecord("asp25", counted(both), [first], newName);
        const nameIn = (records: readonly LedgerRecord[]) => new Map(records.flatMap(({ named }) => named));
        const all = nameIn([first, second]);
        expect(all.size).toBe(both.length);
        for (const [id, name] of nameIn([first])) expect(all.get(id)).toBe(name);
        expect(second.facts.population).toEqual([...all.values()].sort());
        expect(second.number).toBe(2);
      }),
    );
  });

  test("are sorted, so that their order says nothing", () => {
    const { facts, named } = ledgerRecord("asp25", counted(["b", "a", "c"]), [], names());
    expect(facts.population).toEqual([...facts.population].sort());
    expect(named.map(([, name]) => name)).toEqual(named.map(([, name]) => name).sort());
  });
});
