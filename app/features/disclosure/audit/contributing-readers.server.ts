import { levelWithout, type ProtectionLevel } from "#app/features/disclosure/rules/protection-levels.ts";
import type { Rules } from "#app/features/disclosure/settings.ts";
import { type Failure, failure } from "./audit-report.ts";
import type { Figure } from "./facts.ts";
import { boundsFor, CLOSE, type Reader } from "./reader-bounds.server.ts";
import type { Sensitive } from "./sensitive-figures.ts";

/** Points found for one reader serve another who knows nothing against them; a program runs only where none is left. */
export function asContributors(
  reader: Reader,
  hidden: readonly Sensitive[],
  attackers: readonly (readonly string[])[],
  outsiders: readonly Float64Array[],
  rules: Rules,
): Failure[] {
  const { facts } = reader;
  const failures: Failure[] = [];
  const points = [...outsiders];
  for (const attacker of attackers) {
    const bounds = boundsFor(facts, attacker);
    const touched = facts.figures.flatMap(({ parts }, place) =>
      attacker.some((unit) => parts.has(unit)) ? [place] : [],
    );
    const isPossible = (point: Float64Array) =>
      touched.every(
        (place) => point[place]! >= bounds.lower[place]! - CLOSE && point[place]! <= bounds.upper[place]! + CLOSE,
      );
    const possible = points.filter(isPossible);
    let isSet = false;
    for (const target of hidden) {
      const level = levelFor(facts.figures[target.place]!, target, attacker, rules);
      for (const direction of [1, -1] as const) {
        const needed = direction === 1 ? level.up : level.down;
        const reaches = (point: Float64Array) =>
          point[target.place]! * direction >= needed - CLOSE * Math.max(1, needed);
        if (needed <= 0 || possible.some(reaches)) continue;
        if (!isSet) reader.become(bounds);
        isSet = true;
        const point = reader.furthest(target.place, direction);
        if (point && reaches(point)) {
          possible.push(point);
          points.push(point);
        } else failures.push(failure(facts.figures[target.place]!, attacker, point ? "too-narrow" : "no-answer"));
      }
    }
  }
  return failures;
}

function levelFor(
  figure: Figure,
  { level, reasons }: Sensitive,
  attacker: readonly string[],
  rules: Rules,
): ProtectionLevel {
  if (!attacker.some((unit) => figure.parts.has(unit))) return level;
  const own = levelWithout(new Set(attacker), { contributions: figure.parts, reasons, whole: figure.whole }, rules);
  return { up: Math.min(level.up, own.up), down: Math.min(level.down, own.down) };
}
