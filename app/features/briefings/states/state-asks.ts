import { type Addressee, ASK_CODES, ASKS, type AskCode } from "#app/features/briefings/asks.ts";
import type { PartyStatus, StateParty } from "#app/features/registers/states-parties.ts";

/** How a State stands on the day. */
export interface Stands extends Pick<StateParty, "eu_member" | "apic_party"> {
  readonly status: PartyStatus;
}

/** As whom a State is spoken to, in the order of a briefing. Who has left the Statute is asked as a member of the Union only. */
function addresseesOf({ eu_member, status }: Stands): readonly Addressee[] {
  const asParty: readonly Addressee[] = status === "former_party" ? [] : ["states_parties"];
  return eu_member ? [...asParty, "eu_and_members"] : asParty;
}

/** The asks that speak to a State, among those of a briefing or of the whole register. */
export function asksTo<Ask extends { readonly code: AskCode }>(state: Stands, asks: readonly Ask[]): Ask[] {
  const addressees = addresseesOf(state);
  return asks.filter(({ code }) => addressees.includes(ASKS[code].addressee));
}

/** All asks of the register, for as long as no briefing has chosen among them. */
export const EVERY_ASK = ASK_CODES.map((code) => ({ code }));

/** Whether the register shows that a State has done what is asked. It speaks of the agreement on privileges only. */
export function isMet(state: Pick<Stands, "apic_party">, code: AskCode): boolean {
  return code === "SP5" && state.apic_party === "yes";
}
