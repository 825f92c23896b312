import { REGIONAL_GROUPS } from "#app/features/registers/regional-groups.ts";
import { ASK_CODES } from "#app/features/taxonomy/ask-codes.ts";
import { LISTS } from "#app/features/taxonomy/codes.ts";
import { INCIDENT_GROUPS } from "#app/features/taxonomy/incident-groups.ts";
import { CURRENCIES } from "#app/kernel/money.ts";

/** The lists that an instrument can take answers from: those by which cases are coded, so that both can be compared. */
export const CODE_LISTS = {
  ...LISTS,
  incident_group: INCIDENT_GROUPS,
  regional_group: REGIONAL_GROUPS,
  ask: ASK_CODES,
  currency: CURRENCIES,
} as const satisfies Record<string, readonly string[]>;

export type CodeListName = keyof typeof CODE_LISTS;

/** Whether an instrument can take answers from it; `COUNTRY_LIST` and `ANSWER_LIST` are none of these. */
export function isCodeList(name: string): name is CodeListName {
  return Object.hasOwn(CODE_LISTS, name);
}

/** @returns the codes of a list, none where there is no such list */
export function codesIn(list: string): readonly string[] {
  return isCodeList(list) ? CODE_LISTS[list] : [];
}

/** The regions of a question about places, as the United Nations group States. */
export const REGION_LIST = "regional_group" satisfies CodeListName;

/** A list that no instrument names: the countries of a question about places. */
export const COUNTRY_LIST = "country";

/** The answers that the product itself gives to questions of yes and no, and declining. */
export const ANSWER_LIST = "answer";

/** The words of a code in one language. Made by `list-words.server.ts`; a test may hand its own. */
export type CodeWords = (list: string, code: string) => string;
