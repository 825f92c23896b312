import type { Actor } from "#app/access/actor.ts";
import { type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { base64UrlOf } from "#app/platform/crypto/bytes.server.ts";
import { openTextField, sealField } from "#app/platform/crypto/fields.server.ts";
import { ctx } from "#app/platform/crypto/hash.server.ts";
import { type Secret, subkey, wipe } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { insertRows } from "#app/platform/db/insert-rows.server.ts";

const HOUR = 3_600_000;
const KEPT_HOURS = 13; // a little longer than a session can last

export interface Claim {
  /** null where there is no form behind the command, such as an import */
  readonly id: string | null;
  /** the first sender's answer, where this is the second */
  readonly kept?: Result<unknown>;
}

/**
 * Claims a form token for one command. The primary key decides: a second claimer waits until the first has committed
 * and then finds its answer; if the first was refused, nothing is there and the second runs.
 */
export async function claimSubmission(tx: Transaction, actor: Actor, command: number): Promise<Claim> {
  if (!actor.submission) return { id: null };
  const { token, action } = actor.submission;
  const id = base64UrlOf(ctx("submission", action, command, token));
  const row = {
    id,
    sessionId: actor.sessionId,
    sealed: new Uint8Array(),
    expiresHour: Math.ceil(now().getTime() / HOUR) + KEPT_HOURS,
  };
  const count = await insertRows(tx, "submissions", [row], { skipDuplicates: true });
  if (count === 1) return { id };
  const first = await tx.submission.findUnique({ where: { id } });
  // Sent before in a session that has ended since: its answer was for that session alone.
  if (!first) return { id, kept: refuse({ kind: "conflict", code: "form.already-sent" }) };
  return { id, kept: withKey(actor, (key) => JSON.parse(openTextField(key, place(id), first.sealed))) };
}

export async function keepResult(tx: Transaction, actor: Actor, { id }: Claim, result: Result<unknown>): Promise<void> {
  if (!id) return;
  const sealed = withKey(actor, (key) => sealField(key, place(id), JSON.stringify(result)));
  await tx.submission.updateMany({ where: { id }, data: { sealed } });
}

function withKey<T>(actor: Actor, use: (key: Secret) => T): T {
  const key = subkey(actor.keys.user.privateKey, "submission");
  try {
    return use(key);
  } finally {
    wipe(key);
  }
}

function place(id: string) {
  return { table: "submissions", column: "sealed", rowId: id };
}
