import type { Actor } from "#app/access/actor.ts";
import type { OpenBriefing } from "#app/features/briefings/briefing-rows.server.ts";
import type { ProtectedRelease } from "#app/features/briefings/figures/protected-release.ts";
import { openRegister } from "#app/features/registers/institutions/institution-register.server.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { type EditionName, editionNames } from "./edition-names.ts";
import { openNamings } from "./naming-rows.server.ts";

/** Analysts hold no key of the register: to them a row is a code. */
export const readsNames = ({ role }: Actor) => role === "editor" || role === "guardian";

/** The names of a briefing's tables as they stand at this moment. @returns null for whoever reads none */
export async function readEditionNames(
  actor: Actor,
  tx: Transaction,
  { id, kept }: OpenBriefing,
  release: Pick<ProtectedRelease, "named"> | null,
): Promise<EditionName[] | null> {
  const printed = release?.named ?? [];
  if (printed.length === 0) return [];
  if (!readsNames(actor)) return null;
  return editionNames(printed, await openNamings(actor, tx, id), {
    register: await openRegister(actor, tx),
    session: kept.draft.specification.session,
    today: isoDayOf(now()),
  });
}
