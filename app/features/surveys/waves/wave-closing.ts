import type { IsoDay } from "#app/kernel/iso-day.ts";
import { isShortEnough, type MovingDay, type WaveFacts } from "./wave.ts";

export type ClosingMove =
  /** it becomes the last day at once */
  | "moves"
  /** a second person must agree first */
  | "waits"
  /** this person has wished for it already */
  | "is-mine";

/** What is wrong with a last day, as the key of its message; null where nothing is. */
export function closingFault({ opensOn, closesOn }: WaveFacts, wished: IsoDay, today: IsoDay): string | null {
  if (wished < today) return "waves.days.past";
  if (wished < opensOn) return "waves.days.order";
  if (!isShortEnough(opensOn, wished)) return "waves.days.too-long";
  return wished === closesOn ? "waves.closing.same" : null;
}

/**
 * An earlier last day is like closing by hand, which one person may. A later one changes what two have agreed to, keeps
 * everything for longer, and needs two again.
 */
export function closingMove(
  { closesOn }: WaveFacts,
  moving: MovingDay | null,
  wished: IsoDay,
  userId: string,
): ClosingMove {
  if (wished < closesOn) return "moves";
  if (moving?.closesOn !== wished) return "waits";
  return moving.by === userId ? "is-mine" : "moves";
}
