import { type Addressee, ASK_CODES, ASKS, type AskCode } from "#app/features/briefings/asks.ts";
import type { StateParty } from "#app/features/registers/states-parties.ts";

type Stands = Pick<StateParty, "eu_member" | "apic_party">;

/** As whom a State is spoken to, in the order of a briefing. */
function addresseesOf({ eu_member }: Stands): readonly Addressee[] {
  return eu_member ? ["states_parties", "eu_and_members"] : ["states_parties"];
}

/** The asks that speak to a State, among those of a briefing or of the whole register. */
export function asksTo<Ask extends { readonly code: AskCode }>(state: Stands, asks: readonly Ask[]): Ask[] {
  const addressees = addresseesOf(state);
  return asks.filter(({ code }) => addressees.includes(ASKS[code].addressee));
}

/** All asks of the register, for as long as no briefing has chosen among them. */
export const EVERY_ASK = ASK_CODES.map((code) => ({ code }));

/** Whether the register shows that a State has done what is asked. It speaks of the agreement on privileges only. */
export function isMet(state: Stands, code: AskCode): boolean {
  return code === "SP5" && state.apic_party === "yes";
}
