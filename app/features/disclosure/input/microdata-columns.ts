/** Columns that may be left out. Each of them lowers what is counted, or who counts as one. */
const OPTIONAL = ["group", "consent", "released_in", "withdrawn"] as const;

/**
 * Columns that are meant and misspelt. One that is not known is passed over, so that "Consent" would count those who
 * never agreed, and nobody would miss it.
 */
export function misspeltColumns(header: readonly string[]): [column: string, reason: string][] {
  return header.flatMap((column): [string, string][] => {
    const meant = OPTIONAL.find((one) => one === plain(column));
    return meant && meant !== column ? [[column, `is written "${meant}"`]] : [];
  });
}

const plain = (column: string): string =>
  column
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
