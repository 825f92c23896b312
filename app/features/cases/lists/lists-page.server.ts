import type { Actor } from "#app/access/actor.ts";
import { notFound } from "#app/access/answers.server.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { receiverFingerprint, sealForRecipients } from "#app/platform/crypto/age.server.ts";
import { utf8 } from "#app/platform/crypto/bytes.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { DOWNLOAD_POLICY } from "#app/platform/http/security-headers.ts";
import type { KeptList, ListKind } from "./case-list.ts";
import { findReady } from "./list-commands.server.ts";
import { overtakenAmong } from "./list-held.server.ts";
import { findList, isListAgreed, isWorthKeeping, openContent, openLists } from "./list-rows.server.ts";

/** A list on its way out, as a coordinator sees it. */
export interface ListOnItsWay {
  readonly id: string;
  readonly kind: ListKind;
  readonly count: number;
  readonly isMine: boolean;
  /** handle of who asked */
  readonly by: string;
  readonly at: string;
  readonly isAgreed: boolean;
  /** a reporter has taken back or changed what they allow, or a case is gone: nothing of it leaves any more */
  readonly isOvertaken: boolean;
}

/** A list with all that whoever agrees to it must have seen. */
export interface WholeList extends ListOnItsWay {
  /** null once it is overtaken */
  readonly content: string | null;
  readonly withNotes: boolean;
  /** the key whole cases are sealed to, and its fingerprint, which its owner finds too */
  readonly recipient: { readonly key: string; readonly fingerprint: string } | null;
}

/** Latest first. */
export function readLists(actor: Actor): Promise<readonly ListOnItsWay[]> {
  return withActor(actor, async (tx) => {
    const lists: KeptList[] = [];
    for (const list of await openLists(actor, tx)) if (await isWorthKeeping(tx, list)) lists.push(list);
    const overtaken = await overtakenAmong(actor, tx, lists);
    const shown: ListOnItsWay[] = [];
    for (const list of lists) shown.push(await onItsWay(actor, tx, list, overtaken.has(list)));
    return shown.sort((a, b) => b.at.localeCompare(a.at));
  });
}

/** With its whole text, for whoever agrees to it. @throws Response the page of what is not there */
export function readList(actor: Actor, id: string): Promise<WholeList> {
  return withActor(actor, async (tx) => {
    const list = await findList(actor, tx, id);
    if (!list) throw notFound();
    const { recipient, withNotes } = list;
    const isOvertaken = (await overtakenAmong(actor, tx, [list])).has(list);
    return {
      ...(await onItsWay(actor, tx, list, isOvertaken)),
      content: isOvertaken ? null : await openContent(actor, tx, list),
      withNotes,
      recipient: recipient === null ? null : { key: recipient, fingerprint: receiverFingerprint(recipient).join(" ") },
    };
  });
}

/** The page before the file, for who asked for it and only when a second person has agreed. @throws Response as `readList` */
export async function readListToTake(actor: Actor, id: string): Promise<WholeList> {
  const list = await readList(actor, id);
  if (!list.isMine || !list.isAgreed || list.isOvertaken) throw notFound();
  return list;
}

/**
 * The file itself: a list as it is, whole cases sealed to the key that both have seen. That it is taken was recorded before.
 * @throws Response as `readList`
 */
export function listFile(actor: Actor, id: string): Promise<Response> {
  return withActor(actor, async (tx) => {
    const ready = await findReady(actor, tx, id);
    if (!ready.ok) throw notFound();
    const { kind, recipient } = ready.value;
    const plain = utf8(await openContent(actor, tx, ready.value));
    const bytes = recipient === null ? plain : await sealForRecipients([recipient], plain);
    const [type, name] = FILES[kind];
    return new Response(bytes, {
      headers: {
        "Content-Type": type,
        "Content-Disposition": `attachment; filename="${name}"`,
        "Content-Length": String(bytes.length),
        "Content-Security-Policy": DOWNLOAD_POLICY,
      },
    });
  });
}

const FILES: Record<ListKind, readonly [type: string, name: string]> = {
  rows: ["text/csv; charset=utf-8", "tlp-red-cases.csv"],
  cases: ["application/octet-stream", "tlp-red-cases.txt.age"],
};

async function onItsWay(actor: Actor, tx: Transaction, list: KeptList, isOvertaken: boolean): Promise<ListOnItsWay> {
  const user = await tx.user.findFirst({ where: { id: list.by }, select: { handle: true } });
  return {
    id: list.id,
    kind: list.kind,
    count: list.holds.length,
    isMine: list.by === actor.userId,
    by: user?.handle ?? "–",
    at: list.at,
    isAgreed: await isListAgreed(actor, tx, list),
    isOvertaken,
  };
}
