import { describe, expect, test } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { countNewCase, countWrite } from "#app/features/cases/write-limit.server.ts";
import type { CaseId, OrganisationId } from "#app/kernel/id.ts";
import { ok, refuse } from "#app/kernel/result.ts";
import { HOUR, heldClock, MINUTE } from "../../../support/clock.ts";

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

describe("new cases", () => {
  const clock = heldClock();
  const [ours, theirs] = ["ours", "theirs"] as unknown as [OrganisationId, OrganisationId];

  test("are ten a day for each organisation, and the refusal says when there is room again", () => {
    for (let at = 0; at < 10; at += 1) expect(countNewCase(ours)).toEqual(ok(null));
    clock.pass(HOUR);
    const full = refuse({ kind: "rate-limited", code: "report.too-many-today", retryAfterSeconds: 23 * 3_600 });
    expect(countNewCase(ours)).toEqual(full);
    expect(countNewCase(theirs)).toEqual(ok(null));
    clock.pass(23 * HOUR);
    expect(countNewCase(ours)).toEqual(ok(null));
  });
});
