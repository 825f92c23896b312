import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ROLES } from "#app/access/roles.ts";
import { grantText, isGranted } from "#app/features/accounts/invitation/invitation.ts";
import { inviteMemberForm, proposeForm } from "#app/features/accounts/invitation/invitation-forms.ts";

const approvals = fc.array(fc.record({ userId: fc.constantFrom("a", "b", "c"), role: fc.constantFrom(...ROLES) }));

describe("a colleague's role", () => {
  test("is granted by a guardian and a coordinator who are two persons", () => {
    expect(
      isGranted([
        { userId: "a", role: "guardian" },
        { userId: "b", role: "intake" },
      ]),
    ).toBe(true);
    expect(
      isGranted([
        { userId: "a", role: "guardian" },
        { userId: "a", role: "intake" },
      ]),
    ).toBe(false);
    expect(
      isGranted([
        { userId: "a", role: "guardian" },
        { userId: "b", role: "guardian" },
      ]),
    ).toBe(false);
  });

  test("is never granted by one person, whatever hats", () => {
    fc.assert(
      fc.property(approvals, (all) => {
        expect(isGranted(all.filter(({ userId }) => userId === "a"))).toBe(false);
      }),
    );
  });

  test("is not lost by a further approval", () => {
    fc.assert(
      fc.property(approvals, approvals, (some, more) => {
        fc.pre(isGranted(some));
        expect(isGranted([...some, ...more])).toBe(true);
      }),
    );
  });

  test("is approved as this role in this team for this invitation", () => {
    const one = { id: "1", role: "analyst", teamId: "t" };
    const texts = [one, { ...one, id: "2" }, { ...one, role: "lead" }, { ...one, teamId: null }].map(grantText);
    expect(new Set(texts).size).toBe(4);
  });

  test("names a team where it works in one, and none elsewhere", () => {
    const teamId = "3f2b1c1a-9a3e-4c53-8d7a-0a4a3b1f2c1d";
    expect(proposeForm.parse({ role: "lead", teamId })).toEqual({ role: "lead", teamId });
    expect(proposeForm.parse({ role: "editor", teamId })).toEqual({ role: "editor", teamId: null });
    expect(proposeForm.safeParse({ role: "lead", teamId: "" }).error?.issues[0]).toMatchObject({
      path: ["teamId"],
      message: "people.propose.team-required",
    });
    expect(proposeForm.safeParse({ role: "reporter" }).success).toBe(false);
  });

  test("of owner is given by a tick, and by nothing else", () => {
    expect(inviteMemberForm.parse({ isOwner: "yes" })).toEqual({ isOwner: true });
    expect(inviteMemberForm.parse({})).toEqual({ isOwner: false });
    expect(inviteMemberForm.safeParse({ isOwner: "true" }).success).toBe(false);
  });
});
