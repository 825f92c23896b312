import type { Actor } from "#app/access/actor.ts";
import type { CountedFacts, LedgerRecord } from "#app/features/briefings/briefing-record.ts";
import type { OpenTables } from "#app/features/briefings/briefing-rows.server.ts";
import { factsLetter, ledgerEntryLetter } from "#app/features/briefings/briefing-seals.server.ts";
import { appendRecords } from "#app/features/facets/facet-inbox.server.ts";
import type { FacetRecord } from "#app/features/facets/facet-record.ts";
import { newId } from "#app/platform/crypto/random.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { ledgerRecord } from "./ledger-pseudonyms.ts";

interface Entry {
  readonly releaseId: string;
  readonly cohort: string;
  readonly tables: OpenTables;
}

/**
 * Writes what a release counted into the ledger, under random names, and marks the records. From then on nothing in
 * the database says which cases they were but the marks, which go when a case goes.
 */
export async function enterIntoLedger(
  actor: Actor,
  tx: Transaction,
  { releaseId, cohort, tables }: Entry,
): Promise<void> {
  const { cases, ...counted } = await openFacts(actor, tx, tables);
  const record = ledgerRecord(cohort, counted, await readLedger(actor, tx), newId);
  const id = newId();
  const letter = await ledgerEntryLetter.seal(tx, id, record);
  await tx.ledgerEntry.createMany({ data: { id, releaseId, ...letter } });
  await tx.tableSet.updateMany({ where: { id: tables.id }, data: { sealedFacts: null } });
  for (const teamId of new Set(cases.map((one) => one.teamId)))
    await appendRecords(tx, teamId, marksFor(cases, teamId, record.number));
}

/**
 * Whether a report that these tables count has been withdrawn or erased since they were computed. Its status is plain;
 * a consent that was only lowered stands in facets that no guardian reads.
 */
export async function countsEndedCase(actor: Actor, tx: Transaction, tables: OpenTables): Promise<boolean> {
  const { cases } = await openFacts(actor, tx, tables);
  const ids = cases.map(({ caseId }) => caseId);
  const [answer] = await tx.$queryRaw<{ ended: boolean }[]>`SELECT app.any_case_ended(${ids}::uuid[]) AS ended`;
  return answer?.ended === true;
}

/** All entries, the first release first. @throws KeyNotHeld for everybody but guardians */
export async function readLedger(actor: Actor, tx: Transaction): Promise<LedgerRecord[]> {
  const records: LedgerRecord[] = [];
  for (const row of await tx.ledgerEntry.findMany()) records.push(await ledgerEntryLetter.open(actor, tx, row));
  return records.sort((one, other) => one.number - other.number);
}

/** What the tables counted and how they were protected. @throws KeyNotHeld for everybody but guardians */
export async function openFacts(
  actor: Actor,
  tx: Transaction,
  { id, ledgerKeyVersion }: OpenTables,
): Promise<CountedFacts> {
  const { sealedFacts } = await tx.tableSet.findUniqueOrThrow({ where: { id }, select: { sealedFacts: true } });
  if (!sealedFacts) throw new Error("what these tables counted is gone");
  return factsLetter.open(actor, tx, { id, sealed: sealedFacts, keyVersion: ledgerKeyVersion });
}

const MARK_VERSION = 1;

function marksFor(cases: CountedFacts["cases"], teamId: string, cohort: number): FacetRecord[] {
  return cases
    .filter((one) => one.teamId === teamId)
    .map(({ caseId }) => ({ caseId, version: MARK_VERSION, kind: "counted", facets: { cohort } }));
}
