import { describe, expect, test } from "vitest";
import { EMPTY_PANEL, hasAnswered, withInvited } from "#app/features/surveys/waves/panel.ts";
import { MOST_INVITED } from "#app/features/surveys/waves/wave.ts";
import { valueFrom } from "#app/kernel/result.ts";

const ids = () => {
  let next = 0;
  return () => `id-${next++}`;
};
const inEnglish = (...names: string[]) => names.map((name) => ({ name, language: "en" as const }));

describe("a panel", () => {
  test("is sorted by name, so that it does not say who was thought of first", () => {
    const { panel } = valueFrom(withInvited(EMPTY_PANEL, inEnglish("Zeta", "Alpha"), ids()));
    const more = valueFrom(withInvited(panel, inEnglish("Mu"), ids()));
    expect(more.panel.invited.map(({ organisation }) => organisation)).toEqual(["Alpha", "Mu", "Zeta"]);
  });

  test("knows a name however it is written, and leaves empty lines out", () => {
    const { panel } = valueFrom(withInvited(EMPTY_PANEL, inEnglish("Harbour Archive"), ids()));
    const again = withInvited(panel, inEnglish(" HARBOUR   archive", "", "Ｈarbour Archive", "New"), ids());
    const { known, panel: next } = valueFrom(again);
    expect(known).toEqual([" HARBOUR   archive", "Ｈarbour Archive"]);
    expect(next.invited).toHaveLength(2);
  });

  test("has an end", () => {
    const names = Array.from({ length: MOST_INVITED + 1 }, (_, place) => `Organisation ${place}`);
    expect(withInvited(EMPTY_PANEL, inEnglish(...names.slice(1)), ids())).toMatchObject({ ok: true });
    expect(withInvited(EMPTY_PANEL, inEnglish(...names), ids())).toMatchObject({
      refusal: { code: "waves.panel-full" },
    });
  });

  test("an organisation has answered by whichever of its codes", () => {
    const code = (participation: string) => ({ valid: "v", participation, on: "2026-03-04" });
    const one = { id: "1", organisation: "A", language: "en" as const, code: code("new"), lost: ["old"] };
    expect(hasAnswered(one, new Set(["old"]))).toBe(true);
    expect(hasAnswered(one, new Set(["new"]))).toBe(true);
    expect(hasAnswered(one, new Set(["other"]))).toBe(false);
    expect(hasAnswered({ ...one, code: null, lost: [] }, new Set(["new"]))).toBe(false);
  });
});
