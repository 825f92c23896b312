import { expect, test } from "vitest";
import {
  HELD_IDLE_MS,
  heldResults,
  holdResults,
  releaseResults,
  sweepResults,
} from "#app/features/surveys/results/held-results.server.ts";

test("opened answers are held for the session that opened them, and for nobody else", () => {
  holdResults("one", "wave", "answers", 0);
  expect(heldResults("one", "wave", 1)).toBe("answers");
  expect(heldResults("other", "wave", 1)).toBeNull();
  expect(heldResults("one", "another", 1)).toBeNull();
});

test("they go at sign-out, and half an hour after they were last looked at", () => {
  holdResults("one", "wave", "answers", 0);
  holdResults("other", "wave", "theirs", 0);
  releaseResults("one");
  expect(heldResults("one", "wave", 1)).toBeNull();
  expect(heldResults("other", "wave", HELD_IDLE_MS - 1)).toBe("theirs");
  sweepResults(2 * HELD_IDLE_MS - 2);
  expect(heldResults("other", "wave", 2 * HELD_IDLE_MS - 2)).toBe("theirs");
  expect(heldResults("other", "wave", 3 * HELD_IDLE_MS)).toBeNull();
});

test("of one session no more than four surveys are held: what was looked at longest ago is sealed again", () => {
  for (const at of [1, 2, 3, 4, 5]) holdResults("one", `wave-${at}`, `${at}`, at);
  expect([1, 2, 3, 4, 5].map((at) => heldResults("one", `wave-${at}`, 10))).toEqual([null, "2", "3", "4", "5"]);
  releaseResults("one");
});
