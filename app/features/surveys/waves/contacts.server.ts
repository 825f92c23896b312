import type { Actor } from "#app/access/actor.ts";
import { notFound } from "#app/access/answers.server.ts";
import { may } from "#app/access/policy.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { openTeamLetter } from "#app/features/keyring/team-letters.server.ts";
import type { WaveId } from "#app/kernel/id.ts";
import type { Json } from "#app/kernel/json.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { fromBase64Url } from "#app/platform/crypto/bytes.server.ts";
import { SealBroken } from "#app/platform/crypto/errors.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { CARRIED_CONTACT, HANDED_CONTACT } from "./answer-seals.server.ts";
import { NO_WAVE } from "./wave-refusals.ts";

export interface OpenedContact {
  readonly id: string;
  readonly waveId: WaveId;
  /** as it was sent; null where it cannot be opened */
  readonly contact: Json;
}

/** Who wishes to be reached, in no order; nothing says which answer was theirs. */
export function listContacts(actor: Actor): Promise<readonly OpenedContact[]> {
  return withActor(actor, async (tx) => {
    const teamId = actor.teamId ?? "";
    const contacts: OpenedContact[] = [];
    for (const row of await tx.surveyContact.findMany({ orderBy: { id: "asc" } })) {
      const outer = await openTeamLetter(actor, tx, HANDED_CONTACT, row, row.sealed);
      const { waveId, keyVersion, letter } = JSON.parse(outer);
      const inner = { id: waveId, teamId, keyVersion };
      contacts.push({ id: row.id, waveId, contact: await carried(actor, tx, inner, fromBase64Url(letter)) });
    }
    return contacts;
  });
}

/** @throws Response the page of what is not there */
export async function readContact(actor: Actor, id: string): Promise<OpenedContact> {
  const found = (await listContacts(actor)).find((one) => one.id === id);
  if (!found) throw notFound();
  return found;
}

type Inner = Parameters<typeof openTeamLetter>[3];

/** Whoever answers can seal anything to the team: what cannot be read must not hide the others. */
async function carried(actor: Actor, tx: Transaction, inner: Inner, letter: Uint8Array): Promise<Json> {
  try {
    return JSON.parse(await openTeamLetter(actor, tx, CARRIED_CONTACT, inner, letter));
  } catch (error) {
    if (error instanceof SealBroken || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** When somebody was reached nobody needs to keep how. */
export function deleteContact(actor: Actor, id: string): Promise<Result<null>> {
  return recorded<null>(actor, async (tx, record) => {
    if (!may(actor, "wave-contact.read")) return refuse(NO_WAVE);
    const { count } = await tx.surveyContact.deleteMany({ where: { id } });
    if (count === 0) return refuse(NO_WAVE);
    await record({ action: "wave.contact-deleted" });
    return ok(null);
  });
}
