/*
 * When two names are one institution. Nothing here decides: it proposes, and a coordinator chooses.
 */

/**
 * Legal forms, without their dots. They end a name and say nothing of which institution it is. "Group" and "Holding" are
 * none: a bank and the group it belongs to often differ in nothing else, and are two entries.
 */
const LEGAL_FORMS = new Set(
  (
    "sa sas sarl sca scrl ag gmbh mbh kg ohg ev eg se plc ltd limited llc llp lp inc incorporated corp corporation co company " +
    "bv nv spa srl sl slu sapi cv oy oyj ab as asa aps kft zrt nyrt doo dd jsc pjsc ojsc cjsc ao oao zao ooo pao " +
    "pte pty bhd sdn tbk pvt شمل شمع شمم شمك"
  ).split(" "),
);

/** One word in several languages. A bank stays a bank: "Bank of America" is not "America". */
const SAME_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    bank: "banque banco banca banka bankasi banken بنك مصرف البنك المصرف",
    savings: "sparkasse epargne ahorros ahorro risparmio",
    credit: "credito crediet kredit",
    national: "nacional nationale nazionale",
    international: "internacional internationale internazionale",
  }).flatMap(([word, others]) => others.split(" ").map((other) => [other, word])),
);

/** Words that many institutions share: alike in nothing but these they are not alike. */
const COMMON = new Set(
  "bank savings credit national international mutual services financial finance payments payment online of for".split(
    " ",
  ),
);
const LINKS = new Set("and et und y the la le el les los of de du des der die das di do da".split(" "));

/** A name as words that can be compared: compatible forms, no case, accents, points, legal forms or joining words. */
export function foldedWords(name: string): readonly string[] {
  const words = foldedText(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map((word) => SAME_WORDS[word] ?? word);
  const telling = words.filter((word) => !LINKS.has(word));
  return withoutForms(telling.length > 0 ? telling : words);
}

/** The same as one text: two names with the same one are spelled alike. */
export function foldedName(name: string): string {
  return foldedWords(name).join(" ");
}

function foldedText(name: string): string {
  return (
    name
      .normalize("NFKC")
      .toLowerCase()
      .normalize("NFD")
      // Accents, Arabic vowel signs and the hamza on an alif; the stretching stroke carries no letter.
      .replace(/[\p{M}\u0640]/gu, "")
      .replaceAll("ß", "ss")
      .replaceAll("ø", "o")
      .replaceAll("ł", "l")
      .replaceAll("æ", "ae")
      .replaceAll("œ", "oe")
      .replaceAll("ı", "i")
      .replaceAll("ى", "ي")
      .replaceAll("ة", "ه")
      // "S.A." is one word, and so is "O'Neill".
      .replace(/[.'’`´]/g, "")
  );
}

function withoutForms(words: readonly string[]): readonly string[] {
  const last = words.findLastIndex((word) => !LEGAL_FORMS.has(word));
  return last < 0 ? words : words.slice(0, last + 1);
}

export const LIKENESSES = ["same", "part", "near"] as const;
/** `same` when folded; `part` where one is the other with words left out; `near` where a few letters differ */
export type Likeness = (typeof LIKENESSES)[number];

/** How alike two names are; null where they are not. */
export function likeness(one: string, other: string): Likeness | null {
  const [a, b] = [foldedWords(one), foldedWords(other)];
  if (a.length === 0 || b.length === 0) return null;
  if (a.join(" ") === b.join(" ")) return "same";
  if (isPart(a, b) || isPart(b, a)) return "part";
  return sharedPairs(a.join(""), b.join("")) >= NEAR ? "near" : null;
}

const NEAR = 0.75;

/** Whether all words of the shorter name stand in the longer one, and one of them tells something. */
function isPart(short: readonly string[], long: readonly string[]): boolean {
  return short.every((word) => long.includes(word)) && short.some((word) => !COMMON.has(word) && word.length > 2);
}

/** Dice's coefficient over pairs of letters: 1 for the same text, 0 for nothing in common. */
function sharedPairs(a: string, b: string): number {
  const left = pairs(b);
  let shared = 0;
  for (const pair of pairs(a)) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    shared += 1;
  }
  const total = Math.max(0, a.length - 1) + Math.max(0, b.length - 1);
  return total === 0 ? 0 : (2 * shared) / total;
}

function pairs(text: string): string[] {
  const letters = [...text];
  return letters.slice(1).map((letter, at) => letters[at]! + letter);
}
