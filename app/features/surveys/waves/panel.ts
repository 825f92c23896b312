import type { Locale } from "#app/i18n/locales.ts";
import type { IsoDay } from "#app/kernel/iso-day.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { MOST_INVITED } from "./wave.ts";
import { PANEL_FULL } from "./wave-refusals.ts";

/** An organisation that is asked to answer. */
export interface Invited {
  readonly id: string;
  readonly organisation: string;
  /** in which it gets its code and is reminded */
  readonly language: Locale;
  /** as far as its coordinators know; letters of earlier panels have neither */
  readonly region?: string | null;
  /** band of paid staff */
  readonly size?: string | null;
  readonly code: GivenCode | null;
  /** participation values of codes that were lost and replaced, oldest first */
  readonly lost: readonly string[];
}

/** What the team keeps of a code. It cannot be made into the code again, nor into the place of the answer. */
export interface GivenCode {
  /** by which it is found valid, so that a lost one can be made void */
  readonly valid: string;
  readonly participation: string;
  readonly on: IsoDay;
}

export interface Panel {
  readonly invited: readonly Invited[];
}

export const EMPTY_PANEL: Panel = { invited: [] };

/** The same name written in two ways is one organisation. */
const foldName = (name: string): string => name.normalize("NFKC").trim().replaceAll(/\s+/g, " ").toLowerCase();

interface Added {
  readonly panel: Panel;
  /** names that were in it already, or twice in what was typed */
  readonly known: readonly string[];
}

export interface InvitedName {
  readonly name: string;
  readonly language: Locale;
  readonly region?: string | null;
  readonly size?: string | null;
}

/**
 * Who stands on the list already is told, and what was not known of their region and size is filled in.
 * @param newId a random id for each: no order of invitation is kept, the list is sorted by name
 */
export function withInvited(
  { invited }: Panel,
  organisations: readonly InvitedName[],
  newId: () => string,
): Result<Added> {
  const byName = new Map(invited.map((one) => [foldName(one.organisation), one]));
  const known: string[] = [];
  for (const { name, language, region = null, size = null } of organisations) {
    const folded = foldName(name);
    if (folded === "") continue;
    const before = byName.get(folded);
    if (before) {
      known.push(name);
      byName.set(folded, { ...before, region: before.region ?? region, size: before.size ?? size });
      continue;
    }
    byName.set(folded, { id: newId(), organisation: name.trim(), language, region, size, code: null, lost: [] });
  }
  const all = [...byName.values()].sort((one, other) => compareNames(one.organisation, other.organisation));
  if (all.length > MOST_INVITED) return refuse(PANEL_FULL);
  return ok({ panel: { invited: all }, known });
}

const compareNames = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** All participation values an organisation has had. */
export function participationsOf({ code, lost }: Invited): readonly string[] {
  return code ? [...lost, code.participation] : lost;
}

/** Whether the team knows that it has answered: as of the last hand-over, and not a moment later. */
export function hasAnswered(invited: Invited, handedOver: ReadonlySet<string>): boolean {
  return participationsOf(invited).some((value) => handedOver.has(value));
}
