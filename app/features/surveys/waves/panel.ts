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
export const foldName = (name: string): string => name.normalize("NFKC").trim().replaceAll(/\s+/g, " ").toLowerCase();

interface Added {
  readonly panel: Panel;
  /** names that were in it already, or twice in what was typed */
  readonly known: readonly string[];
}

/** @param newId a random id for each: no order of invitation is kept, the list is sorted by name */
export function withInvited(
  { invited }: Panel,
  organisations: readonly { readonly name: string; readonly language: Locale }[],
  newId: () => string,
): Result<Added> {
  const names = new Set(invited.map(({ organisation }) => foldName(organisation)));
  const known: string[] = [];
  const added: Invited[] = [];
  for (const { name, language } of organisations) {
    const folded = foldName(name);
    if (folded === "") continue;
    if (names.has(folded)) {
      known.push(name);
      continue;
    }
    names.add(folded);
    added.push({ id: newId(), organisation: name.trim(), language, code: null, lost: [] });
  }
  const all = [...invited, ...added].sort((one, other) => compareNames(one.organisation, other.organisation));
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

/** Who has a code and is not known to have answered. */
export function notYetAnswered({ invited }: Panel, handedOver: ReadonlySet<string>): readonly Invited[] {
  return invited.filter((one) => one.code !== null && !hasAnswered(one, handedOver));
}
