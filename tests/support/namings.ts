import { withActor } from "#app/access/with-actor.server.ts";
import type { TableChoice } from "#app/features/briefings/figures/table-choice.ts";
import { approveNaming, proposeNaming } from "#app/features/briefings/names/naming-commands.server.ts";
import { readNaming } from "#app/features/briefings/names/naming-pages.server.ts";
import { openOwnCase } from "#app/features/cases/case-queries.server.ts";
import { matchInstitution } from "#app/features/cases/institutions/institution-match-commands.server.ts";
import { recordReply } from "#app/features/cases/institutions/reply-commands.server.ts";
import type { RightOfReply } from "#app/features/registers/institutions/institution.ts";
import {
  addInstitution,
  confirmInstitution,
} from "#app/features/registers/institutions/institution-commands.server.ts";
import type { BriefingId, CaseId, InstitutionId, NamingId } from "#app/kernel/id.ts";
import type { Newsroom } from "./briefings.ts";
import { anInstitution } from "./institutions.ts";
import { valueFrom } from "./world.ts";

/** Invented, and in no other text of the product, so that a search for it finds this name and nothing else. */
export const NAMED = "Quillmere Trust Bank";
export const ANSWER = "We review every client by itself.\n\nWe regret the time it took.";

export const aReply = (overrides: Partial<RightOfReply> = {}): RightOfReply => ({
  askedOn: "2026-01-12",
  question: "Several organisations say that you closed their accounts. Why?",
  answeredOn: "2026-01-20",
  answer: ANSWER,
  ...overrides,
});

/** Tables with a row for whoever may be named. */
export const BY_NAME: TableChoice = { measure: "organisations", dimensions: ["institution_named"], where: null };

/** A confirmed bank on the register to which so many organisations' bank cases of the public incidents are matched. */
export async function matchedBank(
  { as }: Newsroom,
  {
    name = NAMED,
    organisations = 12,
    isBacked = true,
  }: { name?: string; organisations?: number; isBacked?: boolean } = {},
): Promise<InstitutionId> {
  const intake = await as.intake();
  const { id } = valueFrom(await addInstitution(intake, anInstitution({ names: [name] })));
  valueFrom(await confirmInstitution(intake, id, { version: 1 }));
  const seen = new Set<string>();
  for (const { caseId, version } of await bankCases(await as.intake(), isBacked, seen, organisations))
    valueFrom(await matchInstitution(await as.intake(), caseId, { version, code: id }));
  return id;
}

/** One case an organisation, of those that nobody is matched to yet. */
async function bankCases(
  intake: Awaited<ReturnType<Newsroom["as"]["intake"]>>,
  isBacked: boolean,
  seen: Set<string>,
  most: number,
) {
  return withActor(intake, async (tx) => {
    const found: { caseId: CaseId; version: number }[] = [];
    for (const { id, organisationId } of await tx.case.findMany({ orderBy: { id: "asc" } })) {
      const own = await openOwnCase(intake, tx, id as CaseId);
      const { institutionType, corroboration } = own?.copy.facts ?? {};
      const isFree = own?.version === 1 && organisationId !== null && !seen.has(organisationId);
      const isWanted = institutionType === "commercial_bank" && (corroboration === "several_reports") === isBacked;
      if (!own || !isFree || !isWanted || found.length === most) continue;
      seen.add(organisationId ?? "");
      found.push({ caseId: own.id, version: own.version });
    }
    return found;
  });
}

export async function replyOf({ as }: Newsroom, id: InstitutionId, version: number, reply = aReply()): Promise<void> {
  valueFrom(await recordReply(await as.intake(), id, { version, reply }));
}

export async function proposed({ as }: Newsroom, briefingId: BriefingId, entryId: InstitutionId): Promise<NamingId> {
  const answer = await proposeNaming(await as.editor(), briefingId, { entryId, grade: "documented" });
  return valueFrom(answer).id as NamingId;
}

export async function approved(room: Newsroom, briefingId: BriefingId, namingId: NamingId): Promise<void> {
  const guardian = await room.as.guardian();
  const { naming } = await readNaming(guardian, briefingId, namingId, "en");
  valueFrom(await approveNaming(guardian, briefingId, namingId, naming.hash));
}
