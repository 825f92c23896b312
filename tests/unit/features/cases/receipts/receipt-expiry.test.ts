import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { abandonedBefore, UNSENT_KEPT_WEEKS } from "#app/features/cases/receipts/receipt-expiry.ts";
import { weekOf } from "#app/kernel/week.ts";

const DAY_MS = 86_400_000;
const moment = fc.date({ min: new Date("2026-01-01"), max: new Date("2080-01-01"), noInvalidDate: true });

describe("a report without an account that was not sent", () => {
  test("is kept for as many weeks as the pages say, and deleted within one more", () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 200 }), (begunAt, days) => {
        const at = new Date(begunAt.getTime() + days * DAY_MS);
        const isDeleted = weekOf(begunAt) < abandonedBefore(at, true);
        if (days <= 7 * UNSENT_KEPT_WEEKS) expect(isDeleted).toBe(false);
        if (days >= 7 * (UNSENT_KEPT_WEEKS + 1)) expect(isDeleted).toBe(true);
      }),
    );
  });

  test("outlives every session that could open it, also where no words were shown", () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 7 }), (begunAt, days) => {
        const at = new Date(begunAt.getTime() + days * DAY_MS);
        expect(weekOf(begunAt) < abandonedBefore(at, false)).toBe(false);
      }),
    );
  });
});
