import { type Failure, failure, type Interval } from "./audit-report.ts";
import { boundsFor, CLOSE, type Reader } from "./reader-bounds.server.ts";
import type { Sensitive } from "./sensitive-figures.ts";

/** Everything that is not printed, as a reader bounds it who has contributed nothing. */
export function fromOutside(reader: Reader, hidden: readonly Sensitive[]) {
  const { facts } = reader;
  reader.become(boundsFor(facts, []));
  const points: Float64Array[] = [];
  const failures: Failure[] = [];
  const intervals: Interval[] = [];
  const levels = new Map(hidden.map((one) => [one.place, one]));
  for (const [place, figure] of facts.figures.entries()) {
    const target = levels.get(place);
    if (figure.printed || (!figure.isInTable && !target)) continue;
    const [down, up] = [reader.furthest(place, -1), reader.furthest(place, 1)];
    if (!down || !up) {
      failures.push(failure(figure, [], "no-answer"));
      continue;
    }
    const least = inwards(figure.truth + down[place]!, figure.whole, Math.ceil);
    const most = inwards(figure.truth + up[place]!, figure.whole, Math.floor);
    intervals.push({
      measure: figure.measure,
      place: figure.place,
      truth: figure.truth,
      least,
      most,
      reasons: target?.reasons ?? [],
    });
    if (!target) continue;
    points.push(down, up);
    const isWide = most - figure.truth >= target.level.up - CLOSE && figure.truth - least >= target.level.down - CLOSE;
    // What stands in no table must not be exact; from which side it stays open does not matter.
    const isOpen = figure.isInTable ? isWide : most - least > CLOSE;
    if (!isOpen) failures.push(failure(figure, [], "too-narrow"));
  }
  return { points, failures, intervals };
}

/** Counts are whole: what the program leaves between two numbers is no room. */
function inwards(bound: number, whole: boolean, round: (value: number) => number): number {
  // A negative zero would be written as one.
  return whole ? round(bound + (round === Math.ceil ? -CLOSE : CLOSE)) + 0 : bound;
}
