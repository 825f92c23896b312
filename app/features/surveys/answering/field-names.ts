import type { Question } from "#app/features/surveys/instruments/instrument.ts";

/** Fields of a form as a browser sends them. */
export type Filled = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Lists which questions the page showed when it was drawn, for its answers may add some. */
export const ASKED_FIELD = "asked";

/** Names have single underscores only and no hyphen, so that no two fields are called alike. */
export const rowField = (question: string, row: string): string => `${question}--${row}`;
export const rankField = (question: string, rank: number): string => `${question}--${rank}`;
export const countryField = (question: string, place: number): string => `${question}--country-${place}`;
export const declineField = (question: string): string => `${question}--decline`;

/** Kinds in which declining is one more option; the others get a box of its own. */
const CHOOSES: readonly Question["kind"][] = ["yes-no", "one-of", "band", "many-of"];
export const declinesByOption = ({ kind }: Question): boolean => CHOOSES.includes(kind);

/** All texts under a name, without what was left empty. */
export function textsAt(filled: Filled, name: string): readonly string[] {
  const value = Object.hasOwn(filled, name) ? filled[name] : undefined;
  const texts = value === undefined ? [] : typeof value === "string" ? [value] : value;
  return texts.map((text) => text.trim()).filter((text) => text !== "");
}

export const textAt = (filled: Filled, name: string): string => textsAt(filled, name)[0] ?? "";
