import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { setClock } from "#app/platform/clock.server.ts";
import { readEnv, setEnv } from "#app/platform/env.server.ts";
import { durationClass, logAnswer, logError } from "#app/platform/log.server.ts";

const lines: Record<string, unknown>[] = [];
let restoreClock: () => void;

beforeEach(() => {
  lines.length = 0;
  setEnv(readEnv({}));
  restoreClock = setClock(() => new Date("2026-02-03T04:05:06.789Z"));
  vi.spyOn(process.stdout, "write").mockImplementation((line) => Boolean(lines.push(JSON.parse(String(line)))));
});
afterEach(() => {
  vi.restoreAllMocks();
  restoreClock();
});

describe("the log", () => {
  test("knows of an answer the minute, route, method, status and class of duration", () => {
    logAnswer({ route: "/cases/:caseId", method: "GET", status: 200, durationMs: 12.345 });
    expect(lines).toEqual([
      { minute: "2026-02-03T04:05Z", route: "/cases/:caseId", method: "GET", status: 200, duration: "fast" },
    ]);
  });

  test("knows of an error its class and places, never its message", () => {
    const id = logError(new RangeError("Jane Doe, account 12345"));
    expect(JSON.stringify(lines)).not.toMatch(/Jane|12345/);
    expect(lines[0]).toMatchObject({ error: id, name: "RangeError" });
    expect(id).toMatch(/^[0-9a-f]{8}$/);
  });

  test("keeps an error that is no error", () => {
    logError("a text somebody threw");
    expect(lines[0]).toMatchObject({ name: "string", at: [] });
  });

  test("can be switched off", () => {
    setEnv(readEnv({ LOG: "off" }));
    logAnswer({ route: "/", method: "GET", status: 200, durationMs: 1 });
    expect(lines).toEqual([]);
  });

  test.each([
    [1, "fast"],
    [50, "normal"],
    [999, "slow"],
    [1000, "very-slow"],
  ])("calls %i ms %s", (ms, name) => {
    expect(durationClass(ms)).toBe(name);
  });
});
