import { describe, expect, test } from "vitest";
import { failureCounter, secondsToWait } from "#app/features/accounts/sign-in/sign-in-delay.ts";

const SECOND = 1_000;

describe("the pause after failed sign-ins", () => {
  test("begins after five and doubles from one second to sixty", () => {
    const waits = Array.from({ length: 13 }, (_, count) => secondsToWait({ count, lastAt: 0 }, 0));
    expect(waits).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60]);
  });

  test("runs out with time", () => {
    expect(secondsToWait({ count: 7, lastAt: 0 }, 3 * SECOND)).toBe(1);
    expect(secondsToWait({ count: 7, lastAt: 0 }, 4 * SECOND)).toBe(0);
  });

  test("is counted for each handle alone, and ends with a success", () => {
    const failures = failureCounter();
    for (let at = 0; at < 6; at += 1) failures.failed("one", 0);
    expect(failures.wait("one", 0)).toBe(2);
    expect(failures.wait("other", 0)).toBe(0);
    failures.succeeded("one");
    expect(failures.wait("one", 0)).toBe(0);
  });

  test("is forgotten after an hour, and never fills the memory", () => {
    const failures = failureCounter(3);
    for (let at = 0; at < 6; at += 1) failures.failed("old", 0);
    expect(failures.wait("old", 60 * 60 * SECOND)).toBe(0);
    for (const handle of ["a", "b", "c", "d"]) for (let at = 0; at < 5; at += 1) failures.failed(handle, 0);
    expect(["a", "b", "c", "d"].map((handle) => failures.wait(handle, 0))).toEqual([0, 1, 1, 1]);
  });
});
