import type { Actor } from "#app/access/actor.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { type PublicKey, publicKeyOf } from "#app/features/keyring/group-keys.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import { createGroup } from "#app/features/keyring/new-groups.server.ts";
import { groupRecipient, wrapObjectKey } from "#app/features/keyring/object-keys.server.ts";
import { insertOrganisation, PROFILE_KEY } from "#app/features/organisations/new-organisation.server.ts";
import { batches } from "#app/kernel/batches.ts";
import type { CaseId, OrganisationId, TeamId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import { wipe } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { openCaseKeys } from "./case-keys.server.ts";
import { body as bodySeal } from "./case-seals.server.ts";
import { firstAssessment } from "./first-assessment.ts";
import { insertCases, type NewCase } from "./new-cases.server.ts";
import { type PublicIncident, partyKey } from "./public-incidents.ts";
import { reportedFacts } from "./report-facts.ts";

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
    const repeated = incidents.find(({ caseRef }) => taken.has(caseRef));
    if (repeated) return refuse({ kind: "conflict", code: "import.already-there", event: repeated.caseRef });
    const parties = new Map<string, Party>();
    const cases: NewCase[] = [];
    for (const incident of incidents) {
      const key = partyKey(incident.affectedName) ?? `row ${incident.line}`;
      const party = parties.get(key) ?? (await newParty(tx, teamId, incident));
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

interface Party {
  readonly organisationId: OrganisationId;
  readonly name: string | null;
  readonly group: PublicKey;
}

async function newParty(tx: Transaction, teamId: TeamId, { affectedName, country }: PublicIncident): Promise<Party> {
  const { organisationId, profileKey } = await insertOrganisation(tx, teamId, "imported", {
    name: affectedName ?? "",
    country,
  });
  const team = groupRecipient(await publicKeyOf(tx, groups.team(teamId)));
  const group = await createGroup(tx, groups.organisation(organisationId), [team]);
  await wrapObjectKey(tx, "organisation", organisationId, PROFILE_KEY, profileKey, [groupRecipient(group)]);
  wipe(profileKey);
  return { organisationId, name: affectedName, group };
}

function newCase(incident: PublicIncident, { organisationId, name, group }: Party): NewCase {
  const receivedAt = now();
  const { corroboration, durationDays, report, severity, caseRef } = incident;
  const facts = reportedFacts(report, { sourceKind: "import", corroboration, durationDays });
  return {
    caseId: newId() as CaseId,
    organisationId,
    organisation: group,
    body: { report, additions: [], organisationName: name, sourceRef: caseRef },
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
