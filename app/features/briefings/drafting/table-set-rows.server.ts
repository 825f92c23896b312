import type { Actor } from "#app/access/actor.ts";
import type { CountedFacts, KeptTableSet } from "#app/features/briefings/briefing-record.ts";
import { CHANGED_MEANWHILE, NO_BRIEFING, NOT_A_DRAFT } from "#app/features/briefings/briefing-refusals.ts";
import { findBriefing, type OpenBriefing } from "#app/features/briefings/briefing-rows.server.ts";
import { factsLetter, tablesSeal } from "#app/features/briefings/briefing-seals.server.ts";
import type { BriefingId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { newId } from "#app/platform/crypto/random.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";

/** A draft at the version that the page knew: figures for a briefing nobody has seen would be figures nobody asked for. */
export async function openDraft(
  actor: Actor,
  tx: Transaction,
  briefingId: BriefingId,
  version: number,
): Promise<Result<OpenBriefing>> {
  const briefing = await findBriefing(actor, tx, briefingId);
  if (!briefing) return refuse(NO_BRIEFING);
  if (briefing.state !== "draft") return refuse(NOT_A_DRAFT);
  return briefing.version === version ? ok(briefing) : refuse(CHANGED_MEANWHILE);
}

export type Computed = Omit<NonNullable<KeptTableSet["computed"]>, "ledgerKeyVersion">;

/** What is wanted, whatever came of it. */
export type WantedTables = Omit<KeptTableSet, "computed">;

/** In the place of what was there before: a briefing has one set of tables. */
export async function writeSet(
  actor: Actor,
  tx: Transaction,
  briefingId: BriefingId,
  { choices, chosenBy, survey }: WantedTables,
  made: { readonly computed: Computed; readonly facts: CountedFacts } | null,
): Promise<void> {
  const id = newId();
  const letter = made && (await factsLetter.seal(tx, id, made.facts));
  const computed = made && letter && { ...made.computed, ledgerKeyVersion: letter.keyVersion };
  const wanted = { choices, chosenBy, ...(survey && { survey }) };
  const { sealed, keyVersion } = await tablesSeal.seal(actor, tx, id, { ...wanted, computed });
  await tx.tableSet.deleteMany({ where: { briefingId } });
  await tx.tableSet.createMany({ data: { id, briefingId, sealed, keyVersion, sealedFacts: letter?.sealed ?? null } });
}
