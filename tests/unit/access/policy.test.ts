import { describe, expect, test } from "vitest";
import { may, type Permission, policy } from "#app/access/policy.ts";
import { ROLES, type Role } from "#app/access/roles.ts";

const allowed = (permission: Permission): string[] =>
  ROLES.flatMap((role): [string, Role, boolean][] => [
    [role, role, false],
    ...(role === "reporter" ? ([["owner", role, true]] as [string, Role, boolean][]) : []),
  ])
    .filter(([, role, isOwner]) => may({ role, isOwner }, permission))
    .map(([name]) => name);

describe("the policy", () => {
  test("lets everybody see to the own account, and nobody else's sessions", () => {
    expect(allowed("account.read")).toEqual(["reporter", "owner", ...ROLES.slice(1)]);
  });

  test.each<[Permission, string[]]>([
    ["report.write", ["reporter", "owner"]],
    ["members.read", ["owner"]],
    ["members.invite", ["owner"]],
    ["members.remove", ["owner"]],
    ["case.read", ["intake", "lead"]],
    ["case.assign", ["intake"]],
    ["own-file.add", ["reporter", "owner"]],
    ["own-file.discard", ["reporter", "owner"]],
    ["file.take", ["intake", "lead"]],
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
    expect(granted).toEqual(["account.read", "account.change", "people.read", "people.propose", "people.lock"]);
  });
});
