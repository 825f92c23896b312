import type { Actor } from "#app/access/actor.ts";
import { may } from "#app/access/policy.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { lettersTo, openTeamLetter } from "#app/features/keyring/team-letters.server.ts";
import { canonicalJson } from "#app/kernel/canonical-json.ts";
import type { Json } from "#app/kernel/json.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { utf8 } from "#app/platform/crypto/bytes.server.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import { sha256Hex } from "#app/platform/crypto/hash.server.ts";
import { vouchingId } from "#app/platform/crypto/vouching-id.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { directoryKey } from "#app/platform/instance-secrets.server.ts";
import { NO_INSTRUMENT, NO_WAVE, WAVE_CHANGED } from "./wave-refusals.ts";

/*
 * Where questionnaires lie. What one says is JSON to this room: whoever calls has looked at it. A published version is
 * public, is known by the digest of its text and never changes; one that is being written is a letter to the team.
 */

const DRAFT = "survey-instrument";

export const instrumentDigest = (content: Json): string => sha256Hex(utf8(canonicalJson(content)));

const voucherFor = (digest: string) => vouchingId(directoryKey(), "survey-instrument", digest);

/** Publishes a version. Publishing the same text twice is publishing it once. */
export function publishInstrument(actor: Actor, content: Json): Promise<Result<{ digest: string }>> {
  return recorded(actor, async (tx, record) => {
    if (!may(actor, "wave.write")) return refuse(NO_WAVE);
    const digest = instrumentDigest(content);
    const row = { digest, content: content as object, vouchedBy: voucherFor(digest) };
    await tx.surveyInstrument.createMany({ data: row, skipDuplicates: true });
    await record({ action: "instrument.published", sealed: { digest } });
    return ok({ digest });
  });
}

/** Whichever door it is asked through. @returns null for none, and for one whose text does not fit its digest */
export async function findInstrumentIn(tx: Transaction, digest: string): Promise<Json | null> {
  const row = await tx.surveyInstrument.findUnique({ where: { digest } });
  const fits = row && row.vouchedBy === voucherFor(digest) && instrumentDigest(row.content as Json) === digest;
  return fits ? (row.content as Json) : null;
}

/** Every published version, by digest. */
export function listInstruments(actor: Actor): Promise<readonly { digest: string; content: Json }[]> {
  return withActor(actor, async (tx) => {
    const found: { digest: string; content: Json }[] = [];
    for (const { digest } of await tx.surveyInstrument.findMany({
      select: { digest: true },
      orderBy: { digest: "asc" },
    })) {
      const content = await findInstrumentIn(tx, digest);
      if (content !== null) found.push({ digest, content });
    }
    return found;
  });
}

export interface InstrumentDraft {
  readonly id: string;
  readonly version: number;
  readonly content: Json;
}

/** @param at the draft that is changed, as its page showed it; left out for a new one */
export function saveInstrumentDraft(
  actor: Actor,
  content: Json,
  at?: { readonly id: string; readonly version: number },
): Promise<Result<{ id: string; version: number }>> {
  return recorded(actor, async (tx, record) => {
    if (!may(actor, "wave.write")) return refuse(NO_WAVE);
    const teamId = actor.teamId ?? "";
    const { keyVersion, seal } = await lettersTo(tx, teamId);
    const id = at?.id ?? newId();
    const version = (at?.version ?? 0) + 1;
    const data = { version, keyVersion, sealed: seal(DRAFT, id, JSON.stringify(content)) };
    const { count } = at
      ? await tx.surveyInstrumentDraft.updateMany({ where: { id, version: at.version }, data })
      : await tx.surveyInstrumentDraft.createMany({ data: { id, teamId, ...data } });
    if (count === 0) return refuse(WAVE_CHANGED);
    await record({ action: at ? "instrument.changed" : "instrument.drafted", subjectId: id });
    return ok({ id, version });
  });
}

export function listInstrumentDrafts(actor: Actor): Promise<readonly InstrumentDraft[]> {
  return withActor(actor, async (tx) => {
    const drafts: InstrumentDraft[] = [];
    for (const row of await tx.surveyInstrumentDraft.findMany({ orderBy: { id: "asc" } })) {
      const { id, version, sealed } = row;
      drafts.push({ id, version, content: JSON.parse(await openTeamLetter(actor, tx, DRAFT, row, sealed)) });
    }
    return drafts;
  });
}

export function discardInstrumentDraft(
  actor: Actor,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<Result<null>> {
  return recorded(actor, async (tx, record) => {
    if (!may(actor, "wave.write")) return refuse(NO_INSTRUMENT);
    const { count } = await tx.surveyInstrumentDraft.deleteMany({ where: { id, version } });
    if (count === 0) return refuse(WAVE_CHANGED);
    await record({ action: "instrument.discarded", subjectId: id });
    return ok(null);
  });
}
