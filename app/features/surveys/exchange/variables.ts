/** One question may be several variables there. Two underscores part them, as no name of ours has two. */
export const rowVariable = (question: string, row: string): string => `${question}__${row}`;
export const regionsVariable = (question: string): string => `${question}__regions`;
export const countryVariable = (question: string, place: number): string => `${question}__country_${place}`;
export const declineVariable = (question: string): string => `${question}__decline`;
export const introVariable = (page: string): string => `${page}__intro`;

/** @returns question and part of a variable; the part is empty for the question itself */
export function partsOf(variable: string): { readonly question: string; readonly part: string } {
  const at = variable.indexOf("__");
  return at < 0 ? { question: variable, part: "" } : { question: variable.slice(0, at), part: variable.slice(at + 2) };
}
