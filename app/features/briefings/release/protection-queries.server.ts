import type { Actor } from "#app/access/actor.ts";
import { notFound } from "#app/access/answers.server.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import type { CountedFacts } from "#app/features/briefings/briefing-record.ts";
import { findBriefing, findTables } from "#app/features/briefings/briefing-rows.server.ts";
import { ledgerEntryLetter } from "#app/features/briefings/briefing-seals.server.ts";
import type { BriefingId } from "#app/kernel/id.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { openFacts } from "./ledger-commands.server.ts";

/**
 * How the figures of a briefing were protected: of what was released from its entry in the ledger, of what is in review from
 * the letter beside its tables. Guardians alone hold the key; cases and organisations in either are left where they are.
 * @returns null while it is a draft, for figures that may still change are nobody's to judge
 * @throws KeyNotHeld for everybody but guardians, and a 404 where there is no such briefing
 */
export function readProtection(actor: Actor, briefingId: BriefingId): Promise<CountedFacts["protection"] | null> {
  return withActor(actor, async (tx) => (await ofRelease(actor, tx, briefingId)) ?? ofReview(actor, tx, briefingId));
}

async function ofRelease(actor: Actor, tx: Transaction, briefingId: BriefingId) {
  const release = await tx.release.findUnique({ where: { briefingId }, select: { id: true } });
  const entry = release && (await tx.ledgerEntry.findFirst({ where: { releaseId: release.id } }));
  return entry && (await ledgerEntryLetter.open(actor, tx, entry)).protection;
}

async function ofReview(actor: Actor, tx: Transaction, briefingId: BriefingId) {
  const briefing = await findBriefing(actor, tx, briefingId);
  if (!briefing) throw notFound();
  const tables = briefing.state === "in_review" ? await findTables(actor, tx, briefingId) : null;
  return tables && (await openFacts(actor, tx, tables)).protection;
}
