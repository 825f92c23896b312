import type { Cost } from "#app/features/disclosure/settings.ts";
import { hmac } from "#app/platform/crypto/hash.server.ts";

/**
 * What a reader loses when a cell is withheld. The jitter comes from the seed and the place alone, so that the order of
 * rows, codes or organisations changes nothing.
 * @param totals  dimensions of its table in which the cell is a total
 * @see Wong et al. (2007): a pattern known to be the cheapest tells a little of what it hides; hence the jitter
 */
export function withholdingCost(
  { value, totals, coordinates }: { value: number; totals: number; coordinates: string },
  { kind, marginFactor, jitter }: Cost,
  seed: string,
): number {
  const factor = (1 + jitter * chance(seed, coordinates)) * marginFactor ** totals;
  return Math.max(1, kind === "log" ? Math.ceil(10 * Math.log1p(value) * factor) : value * factor);
}

/** Evenly spread over [0, 1), the same for the same seed and place. */
export function chance(seed: string, place: string): number {
  const bytes = hmac(new TextEncoder().encode(seed), place);
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) / 2 ** 32;
}
