import { describe, expect, test } from "vitest";
import { may, type Permission, policy } from "#app/access/policy.ts";
import { type ActingRole, ROLES } from "#app/access/roles.ts";

const allowed = (permission: Permission): string[] =>
  [...ROLES, "receipt" as const]
    .flatMap((role): [string, ActingRole, boolean][] => [
      [role, role, false],
      ...(role === "reporter" ? ([["owner", role, true]] as [string, ActingRole, boolean][]) : []),
    ])
    .filter(([, role, isOwner]) => may({ role, isOwner }, permission))
    .map(([name]) => name);

describe("the policy", () => {
  test("lets everybody see to the own account, and nobody else's sessions", () => {
    expect(allowed("account.read")).toEqual(["reporter", "owner", ...ROLES.slice(1)]);
  });

  test("lets whoever holds a receipt do what a reporter does with one report, and close it, and nothing else", () => {
    const granted = (Object.keys(policy) as Permission[]).filter((permission) =>
      may({ role: "receipt", isOwner: false }, permission),
    );
    expect(granted).toEqual([
      "session.end",
      "report.read",
      "report.write",
      "receipt.keep",
      "own-referral.read",
      "own-referral.decide",
      "own-story.read",
      "own-story.decide",
      "own-file.add",
      "own-file.take",
      "own-file.discard",
    ]);
  });

  test.each<[Permission, string[]]>([
    ["report.write", ["reporter", "owner", "receipt"]],
    ["report.begin", ["reporter", "owner"]],
    ["case.bind", ["intake"]],
    ["link.manage", ["intake"]],
    ["members.read", ["owner"]],
    ["members.invite", ["owner"]],
    ["members.remove", ["owner"]],
    ["case.read", ["intake", "lead"]],
    ["case.assign", ["intake"]],
    ["own-file.add", ["reporter", "owner", "receipt"]],
    ["own-file.discard", ["reporter", "owner", "receipt"]],
    ["file.take", ["intake", "lead"]],
    ["story.write", ["intake", "lead"]],
    ["story.ask", ["intake"]],
    ["own-story.decide", ["reporter", "owner", "receipt"]],
    ["organisation.read", ["intake"]],
    ["people.propose", ["administrator"]],
    ["people.approve", ["intake", "guardian"]],
    ["people.lock", ["administrator"]],
    ["keys.grant", ["owner", "intake", "guardian"]],
    ["briefing.release", ["guardian"]],
    ["audit.read", ["guardian"]],
  ])("gives %s to %j alone", (permission, names) => {
    expect(allowed(permission)).toEqual(names);
  });

  test("shows an administrator no case, no figure and no name", () => {
    const granted = (Object.keys(policy) as Permission[]).filter((permission) =>
      may({ role: "administrator", isOwner: false }, permission),
    );
    expect(granted).toEqual([
      "account.read",
      "account.change",
      "session.end",
      "people.read",
      "people.propose",
      "people.lock",
    ]);
  });
});
