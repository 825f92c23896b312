import type { Actor } from "#app/access/actor.ts";
import { may } from "#app/access/policy.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { type Recorder, recorded } from "#app/features/audit/recorded.server.ts";
import { canonicalJson } from "#app/kernel/canonical-json.ts";
import { type IsoDay, isoDayOf } from "#app/kernel/iso-day.ts";
import type { Json } from "#app/kernel/json.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { utf8 } from "#app/platform/crypto/bytes.server.ts";
import { sha256Hex } from "#app/platform/crypto/hash.server.ts";
import { vouchingId } from "#app/platform/crypto/vouching-id.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { directoryKey } from "#app/platform/instance-secrets.server.ts";
import { NO_WAVE } from "./wave-refusals.ts";

/*
 * Where published questionnaires lie. What one says is JSON to this room: whoever calls has looked at it. A version is
 * public, is known by the digest of its text and never changes.
 */

export const instrumentDigest = (content: Json): string => sha256Hex(utf8(canonicalJson(content)));

const voucherFor = (digest: string) => vouchingId(directoryKey(), "survey-instrument", digest);

/** Publishes a version. Publishing the same text twice is publishing it once. */
export function publishInstrument(actor: Actor, content: Json): Promise<Result<{ digest: string }>> {
  return recorded(actor, async (tx, record) => {
    if (!may(actor, "wave.write")) return refuse(NO_WAVE);
    return ok(await publishIn(tx, record, content));
  });
}

/** The same as a part of another command. */
export async function publishIn(tx: Transaction, record: Recorder, content: Json): Promise<{ digest: string }> {
  const digest = instrumentDigest(content);
  const publishedOn = new Date(isoDayOf(now()));
  const row = { digest, content: content as object, vouchedBy: voucherFor(digest), publishedOn };
  await tx.surveyInstrument.createMany({ data: row, skipDuplicates: true });
  await record({ action: "instrument.published", sealed: { digest } });
  return { digest };
}

/** Whichever door it is asked through. @returns null for none, and for one whose text does not fit its digest */
export async function findInstrumentIn(tx: Transaction, digest: string): Promise<Json | null> {
  const row = await tx.surveyInstrument.findUnique({ where: { digest } });
  const fits = row && row.vouchedBy === voucherFor(digest) && instrumentDigest(row.content as Json) === digest;
  return fits ? (row.content as Json) : null;
}

export interface PublishedInstrument {
  readonly digest: string;
  readonly content: Json;
  /** null where it was published before days were kept */
  readonly publishedOn: IsoDay | null;
}

/** Every published version, by digest. */
export function listInstruments(actor: Actor): Promise<readonly PublishedInstrument[]> {
  return withActor(actor, publishedIn);
}

/** The same within a transaction. */
export async function publishedIn(tx: Transaction): Promise<readonly PublishedInstrument[]> {
  const found: PublishedInstrument[] = [];
  for (const { digest, publishedOn } of await tx.surveyInstrument.findMany({
    select: { digest: true, publishedOn: true },
    orderBy: { digest: "asc" },
  })) {
    const content = await findInstrumentIn(tx, digest);
    if (content !== null) found.push({ digest, content, publishedOn: publishedOn && isoDayOf(publishedOn) });
  }
  return found;
}
