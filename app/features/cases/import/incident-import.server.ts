import type { Actor } from "#app/access/actor.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { openCaseKeys } from "#app/features/cases/case-keys.server.ts";
import { body as bodySeal } from "#app/features/cases/case-seals.server.ts";
import { firstAssessment } from "#app/features/cases/first-assessment.ts";
import { insertCases, type NewCase } from "#app/features/cases/new-cases.server.ts";
import { reportedFacts } from "#app/features/cases/report-facts.ts";
import { groupRecipient } from "#app/features/keyring/object-keys.server.ts";
import { type ImportedParty, insertParty } from "#app/features/organisations/imported-organisation.server.ts";
import { batches } from "#app/kernel/batches.ts";
import type { CaseId, TeamId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import { wipe } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { type PublicIncident, partyKey } from "./public-incidents.ts";

const AT_ONCE = 5_000;

export interface Imported {
  readonly cases: number;
  readonly organisations: number;
}

/**
 * Imports public incidents into the coordinator's team, all or none. Each party named becomes an organisation without
 * members, whose key the team holds; a row without a name is a party of its own. Public material counts in totals.
 */
export function importIncidents(actor: Actor, incidents: readonly PublicIncident[]): Promise<Result<Imported>> {
  return recorded(actor, async (tx, record) => {
    const teamId = actor.teamId as TeamId;
    const taken = await knownReferences(actor, tx);
    const repeated = incidents.map(({ caseRef }) => caseRef).filter((caseRef) => taken.has(caseRef));
    // Marks hold no spaces; each of them is named.
    if (repeated.length > 0)
      return refuse({ kind: "conflict", code: "import.already-there", event: repeated.join(" ") });
    const parties = new Map<string, ImportedParty>();
    const cases: NewCase[] = [];
    for (const incident of incidents) {
      const key = partyKey(incident.affectedName) ?? `row ${incident.line}`;
      const { affectedName, country } = incident;
      const party = parties.get(key) ?? (await insertParty(tx, teamId, { name: affectedName ?? "", country }));
      parties.set(key, party);
      cases.push(newCase(incident, party));
    }
    for (const { caseKey, notesKey } of await insertCases(tx, teamId, cases)) {
      wipe(caseKey);
      wipe(notesKey);
    }
    await record({ action: "case.imported", sealed: { references: incidents.map(({ caseRef }) => caseRef) } });
    return ok({ cases: cases.length, organisations: parties.size });
  });
}

function newCase(incident: PublicIncident, { organisationId, name, group }: ImportedParty): NewCase {
  const receivedAt = now();
  const { corroboration, durationDays, report, severity, caseRef } = incident;
  const facts = reportedFacts(report, { sourceKind: "import", corroboration, durationDays });
  return {
    caseId: newId() as CaseId,
    organisationId,
    reporter: groupRecipient(group),
    body: { report, additions: [], organisationName: name || null, sourceRef: caseRef },
    facts,
    assessment: firstAssessment(facts, receivedAt, { severity, eligibility: "eligible" }),
    receivedAt,
  };
}

/** References that earlier imports brought in. They lie sealed in the cases of organisations without members. */
async function knownReferences(actor: Actor, tx: Transaction): Promise<Set<string>> {
  const imported = await tx.organisation.findMany({ where: { state: "imported" }, select: { id: true } });
  const rows = [];
  for (const organisations of batches(imported, AT_ONCE)) {
    const organisationId = { in: organisations.map(({ id }) => id) };
    rows.push(...(await tx.case.findMany({ where: { organisationId }, select: { id: true, sealedBody: true } })));
  }
  const keys = await openCaseKeys(
    actor,
    tx,
    rows.map(({ id }) => id),
  );
  return new Set(
    rows.flatMap(({ id, sealedBody }) => {
      const key = keys.get(id);
      const { sourceRef } = key ? bodySeal.open(key, id, sealedBody) : { sourceRef: null };
      return sourceRef ? [sourceRef] : [];
    }),
  );
}
