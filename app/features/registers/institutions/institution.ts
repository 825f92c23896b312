import type { InstitutionType } from "#app/features/taxonomy/codes.ts";
import type { InstitutionId } from "#app/kernel/id.ts";
import type { IsoDay } from "#app/kernel/iso-day.ts";

/** What a coordinator has added from a case waits until somebody has looked at it. */
export const INSTITUTION_STATES = ["for_review", "confirmed"] as const;
export type InstitutionState = (typeof INSTITUTION_STATES)[number];

/** What an institution was asked before anybody names it, and what it said. Both may be read by every team. */
export interface RightOfReply {
  readonly askedOn: IsoDay;
  /** what was put to it, in words that point to nobody who reported */
  readonly question: string;
  /** null: it has not answered yet */
  readonly answeredOn: IsoDay | null;
  readonly answer: string;
}

/** An institution as the register keeps it, all of it sealed: which ones a team looks at says something of its cases. */
export interface Institution {
  /** the first is the one it is known by, the others are spellings, former names and names in other languages */
  readonly names: readonly [string, ...string[]];
  /** ISO 3166-1 alpha-2 */
  readonly country: string | null;
  readonly type: InstitutionType | null;
  /** ISO 9362, capitals */
  readonly bic: string | null;
  /** ISO 17442, capitals */
  readonly lei: string | null;
  /** the group it belongs to, an entry as well */
  readonly parentId: InstitutionId | null;
  readonly state: InstitutionState;
  /**
   * Where this turned out to be another spelling of an entry: that one. It stays on the register, because its code
   * stands in cases of other teams, too, which nobody here can open.
   */
  readonly foldedInto: InstitutionId | null;
  /** null: it was not asked */
  readonly reply: RightOfReply | null;
}

export interface RegisterEntry extends Institution {
  readonly id: InstitutionId;
  readonly version: number;
}

/** The whole register, by code. A few thousand entries at most, opened for each request that asks. */
export type Register = ReadonlyMap<string, RegisterEntry>;

export const nameOf = ({ names }: Institution): string => names[0];

/** Entries that somebody can choose: not what turned out to be a spelling of another. */
export function listedEntries(register: Register): readonly RegisterEntry[] {
  return [...register.values()].filter(({ foldedInto }) => foldedInto === null);
}
