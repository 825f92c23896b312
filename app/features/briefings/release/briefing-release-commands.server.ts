import type { Actor } from "#app/access/actor.ts";
import { isGenuineHat } from "#app/access/genuine.server.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { areTablesFresh } from "#app/features/briefings/briefing-record.ts";
import { CHANGED_MEANWHILE, NO_BRIEFING, WORK_ENDED } from "#app/features/briefings/briefing-refusals.ts";
import {
  approvalHash,
  findBriefing,
  findTables,
  hashText,
  listApprovers,
  moveRow,
  type OpenBriefing,
  type OpenTables,
} from "#app/features/briefings/briefing-rows.server.ts";
import { moveBriefing } from "#app/features/briefings/briefing-transition.ts";
import type { ReleaseStep } from "#app/features/briefings/briefing-work.ts";
import { approve } from "#app/features/briefings/drafting/briefing-review-commands.server.ts";
import { writtenTexts } from "#app/features/briefings/drafting/written-texts.ts";
import { readEditionNames } from "#app/features/briefings/names/edition-names.server.ts";
import { printableNames } from "#app/features/briefings/names/edition-names.ts";
import { readTypedNames } from "#app/features/briefings/names/typed-names.server.ts";
import { placeFor } from "#app/features/briefings/published/release-place.server.ts";
import { insertReleaseFiles } from "#app/features/briefings/published/release-rows.server.ts";
import { readEditionStories } from "#app/features/briefings/stories/edition-stories.server.ts";
import type { BriefingId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { dayOf } from "#app/kernel/week.ts";
import { now } from "#app/platform/clock.server.ts";
import { newId } from "#app/platform/crypto/random.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { type Attended, WAITED_FOR } from "#app/platform/long-work/attended.ts";
import { countsEndedCase, enterIntoLedger } from "./ledger-commands.server.ts";
import { type MadeRelease, makeRelease } from "./release-files.server.ts";

/** Any number, as long as nothing else in the database locks by it: releases come one after the other. */
const RELEASE_LOCK = 1_203_14204;

/**
 * A guardian releases exactly what an editor has approved: files are made once and frozen, the ledger learns what was
 * counted, and the counted records are marked, so that no other release counts them again.
 * @param shownHash of the words and figures that were on the page
 */
export async function releaseBriefing(
  actor: Actor,
  briefingId: BriefingId,
  shownHash: string,
  { signal, tell, mayFinish }: Attended<ReleaseStep> = WAITED_FOR,
): Promise<Result<{ slug: string }>> {
  tell("reading");
  // Setting type and drawing take seconds: done before the transaction, which then only compares and writes.
  const ready = await withActor(actor, (tx) => readForRelease(actor, tx, briefingId));
  tell("printing");
  const made = ready?.hash === shownHash ? { ...ready.place, ...(await makeRelease(ready, signal)) } : null;
  tell("writing");
  return recorded(actor, async (tx, record) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${RELEASE_LOCK})`;
    const may = await releasable(actor, tx, briefingId, shownHash);
    if (!may.ok) return may;
    const { briefing, tables, textHash, slug } = may.value;
    if (made?.slug !== slug) return refuse(CHANGED_MEANWHILE);
    if (!(await moveRow(tx, briefing, "released"))) return refuse(CHANGED_MEANWHILE);
    await approve(tx, actor, briefingId, textHash);
    const releaseId = await freeze(tx, briefingId, textHash, made);
    await enterIntoLedger(actor, tx, { releaseId, cohort: made.cohort, tables });
    if (!(await mayFinish(tx))) return refuse(WORK_ENDED);
    await record({ action: "briefing.released", subjectId: briefingId, sealed: { slug, hash: shownHash } });
    return ok({ slug });
  });
}

/** Withdrawing needs one person: the page says that it was withdrawn, and its files are gone. The ledger keeps what was counted. */
export function withdrawBriefing(actor: Actor, briefingId: BriefingId): Promise<Result<null>> {
  return recorded(actor, async (tx, record) => {
    const briefing = await findBriefing(actor, tx, briefingId);
    if (!briefing) return refuse(NO_BRIEFING);
    const moved = moveBriefing(briefing.state, "withdraw", actor, briefing.kept.hands);
    if (!moved.ok) return moved;
    if (!(await moveRow(tx, briefing, moved.value))) return refuse(CHANGED_MEANWHILE);
    const data = { state: "withdrawn", withdrawnOn: dayOf(now()) };
    await tx.release.updateMany({ where: { briefingId, state: "released" }, data });
    await record({ action: "briefing.withdrawn", subjectId: briefingId });
    return ok(null);
  });
}

/** Whether this could be released now: asked before the work begins, and again in the transaction that does it. */
export async function checkRelease(
  actor: Actor,
  tx: Transaction,
  briefingId: BriefingId,
  shownHash: string,
): Promise<Result<null>> {
  const may = await releasable(actor, tx, briefingId, shownHash);
  return may.ok ? ok(null) : may;
}

async function releasable(actor: Actor, tx: Transaction, briefingId: BriefingId, shownHash: string) {
  const briefing = await findBriefing(actor, tx, briefingId);
  const tables = briefing && (await findTables(actor, tx, briefingId));
  if (!briefing || !tables) return refuse(NO_BRIEFING);
  const may = await mayRelease(actor, tx, briefing, tables);
  if (!may.ok) return may;
  const textHash = approvalHash(briefing.kept, tables);
  if (hashText(textHash) !== shownHash) return refuse(CHANGED_MEANWHILE);
  const { slug } = await placeFor(tx, briefing.kept.draft.specification.session);
  return ok({ briefing, tables, textHash, slug });
}

async function readForRelease(actor: Actor, tx: Transaction, briefingId: BriefingId) {
  const briefing = await findBriefing(actor, tx, briefingId);
  const tables = briefing && (await findTables(actor, tx, briefingId));
  if (!briefing || !tables || briefing.state !== "in_review") return null;
  const { draft } = briefing.kept;
  const place = await placeFor(tx, draft.specification.session);
  // One that ended meanwhile has no text any more; the release is then refused for it.
  const stories = ((await readEditionStories(actor, tx, draft, tables)) ?? []).flatMap(({ content }) => content ?? []);
  const named = await readEditionNames(actor, tx, briefing, tables.release);
  // The release is refused for it: nothing is made with a name that may not be printed.
  if (named?.some(({ obstacle }) => obstacle !== null)) return null;
  return {
    draft,
    tables,
    stories,
    names: printableNames(named),
    hash: hashText(approvalHash(briefing.kept, tables)),
    place,
  };
}

/** Every reason why this person must not release this now. */
async function mayRelease(
  actor: Actor,
  tx: Transaction,
  briefing: OpenBriefing,
  tables: OpenTables,
): Promise<Result<null>> {
  const { id, state, kept } = briefing;
  // Read anew in the transaction that releases: a reply that came in the night before voids a name.
  const names = await readEditionNames(actor, tx, briefing, tables.release);
  const proposers = (names ?? []).flatMap(({ proposedBy }) => proposedBy ?? []);
  const hands = [...kept.hands, tables.computedBy, tables.chosenBy, ...proposers];
  const moved = moveBriefing(state, "release", actor, hands);
  if (!moved.ok) return moved;
  if (!areTablesFresh(tables, now())) return refuse({ kind: "conflict", code: "briefing.tables-too-old" });
  if ((await tx.ledgerEntry.count()) !== tables.releasesBefore)
    return refuse({ kind: "conflict", code: "briefing.counted-meanwhile" });
  const approvers = await editorsAmong(tx, await listApprovers(tx, id, approvalHash(kept, tables)));
  if (approvers.length === 0) return refuse({ kind: "conflict", code: "briefing.approval-missing" });
  // Persons count, not hats: an editor who is a guardian too is still one person.
  if (approvers.every((userId) => userId === actor.userId))
    return refuse({ kind: "conflict", code: "briefing.second-person-required" });
  // Read anew in the transaction that releases: a yes that was taken back a moment ago counts no more.
  const stories = await readEditionStories(actor, tx, kept.draft, tables);
  if (stories?.some(({ obstacle }) => obstacle !== null) !== false)
    return refuse({ kind: "conflict", code: "briefing.story-ended" });
  if (names?.some(({ obstacle }) => obstacle !== null) !== false)
    return refuse({ kind: "conflict", code: "briefing.name-void" });
  if ((await readTypedNames(actor, tx, writtenTexts(kept.draft), names)).length > 0)
    return refuse({ kind: "conflict", code: "briefing.name-typed" });
  if (await countsEndedCase(actor, tx, tables)) return refuse({ kind: "conflict", code: "briefing.report-withdrawn" });
  return ok(null);
}

async function editorsAmong(tx: Transaction, userIds: readonly string[]): Promise<string[]> {
  const hats = await tx.hat.findMany({ where: { userId: { in: [...userIds] }, role: "editor" } });
  return hats.filter(isGenuineHat).map(({ userId }) => userId);
}

async function freeze(
  tx: Transaction,
  briefingId: string,
  textHash: Uint8Array<ArrayBuffer>,
  { content, files }: MadeRelease,
): Promise<string> {
  const id = newId();
  const { slug, releasedOn } = content;
  await tx.release.createMany({
    data: {
      id,
      briefingId,
      slug,
      releasedOn: new Date(releasedOn),
      textHash,
      state: "released",
      content: content as never,
    },
  });
  await insertReleaseFiles(tx, id, files);
  return id;
}
