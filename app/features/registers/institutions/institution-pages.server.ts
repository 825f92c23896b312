import type { Actor } from "#app/access/actor.ts";
import { notFound } from "#app/access/answers.server.ts";
import { may } from "#app/access/policy.ts";
import { countryName, countryOptions } from "#app/features/registers/country-names.server.ts";
import { INSTITUTION_TYPES } from "#app/features/taxonomy/codes.ts";
import { labelOf } from "#app/features/taxonomy/labels.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { InstitutionId } from "#app/kernel/id.ts";
import { listedEntries, nameOf, type Register, type RegisterEntry } from "./institution.ts";
import { type InstitutionFacts, institutionValues } from "./institution-forms.ts";
import { codesOfGroup, entryFor, groupsAbove, makesCircle, membersOf } from "./institution-group.ts";
import { byName, searched } from "./institution-matching.ts";
import {
  type Choice,
  INSTITUTIONS_PAGE_SIZE,
  type InstitutionChoices,
  type InstitutionListData,
  type InstitutionPageData,
  type InstitutionRow,
} from "./institution-pages.ts";
import { readRegister } from "./institution-register.server.ts";

interface Asked {
  readonly words: string;
  /** from 1 */
  readonly page: number;
}

/** One page of the register: what waits for review on top, then by name. */
export async function readInstitutionList(actor: Actor, asked: Asked, locale: Locale): Promise<InstitutionListData> {
  const register = await readRegister(actor);
  const found = searched(register, asked.words);
  const sorted = [...found].sort((a, b) => Number(isWaiting(b)) - Number(isWaiting(a)));
  const page = Math.min(asked.page, Math.max(1, Math.ceil(sorted.length / INSTITUTIONS_PAGE_SIZE)));
  const all = listedEntries(register);
  return {
    rows: sorted
      .slice((page - 1) * INSTITUTIONS_PAGE_SIZE, page * INSTITUTIONS_PAGE_SIZE)
      .map((entry) => institutionRow(register, entry, locale)),
    total: sorted.length,
    page,
    all: all.length,
    forReview: all.filter(isWaiting).length,
    words: asked.words,
    mayWrite: may(actor, "register.write"),
  };
}

const isWaiting = ({ state }: RegisterEntry) => state === "for_review";

export function institutionRow(register: Register, entry: RegisterEntry, locale: Locale): InstitutionRow {
  const group = entryFor(register, entry.parentId);
  return {
    id: entry.id,
    name: nameOf(entry),
    spellings: entry.names.length - 1,
    ...wordsOf(entry, locale),
    group: group && nameOf(group),
    state: entry.state,
  };
}

function wordsOf({ country, type }: RegisterEntry, locale: Locale) {
  return {
    country: country && countryName(country, locale),
    type: type && labelOf("institution_type", type, locale),
  };
}

const named = (entry: RegisterEntry) => ({ id: entry.id, name: nameOf(entry) });

/** An institution's page, and the codes under which its own cases and those of all that belongs to it stand. */
export async function readInstitution(
  actor: Actor,
  id: InstitutionId,
  locale: Locale,
): Promise<{ readonly institution: InstitutionPageData; readonly codes: readonly string[] }> {
  const { register, entry } = await findEntry(actor, id);
  const target = entry.foldedInto && entryFor(register, entry.foldedInto);
  const { version, names, bic, lei, state, reply } = entry;
  const institution = {
    ...{ id, version, names, bic, lei, state, reply },
    ...wordsOf(entry, locale),
    groups: groupsAbove(register, id).map(named),
    members: [...membersOf(register, id)].sort(byName).map(named),
    foldedInto: target ? named(target) : null,
    mayWrite: may(actor, "register.write") && entry.foldedInto === null,
  };
  return { institution, codes: codesOfGroup(register, id) };
}

/** What the form of a new institution offers. */
export async function readNewInstitution(actor: Actor, locale: Locale, known: Partial<InstitutionFacts> = {}) {
  const register = await readRegister(actor);
  return { choices: choicesFor(register, null, locale), kept: institutionValues(known) };
}

/** The form of an entry as it is kept. What was folded has none. @throws Response the page of what is not there */
export async function readInstitutionForm(actor: Actor, id: InstitutionId, locale: Locale) {
  const { register, entry } = await openEntry(actor, id);
  const choices = choicesFor(register, entry, locale);
  return { id, version: entry.version, name: nameOf(entry), choices, kept: institutionValues(entry) };
}

/** The entries that another can be folded into. @throws Response the page of what is not there */
export async function readFolding(actor: Actor, id: InstitutionId) {
  const { register, entry } = await openEntry(actor, id);
  const others = listedEntries(register).filter((other) => !makesCircle(register, id, other.id));
  return { id, version: entry.version, name: nameOf(entry), others: entryChoices(others) };
}

/** An entry that somebody has still to look at. @throws Response the page of what is not there */
export async function readReview(actor: Actor, id: InstitutionId, locale: Locale) {
  const { entry } = await openEntry(actor, id);
  if (entry.state === "confirmed") throw notFound();
  return { id, version: entry.version, names: entry.names, ...wordsOf(entry, locale) };
}

async function findEntry(actor: Actor, id: InstitutionId) {
  const register = await readRegister(actor);
  const entry = register.get(id);
  if (!entry) throw notFound();
  return { register, entry };
}

async function openEntry(actor: Actor, id: InstitutionId) {
  const found = await findEntry(actor, id);
  if (found.entry.foldedInto !== null) throw notFound();
  return found;
}

function choicesFor(register: Register, entry: RegisterEntry | null, locale: Locale): InstitutionChoices {
  const groups = listedEntries(register).filter((other) => !entry || !makesCircle(register, entry.id, other.id));
  return {
    countries: countryOptions(locale).map(({ code, name }) => ({ value: code, label: name })),
    types: INSTITUTION_TYPES.map((type) => ({ value: type, label: labelOf("institution_type", type, locale) })),
    groups: entryChoices(groups),
  };
}

/** Entries by name; two of the same name are told apart by their country. */
export function entryChoices(entries: readonly RegisterEntry[]): readonly Choice[] {
  return [...entries].sort(byName).map((entry) => ({
    value: entry.id,
    label: entry.country ? `${nameOf(entry)} (${entry.country})` : nameOf(entry),
  }));
}
