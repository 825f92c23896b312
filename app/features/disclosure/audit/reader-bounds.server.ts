import type { KeptModel } from "#app/features/disclosure/solver/kept-model.server.ts";
import { localParts } from "#app/features/disclosure/solver/local-part.ts";
import type { Facts } from "./facts.ts";

/** Below this, two figures of the solver are the same. */
export const CLOSE = 1e-6;

/** Bounds of deviations for somebody who knows `own` parts. */
export function boundsFor({ figures }: Facts, attacker: readonly string[]): Bounds {
  const largest = 2 * Math.max(1, ...figures.map(({ truth }) => truth));
  const lower = new Float64Array(figures.length);
  const upper = new Float64Array(figures.length);
  for (const [place, { truth, parts, printed }] of figures.entries()) {
    const own = attacker.filter((unit) => parts.has(unit));
    const known = own.reduce((sum, unit) => sum + parts.get(unit)!, 0);
    const seesThrough = own.length > 0 && own.length === parts.size;
    lower[place] = seesThrough ? 0 : Math.max(known, printed?.[0] ?? 0) - truth;
    upper[place] = seesThrough ? 0 : printed ? printed[1] - truth : largest;
  }
  return { lower: lower.map((bound) => Math.min(0, bound)), upper: upper.map((bound) => Math.max(0, bound)) };
}

/** One program over all facts, in which a reader looks how far figures can go. */
export interface Reader {
  readonly facts: Facts;
  /** from now on as somebody with these bounds */
  become(bounds: Bounds): void;
  /**
   * As far as one figure can go, and nothing that need not go with it; null where the solver has no answer.
   * @param most  no further than this: what moves little contradicts few
   */
  furthest(place: number, direction: 1 | -1, most?: number): Float64Array | null;
}

export interface Bounds {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

export function readerOf(model: KeptModel, facts: Facts): Reader {
  const partOf = localParts(facts.figures.length, facts.rows);
  let present: Bounds = { lower: new Float64Array(), upper: new Float64Array() };
  return {
    facts,
    become(bounds) {
      present = bounds;
      model.setBounds(bounds.lower, bounds.upper);
    },
    furthest(place, direction, most = Number.POSITIVE_INFINITY) {
      const [lower, upper] = [present.lower[place]!, present.upper[place]!];
      model.setCost(place, -direction);
      if (direction === 1) model.setBound(place, lower, Math.min(upper, most));
      else model.setBound(place, Math.max(lower, -most), upper);
      const solved = model.solve();
      model.setCost(place, 0);
      model.setBound(place, lower, upper);
      return solved && partOf(solved.point, place);
    },
  };
}
