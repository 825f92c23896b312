import { type Bytes, textOf, utf8 } from "#app/platform/crypto/bytes.server.ts";
import { lockAway, type Secret, wipe } from "#app/platform/crypto/secret.server.ts";
import { newSessionToken, openSession, sealSession, sessionRowId } from "#app/platform/crypto/session-token.server.ts";
import { inContext, type Transaction } from "#app/platform/db/in-context.server.ts";
import { expiresHour, hasExpired, needsTouch, PARALLEL_SESSIONS, type SessionContent } from "./session-content.ts";

/** An open session: the row's id, the cookie that opens it, what it remembers, and the person's private key if it holds one. */
export interface OpenSession {
  readonly id: string;
  readonly token: string;
  readonly content: SessionContent;
  readonly privateKey: Secret | null;
}

const KEY_BYTES = 32;
const NO_KEY = new Uint8Array(KEY_BYTES);

/**
 * The session behind a cookie.
 * @returns null for a token nobody was given, a row that was ended, and one past its time (which is then deleted)
 */
export async function findSession(tx: Transaction, token: string, now: number): Promise<OpenSession | null> {
  const id = sessionRowId(token);
  const row = await tx.session.findUnique({ where: { id } });
  if (!row) return null;
  const opened = openSession(token, id, row.userId, row.sealed);
  const { content, privateKey } = unpack(opened);
  if (hasExpired(content, now)) {
    await tx.session.deleteMany({ where: { id } });
    return null;
  }
  const session = { id, token, content, privateKey };
  return needsTouch(content, now) ? touch(tx, session, row.sealed, now) : session;
}

/** The same, held against every other request until this transaction ends: for what two must not put on the shelf at once. */
export async function findSessionForUpdate(tx: Transaction, token: string): Promise<OpenSession | null> {
  const id = sessionRowId(token);
  await tx.$queryRaw`SELECT id FROM sessions WHERE id = ${id} FOR UPDATE`;
  const row = await tx.session.findUnique({ where: { id } });
  if (!row) return null;
  return { id, token, ...unpack(openSession(token, id, row.userId, row.sealed)) };
}

/** Only over what was read: whatever another request has put on the shelf meanwhile matters more than a minute of the clock. */
async function touch(
  tx: Transaction,
  session: OpenSession,
  before: Uint8Array<ArrayBuffer>,
  now: number,
): Promise<OpenSession> {
  const touched = { ...session, content: { ...session.content, seenAt: now } };
  await tx.session.updateMany({ where: { id: session.id, sealed: before }, data: { sealed: sealed(touched) } });
  return touched;
}

/** A new row under a new token: each stage of signing in gets its own, so a token known before is worth nothing after. */
export async function startSession(
  tx: Transaction,
  content: SessionContent,
  privateKey: Secret | null,
): Promise<OpenSession> {
  const token = newSessionToken();
  const id = sessionRowId(token);
  const session = { id, token, content, privateKey };
  await tx.session.createMany({
    data: { id, userId: content.userId, sealed: sealed(session), expiresHour: expiresHour(content) },
  });
  if (content.stage === "member" && content.userId) await endOldest(tx, content.userId, id);
  return session;
}

/** Puts changed content into the row. Two requests at once: the later one stands, as with any clock. */
export async function write(tx: Transaction, session: OpenSession): Promise<void> {
  await tx.session.updateMany({ where: { id: session.id }, data: { sealed: sealed(session) } });
}

export async function endSession(tx: Transaction, id: string): Promise<void> {
  await tx.session.deleteMany({ where: { id } });
}

/** Of these sessions those that have ended, by whoever's hand: what a process still holds for them is to be wiped. */
export async function endedAmong(ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const where = { id: { in: [...ids] } };
  const rows = await inSessionContext((tx) => tx.session.findMany({ where, select: { id: true } }));
  const open = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => !open.has(id));
}

/** The row knows only the hour, so of two begun in one hour either may count as older; the one just begun never does. */
async function endOldest(tx: Transaction, userId: string, begun: string): Promise<void> {
  const rows = await tx.session.findMany({
    where: { userId, id: { not: begun } },
    orderBy: { expiresHour: "desc" },
    select: { id: true },
    skip: PARALLEL_SESSIONS - 1,
  });
  if (rows.length > 0) await tx.session.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } });
}

/** Sessions belong to nobody's role: they are read before anyone is known. */
export function inSessionContext<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inContext({ role: "auth" }, work);
}

/** The same once the person is known: row-level security then shows the rows of that person alone. */
export function inPersonContext<T>(userId: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inContext({ role: "auth", user: userId }, work);
}

function sealed({ token, id, content, privateKey }: OpenSession): Bytes {
  const json = utf8(JSON.stringify(content));
  const packed = new Uint8Array(KEY_BYTES + json.length);
  packed.set(privateKey ?? NO_KEY);
  packed.set(json, KEY_BYTES);
  const bytes = sealSession(token, id, content.userId, packed);
  wipe(packed);
  return bytes;
}

function unpack(packed: Secret): { content: SessionContent; privateKey: Secret | null } {
  const content = JSON.parse(textOf(packed.slice(KEY_BYTES))) as SessionContent;
  const hasKey = packed.subarray(0, KEY_BYTES).some((byte) => byte !== 0);
  const privateKey = hasKey ? lockAway(packed.subarray(0, KEY_BYTES)) : null;
  wipe(packed);
  return { content, privateKey };
}
