import type { Actor } from "#app/access/actor.ts";
import { notFound } from "#app/access/answers.server.ts";
import { readDesk } from "./desk-rows.server.ts";

/** @throws Response the page of what is not there, also for what is somebody else's */
export async function readFilter(actor: Actor, filterId: string, locale: string) {
  const filter = (await readDesk(actor, locale)).filters.find(({ id }) => id === filterId);
  if (!filter) throw notFound();
  return filter;
}
