import { describe, expect, test } from "vitest";
import { type KnownWords, quotationFaults } from "#app/features/disclosure/narratives/quotation-checks.ts";
import { checkedQuotations, type Quotation } from "#app/features/disclosure/narratives/quotation-set.ts";

const KNOWN: KnownWords = {
  names: ["Coastal Legal Aid", "Société du Nord", "مركز العدالة", "Žuža Bank", "Goma"],
  publicSources: [
    "The bank said in a letter that it would no longer hold accounts for groups that work with the Court.",
  ],
};
/** What was found, as kind and words. */
const found = (text: string) =>
  quotationFaults(text, KNOWN).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

describe("a text that would be quoted", () => {
  test.each([
    ["Our bank sent everything back and gave no reason.", "en"],
    [
      "In 2025 we lost two of our five accounts; it may happen again, and we march on.",
      "years, small numbers, words like months",
    ],
    ["La banque a fermé nos comptes sans un mot, et trois salaires sont restés impayés.", "fr"],
    ["El banco devolvió los pagos dos veces y no dijo por qué.", "es"],
    ["أعاد المصرف كل تحويلاتنا ولم يذكر السبب.", "ar"],
  ])("passes the machine where it leads to nobody: %s", (text) => {
    expect(found(text)).toEqual([]);
  });

  test.each([
    ["Write to amina.k@clinic.example today", ["address: amina.k@clinic.example"]],
    ["See www.clinic.example/appeal", ["address: www.clinic.example/appeal"]],
    ["Call +254 712 345-678 please", ["telephone: +254 712 345-678"]],
    ["To KE29 1234 5678 9012 3456 it went", ["account: KE29 1234 5678 9012 3456"]],
    ["our account 0123-456-789 was shut", ["account: 0123-456-789"]],
    ["in case ICC-01/18 and file GA/2024/113", ["reference: ICC-01/18", "reference: GA/2024/113"]],
    ["under reference THAW2026", ["reference: THAW2026"]],
    ["on 12/05/2026 and 2026-05-12", ["date: 12/05/2026", "date: 2026-05-12"]],
    ["by the end of March, on 3 may", ["date: March", "date: 3 may"]],
    ["le 4 août dernier", ["date: août"]],
    ["desde el 7 de noviembre", ["date: noviembre"]],
    ["في ١٢ مايو", ["date: مايو"]],
    ["they kept $12,500 and 3 million euros", ["amount: $12,500", "amount: 3 million euros"]],
    ["EUR 900 puis 1 200 francs suisses", ["amount: EUR 900", "amount: 1 200 francs"]],
    ["خسرنا ٥٠٠٠ دولار", ["amount: ٥٠٠٠ دولار"]],
    ["they kept $\uff11\uff12,500 and 3\u200b000 euros", ["amount: $\uff11\uff12,500", "amount: 3\u200b000 euros"]],
    [
      "account 0123\u20604567 is shut, \u0967\u0968\u0969\u096a\u096b\u096c too",
      ["account: 0123\u20604567", "reference: \u0967\u0968\u0969\u096a\u096b\u096c"],
    ],
  ])("is refused for what leads to somebody by itself: %s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    ["We at COASTAL legal-aid were told", "name: COASTAL legal-aid"],
    ["les gens de la societe du nord", "name: societe du nord"],
    ["the Zuza Bank", "name: Zuza Bank"],
    ["قال مركز العَدالة إن", "name: مركز العَدالة"],
    ["عملنا بمركز العدالة", "name: بمركز العدالة"],
    ["our office in Goma", "name: Goma"],
    ["our office in Go\u200bma", "name: Go\u200bma"],
    ["Coastal Legal Aid’s staff", "name: Coastal Legal Aid’s"],
    ["auprès d’Goma", "name: d’Goma"],
    // Letters of another script, or that nobody sees.
    ["at C\u043e\u0430stal Legal Aid", "name: C\u043e\u0430stal Legal Aid"],
    ["at \u0421\u041e\u0410\u0405TAL LEGAL AID", "name: \u0421\u041e\u0410\u0405TAL LEGAL AID"],
    ["at Coa\u3164stal Legal\u2800Aid", "name: Coa\u3164stal Legal\u2800Aid"],
    ["at \u202eCoastal\u202c \u2067Legal\u2069 Aid", "name: Coastal\u202c \u2067Legal\u2069 Aid"],
    // Words parted otherwise.
    ["at C o a s t a l Legal Aid", "name: C o a s t a l Legal Aid"],
    ["at CoastalLegalAid", "name: CoastalLegalAid"],
    ["at Coas-tal Legal_Aid", "name: Coas-tal Legal_Aid"],
  ])("is refused for a name that the product knows, however it is written: %s", (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  test("is refused for eight words in a row that a search would find, and not for seven", () => {
    const source = "it would no longer hold accounts for groups that";
    expect(found(`They told us ${source} we know`)).toEqual([`copied: ${source}`]);
    expect(found("They told us it would no longer hold accounts for people")).toEqual([]);
  });
});

describe("the quotations of an edition", () => {
  const written = (value: number | null) => ({
    edition: "e",
    shares: [],
    medians: [],
    splits: new Map(),
    roots: new Map([["region", "ALL"]]),
    tables: [
      {
        id: "t",
        measure: "cases",
        dimensions: ["region"],
        where: {},
        overlapping: [],
        rounding: null,
        cells: [
          { codes: ["AFR"], value },
          { codes: ["APA"], value: null },
        ],
      },
    ],
  });
  const quotation = (id: string, more: Partial<Quotation> = {}): Quotation => ({
    id,
    unit: `unit ${id}`,
    text: "Our bank gave no reason.",
    beside: { region: "AFR" },
    ...more,
  });
  const check = (quotations: readonly Quotation[], packages = [written(12)]) =>
    checkedQuotations(quotations, { known: KNOWN, packages, seed: "kept with the release" });

  test("are one an organisation, beside a figure that is printed", () => {
    const { quotable, refused } = check([
      quotation("1"),
      quotation("2", { unit: "unit 1" }),
      quotation("3", { beside: { region: "APA" } }),
      quotation("4", { text: "Goma is far." }),
      quotation("5"),
    ]);
    expect(quotable.length).toBe(2);
    expect(refused.map(({ id }) => id)).toEqual(["2", "3", "4"]);
    expect(check([quotation("1")], [written(0)]).quotable).toEqual([]);
  });

  test("come in an order that is not that of the organisations, and without their names", () => {
    const many = Array.from({ length: 12 }, (_, n) => quotation(String(n), { text: `${"so ".repeat(n)}it went.` }));
    const { quotable } = check(many);
    expect(quotable.length).toBe(12);
    expect(quotable.map(({ text }) => text)).not.toEqual(many.map(({ text }) => text));
    expect(JSON.stringify(quotable)).not.toContain("unit");
  });
});
