import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { caseReference, parseReference, referenceRange } from "#app/features/cases/case-reference.ts";
import type { CaseId } from "#app/kernel/id.ts";

const anyId = fc.uuid({ version: 4 }).map((id) => id as CaseId);
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

describe("the reference of a case", () => {
  test("looks like TH-7F3K-9QMR", () => {
    expect(caseReference(randomUUID() as CaseId)).toMatch(/^TH-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  test("is read back, however it is typed", () => {
    fc.assert(
      fc.property(anyId, (id) => {
        const reference = caseReference(id);
        const sloppy = reference.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l");
        expect(parseReference(reference)).toBe(reference);
        expect(parseReference(sloppy)).toBe(reference);
        expect(parseReference(reference.slice(3))).toBe(reference);
      }),
    );
  });

  test("shows when one character is wrong", () => {
    fc.assert(
      fc.property(
        anyId,
        fc.constantFrom(3, 4, 5, 6, 8, 9, 10, 11),
        fc.constantFrom(...ALPHABET),
        (id, place, wrong) => {
          const reference = caseReference(id);
          fc.pre(reference[place] !== wrong);
          expect(parseReference(reference.slice(0, place) + wrong + reference.slice(place + 1))).toBeNull();
        },
      ),
    );
  });

  test("finds its case among ids", () => {
    fc.assert(
      fc.property(anyId, (id) => {
        const { from, to } = referenceRange(caseReference(id));
        expect(from <= id && id <= to).toBe(true);
      }),
    );
  });

  test.each(["", "TH-", "TH-7F3K", "hello world", "TH-7F3K-9QMRX"])("is not %j", (text) => {
    expect(parseReference(text)).toBeNull();
  });
});
