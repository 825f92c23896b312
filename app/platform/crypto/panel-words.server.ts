import { base64UrlOf, utf8 } from "./bytes.server.ts";
import { sha256 } from "./hash.server.ts";
import { wipe, withSubkey } from "./secret.server.ts";
import { deriveSlowly } from "./slow-derivation.server.ts";
import { foldWords, newWords, WORDS } from "./words.server.ts";

const DRAWN = 4;
const IN_ALL = DRAWN + 1;

/**
 * Five words by which two surveys' answers can be set side by side: four drawn by chance (44 bits) and one that checks
 * them. Nobody can make up words of their own, which could be guessed, and a slip of the pen is noticed: a wrong word would
 * otherwise only fail to match, a year later, and nobody would learn why.
 */
export function newPanelWords(): string {
  const drawn = newWords(DRAWN);
  return `${drawn} ${checkWordOf(drawn)}`;
}

/** @returns the words in their one form; null for what was never shown by `newPanelWords` */
export function foldPanelWords(typed: string): string | null {
  const words = foldWords(typed)?.split(" ");
  if (words?.length !== IN_ALL) return null;
  return checkWordOf(words.slice(0, DRAWN).join(" ")) === words[DRAWN] ? words.join(" ") : null;
}

function checkWordOf(drawn: string): string {
  const digest = sha256(utf8(`survey panel ${drawn}`));
  // The list has 2,048 words, so that eleven bits are one of them.
  return WORDS[((digest[0]! << 8) | digest[1]!) % WORDS.length]!;
}

/**
 * What analysts see in the place of the words: the same for the same words in all surveys of one team, and another in every
 * other team. One slow derivation, so that whoever opens the answers cannot try words in any number.
 * @param words  as `foldPanelWords` gives them
 * @param salt   the installation's
 * @throws TooBusy when too many ask at once
 */
export async function derivePanelMark(words: string, teamId: string, salt: Uint8Array): Promise<string> {
  const derived = await deriveSlowly(`survey panel ${teamId} ${words}`, salt);
  try {
    return withSubkey(derived, "survey/panel-mark", (mark) => base64UrlOf(mark));
  } finally {
    wipe(derived);
  }
}
