import { describe, expect, test } from "vitest";
import { CONSENT_LEVELS, mayReplace } from "#app/features/cases/consent.ts";

describe("one person's consent in the place of another's", () => {
  test("is taken whenever it allows less or the same, and when it allows more only from who has seen what holds", () => {
    for (const present of CONSENT_LEVELS)
      for (const wanted of CONSENT_LEVELS)
        for (const seen of CONSENT_LEVELS) {
          const isLess = CONSENT_LEVELS.indexOf(wanted) <= CONSENT_LEVELS.indexOf(present);
          expect(mayReplace(present, wanted, seen), `${present} ${wanted} ${seen}`).toBe(isLess || seen === present);
        }
  });
});
