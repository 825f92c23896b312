import type { Role } from "#app/access/roles.ts";
import { type FirstDay, firstDay, joinColleague, joinOrganisation, type Person } from "#app/cli/demo/people.ts";
import { setInstanceSecrets } from "#app/platform/instance-secrets.server.ts";

export { actorFor, type Person, redeem } from "#app/cli/demo/people.ts";
export { valueFrom } from "#app/kernel/result.ts";

/** An installation on its first day, made by the same commands as a real one. */
export type World = FirstDay;

/** The secrets of every test installation, as PEPPER and DIRECTORY_KEY take them. */
export const TEST_SECRETS = { pepper: fixedKey(1), directoryKey: fixedKey(2) };

export async function newWorld(): Promise<World> {
  setInstanceSecrets(TEST_SECRETS);
  return firstDay();
}

function fixedKey(byte: number): string {
  return Buffer.alloc(32, byte).toString("base64url");
}

/** An organisation that has joined, by its owner. */
export function newReporter(world: World, name = "Riverside Legal Clinic"): Promise<Person> {
  return joinOrganisation(world, name, "NL");
}

export function newColleague(world: World, role: Role): Promise<Person> {
  return joinColleague(world, role);
}
