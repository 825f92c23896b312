import { describe, expect, test } from "vitest";
import { mapInTurns, takingTurns } from "#app/platform/turns.server.ts";

describe("work that takes long", () => {
  const others = () => {
    let turns = 0;
    const next = () => {
      turns += 1;
      waiting = setImmediate(next);
    };
    let waiting = setImmediate(next);
    return { turns: () => turns, stop: () => clearImmediate(waiting) };
  };

  test("lets others go on once its slice of time is used up", async () => {
    const meanwhile = others();
    const giveWay = takingTurns(0);
    for (let step = 0; step < 5; step += 1) await giveWay();
    meanwhile.stop();
    expect(meanwhile.turns()).toBeGreaterThanOrEqual(4);
  });

  test("keeps its turn until then", async () => {
    const meanwhile = others();
    const giveWay = takingTurns(Number.POSITIVE_INFINITY);
    for (let step = 0; step < 1_000; step += 1) await giveWay();
    meanwhile.stop();
    expect(meanwhile.turns()).toBe(0);
  });

  test("makes the same of each item, in their order", async () => {
    expect(await mapInTurns([3, 1, 2], (item) => item * 2)).toEqual([6, 2, 4]);
    expect(await mapInTurns([], String)).toEqual([]);
  });
});
