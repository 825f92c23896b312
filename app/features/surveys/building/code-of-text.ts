const LONGEST = 34;

/**
 * A short code made of a text: letters and figures without their accents, parted by single underscores. Empty where the
 * text has none of these letters, as in Arabic.
 */
export function codeOfText(text: string): string {
  const plain = text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .slice(0, LONGEST)
    .replaceAll(/^_+|_+$/g, "");
  return plain in {} ? "" : plain;
}
