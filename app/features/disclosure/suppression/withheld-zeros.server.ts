import { chance } from "#app/features/disclosure/rules/cost.server.ts";
import { ZEROS_AMONG_WITHHELD } from "#app/features/disclosure/settings.ts";
import type { Pattern, System } from "#app/features/disclosure/system/system.ts";

/**
 * Withholds further zeros until at least one in five of the marks among `places` stands for nothing, so that a mark does
 * not prove presence. Withholding more never opens anything: every world that was possible stays possible.
 * @param places  spots of one table
 */
export function withZeros(system: System, pattern: Pattern, places: readonly number[], seed: string): Pattern {
  const isZero = (spot: number) => system.spots[spot]!.columns.every((column) => system.columns[column]!.value === 0);
  const more = pattern.slice();
  const withheld = places.filter((spot) => more[spot] === 1);
  let zeros = withheld.filter(isZero).length;
  let all = withheld.length;
  if (all === 0) return more;
  const candidates = places
    .filter((spot) => more[spot] === 0 && isZero(spot) && system.spots[spot]!.withholding === "maybe")
    .sort(
      (a, b) =>
        chance(seed, `zero ${system.spots[a]!.coordinates}`) - chance(seed, `zero ${system.spots[b]!.coordinates}`),
    );
  for (const spot of candidates) {
    if (zeros >= ZEROS_AMONG_WITHHELD * all) break;
    more[spot] = 1;
    zeros += 1;
    all += 1;
  }
  return more;
}
