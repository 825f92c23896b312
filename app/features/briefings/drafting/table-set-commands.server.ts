import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import type { CountedFacts } from "#app/features/briefings/briefing-record.ts";
import { CHANGED_MEANWHILE, TOO_DEAR, WORK_ENDED } from "#app/features/briefings/briefing-refusals.ts";
import { findTableSet, listChoices } from "#app/features/briefings/briefing-rows.server.ts";
import type { ComputeStep } from "#app/features/briefings/briefing-work.ts";
import { codeListsNow } from "#app/features/briefings/figures/code-lists.server.ts";
import { isTooDear } from "#app/features/briefings/figures/computing-limit.server.ts";
import { type CountedCases, countedCases } from "#app/features/briefings/figures/counted-rows.server.ts";
import { codesOf } from "#app/features/briefings/figures/dimensions.ts";
import { adviceOn } from "#app/features/briefings/figures/table-advice.ts";
import type { TableChoice } from "#app/features/briefings/figures/table-choice.ts";
import { inSurveyFolder } from "#app/features/briefings/files/data-package.server.ts";
import { ledgerFacts } from "#app/features/briefings/ledger-facts.ts";
import { clearedNamings } from "#app/features/briefings/names/naming-rows.server.ts";
import { protectWithNames } from "#app/features/briefings/names/protect-with-names.server.ts";
import { placeFor } from "#app/features/briefings/published/release-place.server.ts";
import {
  listReleasedPackages,
  listReleasedSurveys,
} from "#app/features/briefings/published/released-packages.server.ts";
import { findExtract } from "#app/features/surveys/publishing/extract-rows.server.ts";
import { type MadeSurvey, protectSurvey } from "#app/features/surveys/publishing/survey-release.server.ts";
import type { SurveyWish } from "#app/features/surveys/publishing/survey-wish.ts";
import { EXTRACTED_BEFORE } from "#app/features/surveys/waves/wave-refusals.ts";
import { canonicalJson } from "#app/kernel/canonical-json.ts";
import type { BriefingId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { type Attended, WAITED_FOR } from "#app/platform/long-work/attended.ts";
import { openDraft, type WantedTables, writeSet } from "./table-set-rows.server.ts";

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
    const survey = (await findTableSet(actor, tx, briefingId))?.survey;
    await writeSet(actor, tx, briefingId, { choices, chosenBy: actor.userId, survey }, null);
    await record({ action: "briefing.tables-chosen", subjectId: briefingId });
    return ok(null);
  });
}

/** Puts the questions of a survey beside the tables, or takes it away. Figures of another choice go, as with tables. */
export function chooseSurvey(
  actor: Actor,
  briefingId: BriefingId,
  version: number,
  survey: SurveyWish | undefined,
): Promise<Result<null>> {
  return recorded(actor, async (tx, record) => {
    const briefing = await openDraft(actor, tx, briefingId, version);
    if (!briefing.ok) return briefing;
    const choices = await listChoices(actor, tx, await findTableSet(actor, tx, briefingId));
    await writeSet(actor, tx, briefingId, { choices, chosenBy: actor.userId, survey }, null);
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
  const { counted, wanted, cohort, releasesBefore, cleared } = asked.value;
  const { choices } = wanted;
  // The search takes seconds: outside any transaction, in a thread of its own.
  const { rows, lists, outcome, release, seed, day } = await protectWithNames(counted, choices, {
    ...{ cohort, cleared },
    earlier: await listReleasedPackages(actor),
    signal,
    tell,
  });
  const surveyed = await surveyFor(actor, wanted, { signal, tell });
  if (!surveyed.ok) return surveyed;
  tell("writing");
  const { population, cells } = ledgerFacts("", rows, release, lists, (organisationId) => organisationId);
  const { records: _, ...report } = outcome.guardian;
  const facts: CountedFacts = {
    cases: counted.cases,
    facts: { population, cells },
    protection: { seed, report, ...(surveyed.value && { survey: surveyed.value.protection }) },
  };
  return recorded(actor, async (tx, record) => {
    const briefing = await openDraft(actor, tx, briefingId, version);
    if (!briefing.ok) return briefing;
    const now = await readWanted(actor, tx, briefingId);
    if (canonicalJson(now as never) !== canonicalJson(wanted as never)) return refuse(CHANGED_MEANWHILE);
    // The search has taken its time: rows of the same answers may have been given out since.
    if (wanted.survey && (await findExtract(actor, tx, wanted.survey.waveId))) return refuse(EXTRACTED_BEFORE);
    const computed = {
      release: surveyed.value ? { ...release, survey: surveyed.value.survey } : release,
      files: [
        ...(outcome.kind === "released" ? outcome.files : []),
        ...(surveyed.value ? inSurveyFolder(surveyed.value.files) : []),
      ],
      advice: adviceOn(release, outcome.guardian),
      computedBy: actor.userId,
      computedAt: day.toISOString(),
      releasesBefore,
    };
    await writeSet(actor, tx, briefingId, wanted, { computed, facts });
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

async function readForCounting(actor: Actor, tx: Transaction, briefingId: BriefingId, version: number) {
  const briefing = await openDraft(actor, tx, briefingId, version);
  if (!briefing.ok) return briefing;
  const counted: Result<CountedCases> = await countedCases(actor, tx);
  if (!counted.ok) return counted;
  return ok({
    counted: counted.value,
    wanted: await readWanted(actor, tx, briefingId),
    cleared: await clearedNamings(actor, tx, briefingId),
    cohort: (await placeFor(tx, briefing.value.kept.draft.specification.session)).cohort,
    releasesBefore: await tx.ledgerEntry.count(),
  });
}

/** What is wanted of a briefing that nobody has chosen for is the standard list, by whoever computes it. */
async function readWanted(actor: Actor, tx: Transaction, briefingId: BriefingId): Promise<WantedTables> {
  const set = await findTableSet(actor, tx, briefingId);
  const choices = await listChoices(actor, tx, set);
  return { choices, chosenBy: set?.chosenBy ?? actor.userId, ...(set?.survey && { survey: set.survey }) };
}

/** The survey that is printed beside the cases, where one is wanted: answers of other people, and a release of its own. */
async function surveyFor(
  actor: Actor,
  { survey }: WantedTables,
  attended: { readonly signal: AbortSignal | undefined; readonly tell: Attended<ComputeStep>["tell"] },
): Promise<Result<MadeSurvey | null>> {
  if (!survey) return ok(null);
  return protectSurvey(actor, survey, { released: await listReleasedSurveys(actor), ...attended });
}
