import { redirect } from "@remix-run/node";
import type { Actor } from "#app/access/actor.ts";
import { refused } from "#app/access/guard.server.ts";
import { openResults } from "#app/features/surveys/results/open-results.server.ts";
import type { WaveId } from "#app/kernel/id.ts";

interface OpeningHere {
  readonly actor: Actor;
  readonly params: { readonly waveId: WaveId };
  readonly url: URL;
}

/** The button on each page of results: opens the answers for this sitting, which is recorded, and stays where it was pressed. */
export async function openHere({ actor, params: { waveId }, url }: OpeningHere) {
  const opened = await openResults(actor, waveId);
  return opened.ok ? redirect(`${url.pathname}${url.search}`) : refused(opened.refusal);
}
