import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import type { CountedFacts, KeptTableSet } from "#app/features/briefings/briefing-record.ts";
import {
  CHANGED_MEANWHILE,
  NO_BRIEFING,
  NOT_A_DRAFT,
  TOO_DEAR,
  WORK_ENDED,
} from "#app/features/briefings/briefing-refusals.ts";
import {
  findBriefing,
  findTableSet,
  listChoices,
  type OpenBriefing,
} from "#app/features/briefings/briefing-rows.server.ts";
import { factsLetter, tablesSeal } from "#app/features/briefings/briefing-seals.server.ts";
import type { ComputeStep } from "#app/features/briefings/briefing-work.ts";
import { codeListsNow } from "#app/features/briefings/figures/code-lists.server.ts";
import { isTooDear } from "#app/features/briefings/figures/computing-limit.server.ts";
import { type CountedCases, countedCases } from "#app/features/briefings/figures/counted-rows.server.ts";
import { codesOf } from "#app/features/briefings/figures/dimensions.ts";
import { adviceOn } from "#app/features/briefings/figures/table-advice.ts";
import type { TableChoice } from "#app/features/briefings/figures/table-choice.ts";
import { ledgerFacts } from "#app/features/briefings/ledger-facts.ts";
import { clearedNamings } from "#app/features/briefings/names/naming-rows.server.ts";
import { protectWithNames } from "#app/features/briefings/names/protect-with-names.server.ts";
import { placeFor } from "#app/features/briefings/published/release-place.server.ts";
import { listReleasedPackages } from "#app/features/briefings/published/released-packages.server.ts";
import { canonicalJson } from "#app/kernel/canonical-json.ts";
import type { BriefingId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { newId } from "#app/platform/crypto/random.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { type Attended, WAITED_FOR } from "#app/platform/long-work/attended.ts";

/** Puts other tables on the list. What was computed for the old list goes: its figures would be nobody's choice. */
export function chooseTables(
  actor: Actor,
  briefingId: BriefingId,
  version: number,
  choices: readonly TableChoice[],
): Promise<Result<null>> {
  return recorded(actor, async (tx, record) => {
    const briefing = await openDraft(actor, tx, briefingId, version);
    if (!briefing.ok) return briefing;
    // The page offers only codes that there are: another one has gone since.
    if (!choices.every(isOfKnownPart)) return refuse(CHANGED_MEANWHILE);
    if (isTooDear(choices)) return refuse(TOO_DEAR);
    await writeSet(actor, tx, briefingId, { choices, chosenBy: actor.userId }, null);
    await record({ action: "briefing.tables-chosen", subjectId: briefingId });
    return ok(null);
  });
}

/**
 * Counts and protects the tables of a draft. What may be shown is sealed to the editors; which cases and organisations
 * were counted is sealed to the ledger, so that nobody reads it before a guardian releases, the analyst included.
 */
export async function computeTables(
  actor: Actor,
  briefingId: BriefingId,
  version: number,
  { signal, tell, mayFinish }: Attended<ComputeStep> = WAITED_FOR,
): Promise<Result<{ teamIds: readonly string[] }>> {
  tell("counting");
  const asked = await withActor(actor, (tx) => readForCounting(actor, tx, briefingId, version));
  if (!asked.ok) return asked;
  const { counted, choices, cohort, releasesBefore, cleared } = asked.value;
  // The search takes seconds: outside any transaction, in a thread of its own.
  const { rows, lists, outcome, release, seed, day } = await protectWithNames(counted, choices, {
    ...{ cohort, cleared },
    earlier: await listReleasedPackages(),
    signal,
    tell,
  });
  tell("writing");
  const { population, cells } = ledgerFacts("", rows, release, lists, (organisationId) => organisationId);
  const { records: _, ...report } = outcome.guardian;
  const facts: CountedFacts = {
    cases: counted.cases,
    facts: { population, cells },
    protection: { seed, report },
  };
  return recorded(actor, async (tx, record) => {
    const briefing = await openDraft(actor, tx, briefingId, version);
    if (!briefing.ok) return briefing;
    const set = await findTableSet(actor, tx, briefingId);
    const wanted = await listChoices(actor, tx, set);
    if (canonicalJson(wanted as never) !== canonicalJson(choices as never)) return refuse(CHANGED_MEANWHILE);
    const computed = {
      release,
      files: outcome.kind === "released" ? [...outcome.files] : [],
      advice: adviceOn(release, outcome.guardian),
      computedBy: actor.userId,
      computedAt: day.toISOString(),
      releasesBefore,
    };
    const chosenBy = set?.chosenBy ?? actor.userId;
    await writeSet(actor, tx, briefingId, { choices, chosenBy }, { computed, facts });
    if (!(await mayFinish(tx))) return refuse(WORK_ENDED);
    await record({ action: "briefing.computed", subjectId: briefingId });
    return ok({ teamIds: counted.teamIds });
  });
}

/** Whether this person could compute them now: asked before the work begins. */
export async function checkComputing(
  actor: Actor,
  tx: Transaction,
  briefingId: BriefingId,
  version: number,
): Promise<Result<null>> {
  const briefing = await openDraft(actor, tx, briefingId, version);
  if (!briefing.ok) return briefing;
  const choices = await listChoices(actor, tx, await findTableSet(actor, tx, briefingId));
  return isTooDear(choices) ? refuse(TOO_DEAR) : ok(null);
}

const isOfKnownPart = ({ where }: TableChoice) =>
  where === null || codesOf(where.dimension, codeListsNow()).includes(where.code);

/** A draft at the version that the page knew: figures for a briefing nobody has seen would be figures nobody asked for. */
async function openDraft(
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

async function readForCounting(actor: Actor, tx: Transaction, briefingId: BriefingId, version: number) {
  const briefing = await openDraft(actor, tx, briefingId, version);
  if (!briefing.ok) return briefing;
  const counted: Result<CountedCases> = await countedCases(actor, tx);
  if (!counted.ok) return counted;
  return ok({
    counted: counted.value,
    choices: await listChoices(actor, tx, await findTableSet(actor, tx, briefingId)),
    cleared: await clearedNamings(actor, tx, briefingId),
    cohort: (await placeFor(tx, briefing.value.kept.draft.specification.session)).cohort,
    releasesBefore: await tx.ledgerEntry.count(),
  });
}

type Computed = Omit<NonNullable<KeptTableSet["computed"]>, "ledgerKeyVersion">;

/** In the place of what was there before: a briefing has one set of tables. */
async function writeSet(
  actor: Actor,
  tx: Transaction,
  briefingId: BriefingId,
  wanted: Pick<KeptTableSet, "choices" | "chosenBy">,
  made: { readonly computed: Computed; readonly facts: CountedFacts } | null,
): Promise<void> {
  const id = newId();
  const letter = made && (await factsLetter.seal(tx, id, made.facts));
  const computed = made && letter && { ...made.computed, ledgerKeyVersion: letter.keyVersion };
  const { choices, chosenBy } = wanted;
  const { sealed, keyVersion } = await tablesSeal.seal(actor, tx, id, { choices, chosenBy, computed });
  await tx.tableSet.deleteMany({ where: { briefingId } });
  await tx.tableSet.createMany({ data: { id, briefingId, sealed, keyVersion, sealedFacts: letter?.sealed ?? null } });
}
