import type { Actor } from "#app/access/actor.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { type PrivateView, type QueueView, queueFields } from "#app/features/cases/casework/queue-view.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import { type DeskItem, MOST_FILTERS } from "./desk-item.ts";
import { openItems, sealItem } from "./desk-rows.server.ts";

/*
 * How somebody lays out their own work is no act on anybody's case: these commands are run once like all others, and the
 * chain records nothing of them.
 */

interface FilterToSave {
  readonly name: string;
  readonly view: QueueView;
  readonly hidden: PrivateView;
}

export function saveFilter(actor: Actor, { name, view, hidden }: FilterToSave): Promise<Result<null>> {
  return recorded(actor, async (tx) => {
    const filters = (await openItems(actor, tx)).filter(({ item }) => item.kind === "filter");
    if (filters.length >= MOST_FILTERS) return refuse({ kind: "conflict", code: "desk.too-many" });
    const { view: _, ...address } = queueFields(view);
    const id = newId();
    const sealed = sealItem(actor, id, { kind: "filter", name, address, hidden: { ...hidden } });
    await tx.deskItem.createMany({ data: [{ id, userId: actor.userId, sealed }] });
    return ok(null);
  });
}

export function renameFilter(actor: Actor, id: string, name: string): Promise<Result<null>> {
  return recorded(actor, async (tx) => {
    const kept = (await openItems(actor, tx)).find((one) => one.id === id)?.item;
    if (kept?.kind !== "filter") return refuse({ kind: "not-found", code: "desk.none" });
    const sealed = sealItem(actor, id, { ...kept, name });
    await tx.deskItem.updateMany({ where: { id, userId: actor.userId }, data: { sealed } });
    return ok(null);
  });
}

export function deleteFilter(actor: Actor, id: string): Promise<Result<null>> {
  return recorded(actor, async (tx) => {
    const { count } = await tx.deskItem.deleteMany({ where: { id, userId: actor.userId } });
    return count > 0 ? ok(null) : refuse({ kind: "not-found", code: "desk.none" });
  });
}

/** Turns the shortcuts on or off, in every session of the person. */
export function setKeys(actor: Actor, on: boolean): Promise<Result<null>> {
  return recorded(actor, async (tx) => {
    const item: DeskItem = { kind: "keys", on };
    const kept = (await openItems(actor, tx)).find((one) => one.item.kind === "keys");
    const id = kept?.id ?? newId();
    const sealed = sealItem(actor, id, item);
    if (kept) await tx.deskItem.updateMany({ where: { id, userId: actor.userId }, data: { sealed } });
    else await tx.deskItem.createMany({ data: [{ id, userId: actor.userId, sealed }] });
    return ok(null);
  });
}
