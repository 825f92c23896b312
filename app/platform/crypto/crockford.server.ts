/** Crockford's base32: no I, L, O, U, so that nothing is mistaken on paper or spells a word. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CHARACTERS = 20;
const GROUP = 4;

/** The first 100 bits of some bytes as XXXX-XXXX-XXXX-XXXX-XXXX. */
export function grouped(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes.subarray(0, 13)) bits = (bits << 8n) | BigInt(byte);
  // 13 bytes are 104 bits: the last four fall away.
  bits >>= 4n;
  let text = "";
  for (let at = 0; at < CHARACTERS; at += 1) {
    text = (ALPHABET[Number(bits & 31n)] ?? "") + text;
    bits >>= 5n;
  }
  return inGroups(text);
}

/** What a person typed, in the one form: O is 0, I and L are 1; case, spaces and hyphens do not matter. @returns null where it is no code */
export function foldGrouped(typed: string): string | null {
  const text = typed
    .slice(0, 200)
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Cf}\p{Pd}]/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  const fits = text.length === CHARACTERS && [...text].every((character) => ALPHABET.includes(character));
  return fits ? inGroups(text) : null;
}

function inGroups(text: string): string {
  return (text.match(new RegExp(`.{${GROUP}}`, "g")) ?? []).join("-");
}
