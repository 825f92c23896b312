import { listedEntries, type Register, type RegisterEntry } from "./institution.ts";
import { entryFor, membersOf } from "./institution-group.ts";
import { LIKENESSES, type Likeness, likeness } from "./institution-spelling.ts";

/** What is known of an institution before it is matched. */
export interface Named {
  readonly name: string;
  readonly country: string | null;
}

export interface Candidate {
  readonly entry: RegisterEntry;
  /** how its name is like the one that was typed; `group`: only its group's, or a sister's, is */
  readonly why: Likeness | "group";
}

const MOST = 8;

/**
 * Entries that a typed name may mean, the likeliest first: names alike, then the groups and sisters of those, for
 * people write the name on the card, and the branch next door acted. The country only sorts: many reports name none.
 */
export function candidatesFor(register: Register, { name, country }: Named): readonly Candidate[] {
  const alike = listedEntries(register).flatMap((entry) => {
    const why = bestLikeness(entry, name);
    return why ? [{ entry, why }] : [];
  });
  const known = new Set(alike.map(({ entry }) => entry.id));
  const relatives = alike.flatMap(({ entry }) => relativesOf(register, entry)).filter(({ id }) => !known.has(id));
  const group = [...new Set(relatives)].map((entry) => ({ entry, why: "group" as const }));
  const rank = ({ entry, why }: Candidate) =>
    ORDER.indexOf(why) * 2 + (country !== null && entry.country !== country ? 1 : 0);
  return [...alike, ...group].sort((a, b) => rank(a) - rank(b) || byName(a.entry, b.entry)).slice(0, MOST);
}

const ORDER: readonly Candidate["why"][] = [...LIKENESSES, "group"];

/** Of all spellings of an entry the one that is most like the name. */
function bestLikeness({ names }: RegisterEntry, name: string): Likeness | null {
  const found = names.map((spelling) => likeness(spelling, name));
  return LIKENESSES.find((one) => found.includes(one)) ?? null;
}

function relativesOf(register: Register, entry: RegisterEntry): readonly RegisterEntry[] {
  const group = entryFor(register, entry.parentId);
  return [...(group ? [group, ...membersOf(register, group.id)] : []), ...membersOf(register, entry.id)];
}

/** The entry that is spelled just so, in the same country or in none that both name: adding it again would split it in two. */
export function sameEntry(register: Register, { name, country }: Named): RegisterEntry | null {
  const same = listedEntries(register).filter((entry) => bestLikeness(entry, name) === "same");
  return same.find((entry) => entry.country === country) ?? null;
}

/** Entries in whose names or codes all the words stand; without words, all of them. By name. */
export function searched(register: Register, words: string): readonly RegisterEntry[] {
  const asked = words.normalize("NFKC").trim();
  const entries = listedEntries(register);
  const found = asked === "" ? entries : entries.filter((entry) => isFound(entry, asked));
  return [...found].sort(byName);
}

function isFound({ names, bic, lei }: RegisterEntry, asked: string): boolean {
  const code = asked.replace(/\s/g, "").toUpperCase();
  if (code.length >= 4 && (bic?.startsWith(code) || lei?.startsWith(code))) return true;
  return names.some((name) => likeness(name, asked) !== null || contains(name, asked));
}

const contains = (name: string, asked: string) => plain(name).includes(plain(asked));
const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

export function byName(a: RegisterEntry, b: RegisterEntry): number {
  return a.names[0].localeCompare(b.names[0]) || a.id.localeCompare(b.id);
}
