import type { Actor } from "#app/access/actor.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import type { CountedFacts, KeptTables } from "#app/features/briefings/briefing-record.ts";
import { CHANGED_MEANWHILE, NO_BRIEFING, NOT_A_DRAFT } from "#app/features/briefings/briefing-refusals.ts";
import { findBriefing } from "#app/features/briefings/briefing-rows.server.ts";
import { factsLetter, tablesSeal } from "#app/features/briefings/briefing-seals.server.ts";
import { type CountedCases, countedCases } from "#app/features/briefings/figures/counted-rows.server.ts";
import { codesOf, type Dimension } from "#app/features/briefings/figures/dimensions.ts";
import {
  type FirstRelease,
  firstReleaseTables,
  type TableRequest,
} from "#app/features/briefings/figures/first-release-tables.ts";
import { ledgerFacts } from "#app/features/briefings/ledger-facts.ts";
import { MEASURE_CODES } from "#app/features/registers/measures.ts";
import type { BriefingId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { newId } from "#app/platform/crypto/random.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";

/**
 * Counts and protects the tables of a draft. What may be shown is sealed to the editors; which cases and organisations
 * were counted is sealed to the ledger, so that nobody reads it before a guardian releases, the analyst included.
 */
export function computeTables(
  actor: Actor,
  briefingId: BriefingId,
  version: number,
): Promise<Result<{ teamIds: readonly string[] }>> {
  return recorded(actor, async (tx, record) => {
    const briefing = await findBriefing(actor, tx, briefingId);
    if (!briefing) return refuse(NO_BRIEFING);
    if (briefing.state !== "draft") return refuse(NOT_A_DRAFT);
    // Figures for a specification that the analyst has not seen would be figures nobody asked for.
    if (briefing.version !== version) return refuse(CHANGED_MEANWHILE);
    const counted = await countedCases(actor, tx);
    if (!counted.ok) return counted;
    const { rows, coverage, teamIds } = counted.value;
    const requests = requestsFor(briefing.kept.draft.specification.dimensions);
    const release: FirstRelease = { ...firstReleaseTables(rows, requests), coverage };
    await writeTables(actor, tx, briefingId, release, factsOf(counted.value, requests, release));
    await record({ action: "briefing.computed", subjectId: briefingId });
    return ok({ teamIds });
  });
}

/** One table a dimension, with a row for every code the register and the taxonomy know. */
export function requestsFor(dimensions: readonly Dimension[]): TableRequest[] {
  return dimensions.map((dimension) => ({ dimension, codes: codesOf(dimension, MEASURE_CODES) }));
}

function factsOf(
  { rows, cases }: CountedCases,
  requests: readonly TableRequest[],
  release: FirstRelease,
): CountedFacts {
  const { population, cells } = ledgerFacts("", rows, requests, release, (organisationId) => organisationId);
  return { cases, facts: { population, cells } };
}

/** In the place of what was computed before: a briefing has one set of tables. */
async function writeTables(
  actor: Actor,
  tx: Transaction,
  briefingId: BriefingId,
  release: FirstRelease,
  facts: CountedFacts,
): Promise<void> {
  const id = newId();
  const letter = await factsLetter.seal(tx, id, facts);
  const tables: KeptTables = {
    release,
    computedBy: actor.userId,
    computedAt: now().toISOString(),
    releasesBefore: await tx.ledgerEntry.count(),
    ledgerKeyVersion: letter.keyVersion,
  };
  const { sealed, keyVersion } = await tablesSeal.seal(actor, tx, id, tables);
  await tx.tableSet.deleteMany({ where: { briefingId } });
  await tx.tableSet.createMany({ data: { id, briefingId, sealed, keyVersion, sealedFacts: letter.sealed } });
}
