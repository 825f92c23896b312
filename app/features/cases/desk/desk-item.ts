import { z } from "zod";
import {
  type PrivateView,
  privateViewIn,
  type QueueView,
  queueViewIn,
} from "#app/features/cases/casework/queue-view.ts";

/** A way of looking at the queue that somebody wants to come back to. */
export interface SavedFilter {
  readonly id: string;
  readonly name: string;
  readonly view: QueueView;
  readonly hidden: PrivateView;
}

/** What a person has set up for their own work. */
export interface Desk {
  /** in the order of their names */
  readonly filters: readonly SavedFilter[];
  /** shortcuts of single keys; on until somebody turns them off */
  readonly keysOn: boolean;
}

export const MOST_FILTERS = 20;
export const FILTER_NAME_MAX = 60;

/** As it is sealed. The view is kept as the address has it, so that a code that has gone shows more, never nothing. */
export const deskItemSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("filter"),
    name: z.string(),
    address: z.record(z.string(), z.string()),
    hidden: z.unknown(),
  }),
  z.object({ kind: z.literal("keys"), on: z.boolean() }),
]);
export type DeskItem = z.infer<typeof deskItemSchema>;

export interface KeptItem {
  readonly id: string;
  readonly item: DeskItem;
}

/** What somebody's items come to. @param locale in whose order the names stand */
export function deskOf(items: readonly KeptItem[], locale: string): Desk {
  const filters = items.flatMap(({ id, item }) =>
    item.kind === "filter"
      ? [{ id, name: item.name, view: viewIn(item.address), hidden: privateViewIn(item.hidden) }]
      : [],
  );
  const keys = items.find(({ item }) => item.kind === "keys")?.item;
  return {
    filters: filters.sort((a, b) => a.name.localeCompare(b.name, locale)),
    keysOn: keys?.kind === "keys" ? keys.on : true,
  };
}

function viewIn(address: Readonly<Record<string, string>>): QueueView {
  return { ...queueViewIn(new URLSearchParams(address)), view: null, page: 1 };
}
