import { afterEach, describe, expect, test } from "vitest";
import {
  beginWork,
  hasRoomForWork,
  type LongWork,
  stopAllWorks,
  stopWork,
  stopWorksOf,
  type WorkBroken,
  worksAtRest,
} from "#app/platform/long-work/long-works.server.ts";

interface Tried {
  readonly begun: string[];
  readonly closed: string[];
  readonly broken: string[];
}

describe("work that takes long", () => {
  const told: Tried = { begun: [], closed: [], broken: [] };

  afterEach(async () => {
    await stopAllWorks();
    for (const list of Object.values(told)) list.splice(0);
  });

  const aWork = (id: string, overrides: Partial<LongWork> = {}): LongWork => ({
    id,
    sessionId: `session of ${id}`,
    until: Date.now() + 60_000,
    seconds: 60,
    run: (signal) => {
      told.begun.push(id);
      return new Promise((_, reject) => {
        signal.addEventListener("abort", () => {
          told.broken.push(`${id}: ${(signal.reason as WorkBroken).why}`);
          reject(signal.reason);
        });
      });
    },
    beat: async () => {},
    close: () => void told.closed.push(id),
    ...overrides,
  });
  const begin = (...works: readonly LongWork[]) => {
    for (const work of works) beginWork(work, Date.now());
  };
  const aMoment = () => new Promise((resolve) => setTimeout(resolve, 5));

  test("two run, others wait their turn, and then there is no room", async () => {
    begin(...["a", "b", "c", "d", "e", "f"].map((id) => aWork(id)));
    await aMoment();
    expect(told.begun).toEqual(["a", "b"]);
    expect(hasRoomForWork()).toBe(false);
    stopWork("a");
    await aMoment();
    expect(told.begun).toEqual(["a", "b", "c"]);
    expect(hasRoomForWork()).toBe(true);
  });

  test("one that is stopped while it waits never runs, gives no place away, and its keys are wiped all the same", async () => {
    begin(aWork("a"), aWork("b"), aWork("c"), aWork("d"));
    stopWork("c");
    await aMoment();
    expect(told).toMatchObject({ begun: ["a", "b"], closed: ["c"] });
    stopWork("a");
    await aMoment();
    expect(told.begun).toEqual(["a", "b", "d"]);
  });

  test("signing out ends what that session began, and nothing else", async () => {
    begin(aWork("a"), aWork("b"));
    await aMoment();
    stopWorksOf("session of a");
    await aMoment();
    expect(told).toMatchObject({ broken: ["a: session-ended"], closed: ["a"] });
  });

  test("ends when its time is over, and with its session in any case", async () => {
    begin(aWork("slow", { seconds: 0.01 }), aWork("late", { until: Date.now() + 10 }));
    await worksAtRest();
    expect(told.broken.sort()).toEqual(["late: session-ended", "slow: out-of-time"]);
    expect(told.closed.sort()).toEqual(["late", "slow"]);
  });

  test("one that fails gives its place to the next", async () => {
    const fails = () => Promise.reject(new Error("broken"));
    begin(
      aWork("a", { run: fails }),
      aWork("b", { run: fails }),
      aWork("c", { run: async () => void told.begun.push("c") }),
    );
    await worksAtRest();
    expect(told).toMatchObject({ begun: ["c"], broken: [] });
    expect(told.closed.sort()).toEqual(["a", "b", "c"]);
  });
});
