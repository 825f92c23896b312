import { appendRecords } from "#app/features/facets/facet-inbox.server.ts";
import type { FacetRecord } from "#app/features/facets/facet-record.ts";
import { publicKeyOf } from "#app/features/keyring/group-keys.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import { groupRecipient, type RecipientKey } from "#app/features/keyring/object-keys.server.ts";
import { wrapRow } from "#app/features/keyring/wrap-rows.server.ts";
import { batches } from "#app/kernel/batches.ts";
import type { CaseId, OrganisationId, TeamId } from "#app/kernel/id.ts";
import { weekOf } from "#app/kernel/week.ts";
import { newSecretKey, type Secret } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { insertRows } from "#app/platform/db/insert-rows.server.ts";
import { assessedFacets } from "./assessed-facets.ts";
import { CASE_KEY_VERSION } from "./case-keys.server.ts";
import type { Assessment, CaseBody } from "./case-record.ts";
import { assessment as assessmentSeal, body as bodySeal, reported as reportedSeal } from "./case-seals.server.ts";
import { reportedFacets } from "./report-facets.ts";
import type { ReportedFacts } from "./reported-facts.ts";
import { deleteAfterMonth } from "./retention.ts";

export interface NewCase {
  readonly caseId: CaseId;
  /** null: nobody is known behind it yet */
  readonly organisationId: OrganisationId | null;
  /** whoever reported, with the public key: an organisation, for all its cases at once, or a receipt */
  readonly reporter: RecipientKey;
  readonly body: CaseBody;
  readonly facts: ReportedFacts;
  readonly assessment: Assessment;
  readonly receivedAt: Date;
  /** whoever leads it from the first day; the assessment names the same person */
  readonly lead?: RecipientKey;
}

/** The two keys of a case just made; wipe them when its first step is written. */
export interface MadeCase {
  readonly caseId: CaseId;
  readonly caseKey: Secret;
  readonly notesKey: Secret;
}

const FIRST_VERSION = 1;
/** Cases a statement: five wraps each have eight values, and PostgreSQL takes 65,535. */
const BATCH = 1_000;

/**
 * Writes cases, their keys, their first assessment and their facets. It needs public keys alone: a report arrives while
 * no coordinator is signed in, and its reporter cannot open the notes key afterwards.
 */
export async function insertCases(tx: Transaction, teamId: TeamId, cases: readonly NewCase[]): Promise<MadeCase[]> {
  const team = groupRecipient(await publicKeyOf(tx, groups.team(teamId)));
  const made = cases.map(({ caseId }) => ({ caseId, caseKey: newSecretKey(), notesKey: newSecretKey() }));
  const keyed = cases.map((newCase, at) => ({ ...newCase, ...made[at]! }));
  for (const some of batches(keyed, BATCH)) {
    await insertRows(
      tx,
      "cases",
      some.map((one) => caseRow(teamId, one)),
    );
    await insertRows(tx, "case_assessments", some.map(assessmentRow));
    await insertRows(
      tx,
      "wraps",
      some.flatMap((one) => wrapRows(one, team)),
    );
  }
  await appendRecords(tx, teamId, keyed.flatMap(facetRecords));
  return made;
}

type KeyedCase = NewCase & MadeCase;

function caseRow(teamId: TeamId, newCase: KeyedCase) {
  const { caseId, organisationId, caseKey, body, facts, assessment, receivedAt, lead } = newCase;
  return {
    id: caseId,
    organisationId,
    teamId,
    assignedUserId: lead?.id ?? null,
    status: assessment.status,
    version: FIRST_VERSION,
    createdWeek: weekOf(receivedAt),
    deleteAfterMonth: new Date(deleteAfterMonth(receivedAt)),
    sealedBody: bodySeal.seal(caseKey, caseId, body),
    sealedFacets: reportedSeal.seal(caseKey, caseId, { facts, receivedAt: receivedAt.toISOString() }),
  };
}

function assessmentRow({ caseId, notesKey, assessment }: KeyedCase) {
  return { caseId, sealed: assessmentSeal.seal(notesKey, caseId, assessment) };
}

function wrapRows({ caseId, caseKey, notesKey, reporter, lead }: KeyedCase, team: RecipientKey) {
  return [
    keyRow("case", caseId, caseKey, reporter),
    keyRow("case", caseId, caseKey, team),
    keyRow("notes", caseId, notesKey, team),
    ...(lead ? [keyRow("case", caseId, caseKey, lead), keyRow("notes", caseId, notesKey, lead)] : []),
  ];
}

function keyRow(kind: "case" | "notes", caseId: CaseId, secret: Secret, recipient: RecipientKey) {
  return wrapRow(kind, caseId, CASE_KEY_VERSION, secret, recipient);
}

function facetRecords({ caseId, organisationId, facts, assessment, receivedAt }: KeyedCase): FacetRecord[] {
  const key = { caseId, version: FIRST_VERSION };
  return [
    { ...key, kind: "reported", facets: reportedFacets(facts, { organisationId, receivedAt }) },
    { ...key, kind: "assessed", facets: assessedFacets(assessment, organisationId) },
  ];
}
