import type { Actor } from "#app/access/actor.ts";
import type { LoadContext } from "#app/access/load-context.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { openCaseKey } from "#app/features/cases/case-keys.server.ts";
import { findCaseRow } from "#app/features/cases/case-queries.server.ts";
import type { OpenedFile } from "#app/features/evidence/evidence-queries.server.ts";
import { fileStep } from "#app/features/evidence/evidence-trail.server.ts";
import { streamOf } from "#app/features/evidence/file-answers.server.ts";
import type { CaseId, ReferralId } from "#app/kernel/id.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { sealStreamForRecipients } from "#app/platform/crypto/age.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { DOWNLOAD_POLICY } from "#app/platform/http/security-headers.ts";
import { type OnCase, onReferral } from "./at-referral.server.ts";
import { isStillAllowed } from "./consent-follows.server.ts";
import { openFrozen } from "./frozen-files.server.ts";
import { isExpired, type KeptReferral, type ReferralContent } from "./referral.ts";
import { archiveOf, type FileOnItsWay } from "./referral-archive.server.ts";
import { FILE_GONE, NO_CONSENT, REFERRAL_CHANGED, REFERRAL_EXPIRED } from "./referral-refusals.ts";
import { findReferral, recordOf, rewriteReferral } from "./referral-rows.server.ts";
import { hashOf, notesSeal } from "./referral-seals.server.ts";
import { referralStep } from "./referral-steps.server.ts";
import { afterEvent } from "./referral-transition.ts";

/**
 * The bundle, sealed to the receiver's key while it is sent. That it was taken out, and each file of it, stands in the
 * history before the first byte leaves; consent, agreement and the last day are asked for once more at that moment.
 */
export async function takeOut(
  actor: Actor,
  { caseId, id, version }: { readonly caseId: CaseId; readonly id: ReferralId; readonly version: number },
  line: Pick<LoadContext, "taken">,
): Promise<Result<Response>> {
  const taken = await onReferral(actor, caseId, { id, version }, noteTaking);
  if (!taken.ok) return taken;
  const leaving = await readTaken(actor, caseId, id);
  if (!leaving) return refuse(REFERRAL_CHANGED);
  const { content, files } = leaving;
  const opened = await openFrozen(actor, caseId, files);
  if (!opened.ok) return opened;
  const archive = archiveOf(content, onTheirWay(content, opened.value));
  return ok(await bundleAnswer(archive, { key: content.receiver.key, hash: hashOf(content) }, line));
}

/** An archive sealed to one key while it is sent. The name of the file says nothing. */
export async function bundleAnswer(
  archive: AsyncGenerator<Uint8Array>,
  { key, hash }: { readonly key: string; readonly hash: string },
  line: Pick<LoadContext, "taken">,
): Promise<Response> {
  return new Response(await sealStreamForRecipients([key], streamOf(archive, line)), {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename="sealed-${hash.slice(0, 8)}.zip.age"`,
      "Content-Security-Policy": DOWNLOAD_POLICY,
    },
  });
}

/** The files that were frozen, with the bytes they are read from. */
export function onTheirWay({ files }: ReferralContent, opened: readonly OpenedFile[]): readonly FileOnItsWay[] {
  return files.map((file, place) => ({ file, bytes: opened[place]!.bytes }));
}

/** What of one case is on its way out. */
export interface Leaving {
  readonly content: ReferralContent;
  readonly files: KeptReferral["files"];
}

/** Read once more, for a form that is sent twice gets its first answer, and that may have been long ago. */
function readTaken(actor: Actor, caseId: CaseId, id: ReferralId): Promise<Leaving | null> {
  return withActor(actor, (tx) => findLeaving(actor, tx, caseId, id));
}

/** @returns null where it was not taken out, or may not leave any more */
export async function findLeaving(
  actor: Actor,
  tx: Transaction,
  caseId: CaseId,
  id: ReferralId,
): Promise<Leaving | null> {
  if (!(await findCaseRow(tx, caseId))) return null;
  const referral = await findReferral(tx, caseId, id, await openCaseKey(actor, tx, caseId));
  const isLeaving = referral?.state === "taken" && !isExpired(referral, isoDayOf(now()));
  return isLeaving && referral.content ? { content: referral.content, files: referral.files } : null;
}

/** That it leaves, alone or in a note for its State, as the reporter reads it; refused where it may not leave any more. */
export async function noteTaking(
  at: OnCase,
  referral: KeptReferral,
  how: "alone" | "in-note" = "alone",
): Promise<Result<null>> {
  const { actor, tx, caseId, caseKey } = at;
  const { content, agreed, files, hash, name } = referral;
  const today = isoDayOf(now());
  const next = afterEvent(referral.state, "take");
  if (!next.ok) return next;
  if (!content || isExpired(referral, today)) return refuse(REFERRAL_EXPIRED);
  if (!isStillAllowed(referral, at.allowance)) return refuse(NO_CONSENT);
  // What was agreed to is what was read: nothing else opens under that word.
  if (hashOf(content) !== hash || (agreed && agreed.hash !== hash))
    throw new Error("a referral is not what was agreed to");
  const here = await tx.evidenceFile.findMany({ where: { caseId, id: { in: files.map(({ fileId }) => fileId) } } });
  const isHere = files.every(({ fileId, half }) => {
    const row = here.find((file) => file.id === fileId);
    return half === "copy" ? row?.copyName : row?.objectName;
  });
  if (!isHere) return refuse(FILE_GONE);
  const record = {
    ...recordOf(referral),
    state: next.value,
    takenOn: [...referral.takenOn, today],
    ...(how === "in-note" && { inNoteOn: [...(referral.inNoteOn ?? []), today] }),
  };
  if (!(await rewriteReferral(tx, referral, caseKey, { record }))) return refuse(REFERRAL_CHANGED);
  await noteWho(at, referral.id, actor.userId, today);
  const verb = how === "in-note" ? "noted" : "taken";
  await at.record(referralStep(verb, caseId, caseKey, { ...record, id: referral.id }));
  for (const { fileId } of files)
    await at.record({
      action: "case.file-forwarded",
      subjectId: caseId,
      caseStep: fileStep(caseId, fileId, caseKey, name),
    });
  return ok(null);
}

/** Which person it was is the team's to know. */
async function noteWho({ tx, notesKey }: OnCase, id: string, by: string, on: string): Promise<void> {
  const row = await tx.referral.findUniqueOrThrow({ where: { id } });
  const notes = notesSeal.open(notesKey, id, row.sealed);
  const sealed = notesSeal.seal(notesKey, id, { ...notes, taken: [...notes.taken, { by, on }] });
  await tx.referral.updateMany({ where: { id }, data: { sealed } });
}
