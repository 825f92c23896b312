import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Sheet } from "#app/features/surveys/exchange/sheet.ts";
import { readXlsForm } from "#app/features/surveys/exchange/xlsform-read.ts";
import { xlsFormOf } from "#app/features/surveys/exchange/xlsform-write.ts";
import { MOST_UNPACKED_BYTES, MOST_WORKBOOK_BYTES, sheetsOfXlsx } from "#app/features/surveys/exchange/xlsx-read.ts";
import { columnName, xlsxOf } from "#app/features/surveys/exchange/xlsx-write.ts";
import { codeWordsIn } from "#app/features/surveys/instruments/list-words.server.ts";
import { standardInstrument } from "#app/features/surveys/instruments/standard-instrument.server.ts";

/** Without the empty ends that a file does not keep. */
const trimmed = (rows: Sheet["rows"]) => {
  const cut = rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== "") + 1));
  return cut.slice(0, cut.findLastIndex((row) => row.length > 0) + 1);
};

/** A workbook as other programs write it, around the parts that a test is about. */
function workbookWith(parts: Readonly<Record<string, string>>): Uint8Array {
  const whole = {
    "xl/workbook.xml":
      '<workbook xmlns:r="r"><sheets><sheet name="survey" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
      '<Relationships><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(whole).map(([path, xml]) => [path, strToU8(xml)])));
}

const sheetWith = (data: string) =>
  workbookWith({ "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${data}</sheetData></worksheet>` });
const rowsOf = (file: Uint8Array) => sheetsOfXlsx(file).sheets[0]?.rows;
const codeOf = (file: Uint8Array) => sheetsOfXlsx(file).messages[0]?.code;

describe("a workbook", () => {
  test("gives back the cells that were written", () => {
    const cell = fc
      .string({ unit: "grapheme", maxLength: 20 })
      .map((text) => text.replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, ""));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 30 }), { maxLength: 6 }), (rows) => {
        const read = sheetsOfXlsx(
          xlsxOf([
            { name: "one & <two>", rows },
            { name: "last", rows: [["x"]] },
          ]),
        );
        expect(read.messages).toEqual([]);
        expect(read.sheets.map(({ name }) => name)).toEqual(["one & <two>", "last"]);
        expect(trimmed(read.sheets[0]!.rows)).toEqual(trimmed(rows));
      }),
    );
  });

  test("gives back the standard instrument", () => {
    const standard = standardInstrument();
    const { sheets } = sheetsOfXlsx(xlsxOf(xlsFormOf(standard, codeWordsIn).sheets));
    expect(readXlsForm(sheets)).toEqual({ instrument: standard, messages: [] });
  });

  test("is the same bytes for the same sheets", () => {
    const sheets = [{ name: "survey", rows: [["type", "name"]] }];
    expect(xlsxOf(sheets)).toEqual(xlsxOf(sheets));
  });

  test("holds texts only: what begins like a formula is none", () => {
    const parts = unzipSync(xlsxOf([{ name: "survey", rows: [["=HYPERLINK(1)"]] }]));
    const xml = new TextDecoder().decode(parts["xl/worksheets/sheet1.xml"]);
    expect(xml).toContain('t="inlineStr"><is><t xml:space="preserve">=HYPERLINK(1)</t>');
    expect(xml).not.toContain("<f>");
  });

  test("counts columns as spreadsheets do", () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
  });

  test("of another program is read with its shared texts, numbers, results of formulas and gaps", () => {
    const file = workbookWith({
      "xl/sharedStrings.xml":
        "<sst><si><t>type</t></si><si><r><t>na</t></r><r><t>me</t></r><rPh><t>no</t></rPh></si></sst>",
      "xl/worksheets/sheet1.xml":
        '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="C1" t="s"><x:v>1</x:v></x:c></x:row>' +
        '<x:row r="3"><x:c><x:v>1.5</x:v></x:c><x:c t="str"><x:f>A1&amp;"x"</x:f><x:v>a &lt; b</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    });
    expect(rowsOf(file)).toEqual([["type", "", "name"], [], ["1.5", "a < b", "TRUE"]]);
  });
});

describe("a file that means harm", () => {
  test("is refused where it is too large", () => {
    expect(codeOf(new Uint8Array(MOST_WORKBOOK_BYTES + 1))).toBe("workbook-too-large");
  });

  test("is not unpacked where it would become too large", () => {
    const bomb = workbookWith({ "xl/worksheets/sheet1.xml": " ".repeat(MOST_UNPACKED_BYTES + 1) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(codeOf(bomb)).toBe("workbook-too-large");
  });

  test("is not unpacked further than it said, where it lies about what it holds", () => {
    const honest = sheetWith(`<row r="1"><c t="str"><v>${"a".repeat(1_000_000)}</v></c></row>`);
    const lying = new Uint8Array(honest);
    const view = new DataView(lying.buffer);
    // The size of a part stands 24 bytes into its entry of the directory at the end.
    for (let at = 0; at < lying.length - 46; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
    expect(codeOf(lying)).toBe("not-a-workbook");
  });

  test("is refused where it has too many parts, rows or columns", () => {
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`junk/${at}.xml`, ""]));
    expect(codeOf(workbookWith(many))).toBe("workbook-too-large");
    expect(codeOf(sheetWith('<row r="999999999"><c><v>1</v></c></row>'))).toBe("workbook-too-large");
    expect(codeOf(sheetWith('<row r="1"><c r="ZZZ1"><v>1</v></c></row>'))).toBe("workbook-too-large");
  });

  test.each([
    [
      "declares entities",
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>',
    ],
    [
      "names an entity that nobody declared",
      '<worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>',
    ],
    ["is not closed", "<worksheet><sheetData><row"],
  ])("is refused where it %s", (_, xml) => {
    expect(codeOf(workbookWith({ "xl/worksheets/sheet1.xml": xml }))).toBe("not-a-workbook");
  });

  test("is refused where a small file would become very many cells or letters", () => {
    const wide = Array.from({ length: 8_000 }, (_, at) => `<row r="${at + 1}"><c r="KN${at + 1}"><v>1</v></c></row>`);
    expect(codeOf(sheetWith(wide.join("")))).toBe("workbook-too-large");
    const sheets = '<sheet name="survey" r:id="rId1"/>'.repeat(50);
    const often = workbookWith({
      "xl/workbook.xml": `<workbook xmlns:r="r"><sheets>${sheets}</sheets></workbook>`,
      "xl/worksheets/sheet1.xml": "<worksheet/>",
    });
    expect(codeOf(often)).toBe("workbook-too-large");
    const one = workbookWith({
      "xl/sharedStrings.xml": `<sst><si><t>${"x".repeat(300_000)}</t></si></sst>`,
      "xl/worksheets/sheet1.xml": `<worksheet>${'<row><c t="s"><v>0</v></c></row>'.repeat(9)}</worksheet>`,
    });
    expect(codeOf(one)).toBe("workbook-too-large");
  });

  test("keeps nobody waiting with a tag that never ends in an attribute, nor with one sheet named many times", () => {
    expect(codeOf(sheetWith(`<row ${"a".repeat(1_000_000)}></row>`))).toBeUndefined();
    const sheets = '<sheet name="survey" r:id="rId1"/>'.repeat(20);
    const often = workbookWith({
      "xl/workbook.xml": `<workbook xmlns:r="r"><sheets>${sheets}</sheets></workbook>`,
      "xl/worksheets/sheet1.xml": `<worksheet>${"<a/>".repeat(400_000)}</worksheet>`,
    });
    expect(sheetsOfXlsx(often).sheets).toHaveLength(20);
  });

  test("is refused where it is no workbook at all", () => {
    expect(codeOf(strToU8("type,name\n"))).toBe("not-a-workbook");
    expect(codeOf(zipSync({ "a.txt": strToU8("a") }))).toBe("not-a-workbook");
    expect(codeOf(workbookWith({}))).toBe("not-a-workbook");
  });

  test("never ends the reading, whatever its bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(), (junk, place) => {
        const file = new Uint8Array(sheetWith('<row r="1"><c><v>1</v></c></row>'));
        file.set(junk.slice(0, 20), place % (file.length - 20));
        expect(() => sheetsOfXlsx(file)).not.toThrow();
        expect(() => sheetsOfXlsx(junk)).not.toThrow();
      }),
    );
  });
});
