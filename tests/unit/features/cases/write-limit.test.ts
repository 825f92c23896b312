import { describe, expect, test } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { countWrite } from "#app/features/cases/write-limit.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { ok, refuse } from "#app/kernel/result.ts";
import { heldClock, MINUTE } from "../../../support/clock.ts";

const person = (userId: string) => ({ userId }) as Actor;
const [one, other] = ["one", "other"] as unknown as [CaseId, CaseId];

describe("writes to a case", () => {
  const clock = heldClock();

  test("are thirty an hour for each person and case", () => {
    for (let at = 0; at < 30; at += 1) expect(countWrite(person("a"), one)).toEqual(ok(null));
    clock.pass(20 * MINUTE);
    const full = refuse({ kind: "rate-limited", code: "rate-limited", retryAfterSeconds: 40 * 60 });
    expect(countWrite(person("a"), one)).toEqual(full);
    expect(countWrite(person("a"), other)).toEqual(ok(null));
    expect(countWrite(person("b"), one)).toEqual(ok(null));
    clock.pass(40 * MINUTE);
    expect(countWrite(person("a"), one)).toEqual(ok(null));
  });
});
