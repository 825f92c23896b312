import { wordsOf } from "#app/features/disclosure/narratives/folded-words.ts";
import type { CommonWords } from "#app/features/disclosure/narratives/likely-names.ts";
import { namesIn } from "#app/features/disclosure/narratives/quotation-checks.ts";
import type { Register } from "#app/features/registers/institutions/institution.ts";
import { entryFor } from "#app/features/registers/institutions/institution-group.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { PrintableNames } from "./edition-names.ts";

/** A text of a draft and where it stands. */
export interface Written {
  readonly locale: Locale;
  readonly place: string;
  readonly text: string;
}

/** An institution of the register that a text names though nobody has cleared its name. */
export interface TypedName {
  /** language and part, such as `fr.claim` */
  readonly place: string;
  /** as it was typed */
  readonly written: string;
}

interface NamesKnown {
  readonly register: Register;
  /** those that this edition may print, beside their reply */
  readonly printable: PrintableNames;
  readonly common: (locale: Locale) => CommonWords;
}

/**
 * What would name an institution past its right of reply: a name is a name wherever it stands, in a table or in a sentence.
 * A name that is an ordinary word of the language, as "Visa" is, cannot be told from it and is left to whoever reads.
 */
export function typedNames(texts: readonly Written[], { register, printable, common }: NamesKnown): TypedName[] {
  const cleared = new Set<string>([...printable.values()].map(({ entryId }) => entryId));
  const names = [...register.values()]
    .filter(({ id }) => !cleared.has(entryFor(register, id)?.id ?? id))
    .flatMap((entry) => entry.names);
  return texts.flatMap(({ locale, place, text }) => {
    if (text === "") return [];
    const telling = names.filter((name) => !isOrdinary(name, common(locale)));
    const found = namesIn(wordsOf(text), telling).map(({ start, end }) => text.slice(start, end));
    return [...new Set(found)].map((written) => ({ place, written }));
  });
}

function isOrdinary(name: string, common: CommonWords): boolean {
  const [first, ...more] = wordsOf(name);
  return first === undefined || (more.length === 0 && common.has(first.folded));
}
