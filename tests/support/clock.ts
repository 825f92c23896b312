import { afterAll, beforeAll } from "vitest";
import { setClock } from "#app/platform/clock.server.ts";

export interface HeldClock {
  readonly now: () => number;
  /** lets time pass, in milliseconds */
  readonly pass: (ms: number) => void;
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A clock for the suite around it that moves only when told to. */
export function heldClock(start = "2026-03-04T10:00:00Z"): HeldClock {
  let at = Date.parse(start);
  let restore = () => {};
  beforeAll(() => {
    restore = setClock(() => new Date(at));
  });
  afterAll(() => restore());
  const pass = (ms: number) => {
    at += ms;
  };
  return { now: () => at, pass };
}
