import type { Actor } from "#app/access/actor.ts";
import { notFound } from "#app/access/answers.server.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { DOWNLOAD_POLICY } from "#app/platform/http/security-headers.ts";
import type { KeptList } from "./case-list.ts";
import { findList, isListAgreed, isWorthKeeping, openLists } from "./list-rows.server.ts";

/** A list on its way out, as a coordinator sees it. */
export interface ListOnItsWay {
  readonly id: string;
  readonly count: number;
  readonly isMine: boolean;
  /** handle of who asked */
  readonly by: string;
  readonly at: string;
  readonly isAgreed: boolean;
}

/** Latest first. */
export function readLists(actor: Actor): Promise<readonly ListOnItsWay[]> {
  return withActor(actor, async (tx) => {
    const shown: ListOnItsWay[] = [];
    for (const list of await openLists(actor, tx))
      if (await isWorthKeeping(tx, list)) shown.push(await onItsWay(actor, tx, list));
    return shown.sort((a, b) => b.at.localeCompare(a.at));
  });
}

/** With its whole text, for whoever agrees to it. @throws Response the page of what is not there */
export function readList(actor: Actor, id: string): Promise<ListOnItsWay & { readonly csv: string }> {
  return withActor(actor, async (tx) => {
    const list = await freshList(actor, tx, id);
    return { ...(await onItsWay(actor, tx, list)), csv: list.csv };
  });
}

/** The file, for who asked for it and only when a second person has agreed. @throws Response the page of what is not there */
export function listFile(actor: Actor, id: string): Promise<Response> {
  return withActor(actor, async (tx) => {
    const list = await freshList(actor, tx, id);
    if (list.by !== actor.userId || !(await isListAgreed(actor, tx, list))) throw notFound();
    return new Response(list.csv, {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": 'attachment; filename="tlp-red-cases.csv"',
        "Content-Security-Policy": DOWNLOAD_POLICY,
      },
    });
  });
}

async function freshList(actor: Actor, tx: Transaction, id: string): Promise<KeptList> {
  const list = await findList(actor, tx, id);
  if (!list) throw notFound();
  return list;
}

async function onItsWay(actor: Actor, tx: Transaction, list: KeptList): Promise<ListOnItsWay> {
  const user = await tx.user.findFirst({ where: { id: list.by }, select: { handle: true } });
  return {
    id: list.id,
    count: list.caseIds.length,
    isMine: list.by === actor.userId,
    by: user?.handle ?? "–",
    at: list.at,
    isAgreed: await isListAgreed(actor, tx, list),
  };
}
