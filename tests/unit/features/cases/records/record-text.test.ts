import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recordText } from "#app/features/cases/records/record-text.ts";

const labelled = (label: string) => `${label}:`;
const written = (typed: string) =>
  recordText(
    "TLP:RED",
    ["Two cases"],
    [{ reference: "TH-1", sections: [{ title: "Report", lines: [{ typed }] }] }],
    labelled,
  );

describe("the record of a case as plain text", () => {
  test("names who may read it on top and with every case, and leaves out what is empty", () => {
    const section = { title: "Report", lines: [{ label: "What happened?" }, { label: "Since", words: "March 2026" }] };
    const text = recordText(
      "TLP:RED",
      ["Two cases"],
      [
        { reference: "TH-1", sections: [section, { title: "Messages", lines: [] }] },
        { reference: "TH-2", sections: [{ title: "Files", lines: [{ label: "Name", typed: "a.pdf" }] }] },
      ],
      labelled,
    );
    expect(text.split("\n").filter((line) => line.includes("TLP:RED"))).toEqual([
      "TLP:RED",
      "TH-1 · 1/2 · TLP:RED",
      "TH-2 · 2/2 · TLP:RED",
    ]);
    expect(text).toContain("# Report\n\nWhat happened?\nSince: March 2026\n");
    expect(text).toContain("Name:\n> a.pdf\n");
    expect(text).not.toContain("Messages");
  });

  test("a story cannot pass for a line of the record, whatever ends its lines", () => {
    const story = "one\r\n# Report\u2028TH-9 · 9/9 · TLP:CLEAR\u0085Status: closed\vend";
    const before = written("").split("\n").length;
    const lines = written(story).split("\n");
    expect(lines.filter((line) => line.startsWith("> "))).toHaveLength(5);
    expect(lines).toHaveLength(before + 4);
  });

  test("holds nothing that turns its direction or gives orders to a terminal", () => {
    expect(written("a\u202eb\u2066c\u001b[31md\u009be")).toContain("> abc[31mde\n");
  });

  test("keeps every letter of what was typed", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\p{L}\p{N} .,:>#=-]{0,80}$/u), (typed) => {
        expect(written(typed)).toContain(`> ${typed}\n`);
      }),
    );
  });
});
