import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MESSAGE_SIDES, type MessageSide } from "#app/features/messages/message.ts";
import {
  afterMessage,
  afterReading,
  hasUnread,
  isUnread,
  type MessageStanding,
  NO_MESSAGES,
  nextInstant,
} from "#app/features/messages/message-standing.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 0, 5, 9, minute)).toISOString();

describe("what is new to a side of a conversation", () => {
  test("is nothing where nobody has written, and never its own message", () => {
    expect(MESSAGE_SIDES.map((side) => hasUnread(NO_MESSAGES, side))).toEqual([false, false]);
    const asked = afterMessage(NO_MESSAGES, "team", at(1));
    expect([hasUnread(asked, "team"), hasUnread(asked, "reporter")]).toEqual([false, true]);
    expect(isUnread({ by: "intake", at: at(1) }, asked, "team")).toBe(false);
    expect(isUnread({ by: "intake", at: at(1) }, asked, "reporter")).toBe(true);
  });

  test("is what came after the last message its page had shown", () => {
    const asked = afterMessage(afterMessage(NO_MESSAGES, "team", at(1)), "team", at(3));
    const read = afterReading(asked, "reporter", at(1));
    expect(hasUnread(read, "reporter")).toBe(true);
    expect(isUnread({ by: "lead", at: at(1) }, read, "reporter")).toBe(false);
    expect(isUnread({ by: "lead", at: at(3) }, read, "reporter")).toBe(true);
    expect(hasUnread(afterReading(read, "reporter", at(3)), "reporter")).toBe(false);
  });

  test("stays as it is where a page has shown nothing, or an old page is sent late", () => {
    const read = afterReading(afterMessage(NO_MESSAGES, "team", at(2)), "reporter", at(2));
    expect(afterReading(read, "reporter", null)).toBe(read);
    expect(afterReading(read, "reporter", at(1))).toBe(read);
  });

  test("is not read in advance by a page that claims a moment to come", () => {
    const asked = afterMessage(NO_MESSAGES, "team", at(2));
    const later = afterMessage(afterReading(asked, "reporter", at(50)), "team", at(3));
    expect(hasUnread(later, "reporter")).toBe(true);
  });
});

type Step = readonly [kind: "write" | "read", side: MessageSide, minute: number];
const steps = fc.array(
  fc.tuple(
    fc.constantFrom("write", "read"),
    fc.constantFrom(...MESSAGE_SIDES),
    fc.nat({ max: 59 }),
  ) as fc.Arbitrary<Step>,
);
const after = (standing: MessageStanding, [kind, side, minute]: Step) =>
  kind === "write"
    ? afterMessage(standing, side, nextInstant(standing, new Date(at(minute))))
    : afterReading(standing, side, at(minute));

describe("whatever happens in a conversation", () => {
  test("each message comes later than all before, also when the clock goes back", () => {
    fc.assert(
      fc.property(steps, fc.nat({ max: 59 }), (walk, minute) => {
        const standing = walk.reduce(after, NO_MESSAGES);
        const next = nextInstant(standing, new Date(at(minute)));
        for (const before of Object.values(standing.latestAt)) expect(before === null || before < next).toBe(true);
      }),
    );
  });

  test("a message just written is new to the other side until that side has read it", () => {
    fc.assert(
      fc.property(steps, fc.constantFrom(...MESSAGE_SIDES), (walk, side) => {
        const other = side === "team" ? "reporter" : "team";
        const before = walk.reduce(after, NO_MESSAGES);
        const instant = nextInstant(before, new Date(at(5)));
        const written = afterMessage(before, side, instant);
        expect(hasUnread(written, other)).toBe(true);
        expect(hasUnread(afterReading(written, other, instant), other)).toBe(false);
        expect(hasUnread(written, side)).toBe(hasUnread(before, side));
      }),
    );
  });
});
