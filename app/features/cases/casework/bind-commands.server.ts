import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { openCaseKey } from "#app/features/cases/case-keys.server.ts";
import { findCaseRow } from "#app/features/cases/case-queries.server.ts";
import { body as bodySeal, reported as reportedSeal } from "#app/features/cases/case-seals.server.ts";
import { type CaseStatus, isUsable } from "#app/features/cases/case-status.ts";
import { reportedFacets } from "#app/features/cases/report-facets.ts";
import { appendFacets } from "#app/features/facets/facet-inbox.server.ts";
import { insertParty } from "#app/features/organisations/imported-organisation.server.ts";
import { readOrganisation, readProfiles } from "#app/features/organisations/organisation-keys.server.ts";
import type { CaseId, OrganisationId, TeamId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { changeAssessment } from "./assessment-changes.server.ts";
import type { BindForm } from "./bind-form.ts";

/** States of organisations that a coordinator has confirmed, or that nobody belongs to and public sources name. */
const CONFIRMED: readonly string[] = ["confirmed", "imported"];

/**
 * Says who stands behind a report by receipt. From then on it may count: four false reports by a link could else expose
 * the fifth. The organisation gets no key and no sight of it; only the team and whoever holds the words read it.
 */
export function bindCase(actor: Actor, caseId: CaseId, form: BindForm): Promise<Result<null>> {
  return recorded(actor, async (tx, record) => {
    const row = await findCaseRow(tx, caseId);
    if (!row) return refuse({ kind: "not-found", code: "case.none" });
    if (!isUsable(row.status as CaseStatus)) return refuse({ kind: "conflict", code: "case.ended" });
    if (row.organisationId !== null) return refuse({ kind: "conflict", code: "case.bound-already" });
    const caseKey = await openCaseKey(actor, tx, caseId);
    const { facts, receivedAt } = reportedSeal.open(caseKey, caseId, row.sealedFacets);
    const party = await confirmedParty(actor, tx, form.party);
    if (!party.ok) return party;
    const { organisationId, name: organisationName } = party.value;
    const sealedBody = bodySeal.seal(caseKey, caseId, {
      ...bodySeal.open(caseKey, caseId, row.sealedBody),
      organisationName,
    });
    await tx.case.updateMany({ where: { id: caseId }, data: { organisationId, sealedBody } });
    // Takes the version, so that of two who bind at once one gets a conflict, and tells the index that it may count now.
    const changed = await changeAssessment(actor, tx, caseId, form.version, (before) =>
      ok({ ...before, boundTo: organisationId }),
    );
    if (!changed.ok) return changed;
    const { notesKey } = changed.value;
    const key = { teamId: row.teamId, caseId, version: form.version + 1 };
    await appendFacets(
      tx,
      key,
      "reported",
      reportedFacets(facts, { organisationId, receivedAt: new Date(receivedAt) }),
    );
    const details = { organisationId, text: form.reason };
    await record({
      action: "case.bound",
      subjectId: caseId,
      sealed: { organisationId },
      caseStep: { caseId, shown: "notes", key: notesKey, details },
    });
    return ok(null);
  });
}

interface Party {
  readonly organisationId: OrganisationId;
  readonly name: string | null;
}

/** One of the team's organisations, or a new one without members whose key the team holds. */
async function confirmedParty(actor: Actor, tx: Transaction, party: BindForm["party"]): Promise<Result<Party>> {
  if (typeof party !== "string") return ok(await insertParty(tx, actor.teamId as TeamId, party));
  // Held: with the last case of an organisation that nobody belongs to, erasing takes the organisation itself.
  const [organisation] = await tx.$queryRaw<{ state: string }[]>`
    SELECT state FROM organisations WHERE id = ${party}::uuid FOR KEY SHARE`;
  if (!organisation) return refuse({ kind: "not-found", code: "organisation.none" });
  if (!CONFIRMED.includes(organisation.state)) return refuse({ kind: "conflict", code: "organisation.not-confirmed" });
  const organisationId = party as OrganisationId;
  const { profile } = await readOrganisation(actor, tx, organisationId);
  return ok({ organisationId, name: profile?.name ?? null });
}

/** The organisations that a report can be bound to, by name. */
export function listConfirmedParties(actor: Actor): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return withActor(actor, async (tx) => {
    const rows = await tx.organisation.findMany({ where: { state: { in: [...CONFIRMED] } }, select: { id: true } });
    const profiles = await readProfiles(
      actor,
      tx,
      rows.map(({ id }) => id),
    );
    return [...profiles]
      .map(([id, { name }]) => ({ id, name }))
      .filter(({ name }) => name !== "")
      .sort((a, b) => a.name.localeCompare(b.name));
  });
}
