import type { Actor } from "#app/access/actor.ts";
import { listAnalystWaves } from "#app/features/surveys/waves/analyst-waves.server.ts";
import { allows } from "#app/features/surveys/waves/wave-standing.ts";
import type { WaveId } from "#app/kernel/id.ts";
import { changeBetween, type IndicatorChange, marked, type WaveChange } from "./change.ts";
import { indicatorLabel } from "./indicator-results.ts";
import { findResults } from "./open-results.server.ts";
import type { WeightsTold } from "./result-choice.ts";
import { type AtResults, resultsAt } from "./results-page.server.ts";

export interface EarlierWave {
  readonly id: WaveId;
  readonly session: string;
}

export interface ChangePage {
  /** closed surveys of the same team that began or were to end before this one, the latest first */
  readonly earlier: readonly EarlierWave[];
  readonly chosen: EarlierWave | null;
  /** null where none is chosen, or its answers are not open in this sitting */
  readonly change: ShownChange | null;
}

export interface ShownChange extends Omit<WaveChange, "indicators"> {
  readonly indicators: readonly (IndicatorChange & { readonly label: string | null })[];
  /** whether shares of both are weighted */
  readonly weights: { readonly now: WeightsTold["kind"]; readonly before: WeightsTold["kind"] };
}

/** What has changed since a survey that the address names; it has to be open in this sitting as well. */
export async function changePage(actor: Actor, at: AtResults): Promise<ChangePage> {
  const { wave } = at.results;
  const earlier = (await listAnalystWaves(actor))
    .filter(({ id, teamId, facts, state }) => {
      const isBefore = facts.closesOn < wave.facts.closesOn || facts.opensOn < wave.facts.opensOn;
      return id !== wave.id && teamId === wave.teamId && isBefore && allows(state, "read");
    })
    .map(({ id, facts }) => ({ id, session: facts.session }));
  const chosen = earlier.find(({ id }) => id === at.query.get("since")) ?? null;
  return { earlier, chosen, change: chosen && (await changeSince(actor, at, chosen.id)) };
}

async function changeSince(actor: Actor, at: AtResults, since: WaveId): Promise<ShownChange | null> {
  const found = await findResults(actor, since);
  if (found.is !== "open") return null;
  const before = resultsAt(found.results, at.choice, at.query, at.locale);
  const { indicators, matched, ambiguous } = changeBetween(
    marked(at, at.results.answers),
    marked(before, found.results.answers),
  );
  return {
    ...{ matched, ambiguous, weights: { now: at.weights.kind, before: before.weights.kind } },
    indicators: indicators.map((one) => ({ ...one, label: indicatorLabel(one, at.sample, at.words) })),
  };
}
