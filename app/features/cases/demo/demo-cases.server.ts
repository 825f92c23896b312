import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { isOpen } from "#app/features/cases/case-status.ts";
import { parsePublicIncidents } from "#app/features/cases/import/public-incidents.ts";
import { insertCases, type NewCase } from "#app/features/cases/new-cases.server.ts";
import { foldFacets } from "#app/features/facets/facet-fold.server.ts";
import { groupRecipient, type RecipientKey } from "#app/features/keyring/object-keys.server.ts";
import { userRecipient } from "#app/features/keyring/user-keys.server.ts";
import { type ImportedParty, insertParty } from "#app/features/organisations/imported-organisation.server.ts";
import { readSeedText } from "#app/features/taxonomy/seed-csv.server.ts";
import { batches } from "#app/kernel/batches.ts";
import { demoRandom } from "#app/kernel/demo-random.ts";
import type { CaseId, TeamId } from "#app/kernel/id.ts";
import { ok } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import { wipe } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { type DemoCase, type DemoParty, demoCase, demoParties } from "./demo-cases.ts";

/** Written together: a transaction has fourteen seconds, also on a machine that is busy with other things. */
const AT_ONCE = 200;
const PARTIES_AT_ONCE = 50;
/** A list that one person can work through. */
const MOST_LED = 25;

export interface SyntheticCases {
  readonly cases: number;
  readonly organisations: number;
}

/**
 * Fills the coordinator's team with invented cases: for the demonstration and for measuring, never beside real ones.
 * The same seed gives the same cases on the same day; ids and keys are random, as they are in life.
 */
export async function insertSyntheticCases(
  actor: Actor,
  { cases, seed }: { readonly cases: number; readonly seed: number },
): Promise<SyntheticCases> {
  const random = demoRandom(seed);
  const templates = parsePublicIncidents(readSeedText("public-incidents")).incidents.map(({ report }) => report);
  const drawn = demoParties(random, cases);
  const parties: ImportedParty[] = [];
  for (const some of batches(drawn, PARTIES_AT_ONCE)) parties.push(...(await insertParties(actor, some)));
  const leads = await leadsOf(actor);
  const at = now();
  for (let done = 0; done < cases; done += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, cases - done) }, () => demoCase(random, drawn, templates, at));
    await insertSome(actor, some, parties, leads);
  }
  await foldAll(actor);
  return { cases, organisations: parties.length };
}

function insertParties(actor: Actor, parties: readonly DemoParty[]): Promise<ImportedParty[]> {
  return withActor(actor, async (tx) => {
    const inserted = [];
    for (const { name, country } of parties)
      inserted.push(await insertParty(tx, actor.teamId as TeamId, { name, country }));
    return inserted;
  });
}

/** A lead, and how many more cases that person takes. */
interface Capacity {
  readonly recipient: RecipientKey;
  left: number;
}

function leadsOf(actor: Actor): Promise<Capacity[]> {
  return withActor(actor, async (tx) => {
    const hats = await tx.hat.findMany({ where: { role: "lead", teamId: actor.teamId, user: { state: "active" } } });
    const leads = [];
    for (const { userId } of hats) leads.push({ recipient: await userRecipient(tx, userId), left: MOST_LED });
    return leads;
  });
}

async function insertSome(
  actor: Actor,
  some: readonly DemoCase[],
  parties: readonly ImportedParty[],
  leads: readonly Capacity[],
): Promise<void> {
  await recorded(actor, async (tx, record) => {
    const cases = some.map((one) => newCase(one, parties[one.party]!, leads));
    for (const { caseKey, notesKey } of await insertCases(tx, actor.teamId as TeamId, cases)) {
      wipe(caseKey);
      wipe(notesKey);
    }
    await record({ action: "case.imported", sealed: { synthetic: cases.length } });
    return ok(null);
  });
}

function newCase(one: DemoCase, party: ImportedParty, leads: readonly Capacity[]): NewCase {
  const { report, facts, assessment, receivedAt } = one;
  const isWorkedOn = isOpen(assessment.status) && assessment.status !== "received";
  const lead = isWorkedOn ? leads.find(({ left }) => left > 0) : undefined;
  if (lead) lead.left -= 1;
  return {
    caseId: newId() as CaseId,
    organisationId: party.organisationId,
    reporter: groupRecipient(party.group),
    body: { report, additions: [], organisationName: party.name, sourceRef: null },
    facts,
    assessment: { ...assessment, assignedUserId: lead?.recipient.id ?? null },
    receivedAt,
    ...(lead && { lead: lead.recipient }),
  };
}

/** So that the first visitor does not wait for it. */
async function foldAll(actor: Actor): Promise<void> {
  const fold = (tx: Transaction) => foldFacets(actor, tx, actor.teamId as TeamId);
  while ((await withActor(actor, fold)).left > 0);
}
