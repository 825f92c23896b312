import { withPublic } from "#app/access/with-public.server.ts";
import { type StateParty, statePartySchema } from "./states-parties.ts";

const LIST = "states-parties";

/** Every State of the register as it stands in this installation. Public: anybody may read it. */
export function listStates(): Promise<StateParty[]> {
  return withPublic(async (tx) => {
    const entries = await tx.referenceEntry.findMany({ where: { list: LIST } });
    return entries.map(({ data }) => statePartySchema.parse(data));
  });
}

/** @param iso2  ISO 3166-1 alpha-2 code; @returns null for a State that is not in the register */
export function findState(iso2: string): Promise<StateParty | null> {
  return withPublic(async (tx) => {
    const entry = await tx.referenceEntry.findUnique({ where: { list_code: { list: LIST, code: iso2 } } });
    return entry && statePartySchema.parse(entry.data);
  });
}
