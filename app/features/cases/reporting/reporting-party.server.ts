import type { Actor } from "#app/access/actor.ts";
import { RECEIPT_KEY_VERSION } from "#app/access/receipt-visit.server.ts";
import type { SourceKind } from "#app/features/cases/reported-facts.ts";
import { publicKeyOf } from "#app/features/keyring/group-keys.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import { groupRecipient, type RecipientKey } from "#app/features/keyring/object-keys.server.ts";
import { readOrganisation } from "#app/features/organisations/organisation-keys.server.ts";
import type { CaseId, OrganisationId, TeamId } from "#app/kernel/id.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";

/** In whose name a report is sent, and who opens it afterwards beside the team. */
export interface ReportingParty {
  /** null: nobody is known behind it until intake has bound it */
  readonly organisationId: OrganisationId | null;
  readonly organisationName: string | null;
  /** the team that takes its reports, as long as no listed party is in them */
  readonly teamId: TeamId;
  readonly recipient: RecipientKey;
  readonly sourceKind: SourceKind;
  /** a receipt has one case, under its own id */
  readonly caseId: CaseId | null;
}

/** An organisation by one of its members, or whoever holds a receipt. */
export async function reportingParty(actor: Actor, tx: Transaction): Promise<ReportingParty> {
  const { organisationId } = actor;
  if (!organisationId) return receiptParty(actor);
  const { teamId, profile } = await readOrganisation(actor, tx, organisationId);
  const recipient = groupRecipient(await publicKeyOf(tx, groups.organisation(organisationId)));
  const organisationName = profile?.name ?? null;
  return { organisationId, organisationName, teamId, recipient, sourceKind: "account", caseId: null };
}

/** Its key is sealed to by whoever holds it, so no directory need vouch for it here. */
function receiptParty({ userId, teamId, keys }: Actor): ReportingParty {
  const { publicKey } = keys.user;
  return {
    organisationId: null,
    organisationName: null,
    teamId: teamId!,
    recipient: { kind: "receipt", id: userId, version: RECEIPT_KEY_VERSION, publicKey },
    sourceKind: "receipt",
    caseId: userId as string as CaseId,
  };
}

/** The team without the report: whoever reports learns of it before anything is sent. */
export async function ownTeamOf({ organisationId, teamId: linked }: Actor, tx: Transaction): Promise<TeamId> {
  if (!organisationId) return linked!;
  const { teamId } = await tx.organisation.findUniqueOrThrow({ where: { id: organisationId } });
  return teamId as TeamId;
}
