import type { TriedRemedy } from "#app/features/cases/remedies/remedy.ts";

/** A complaint that is still waited for, with overrides. */
export function aRemedy(overrides: Partial<TriedRemedy> = {}): TriedRemedy {
  return {
    remedy: "complaint",
    triedOn: { date: "2026-02", precision: "month" },
    addressee: "Northern Savings Bank, complaints office",
    result: "waiting",
    endedOn: null,
    note: "",
    ...overrides,
  };
}
