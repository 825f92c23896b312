/*
 * Codes of institutions in tables. None holds a name: whoever chooses tables and computes them sees codes, and the words for
 * them are looked up by those who hold the register's key.
 */

const OTHERS = "others";

/** The code of one institution that may be named, by its type and the id of what cleared it. */
export const nameCode = (type: string, namingId: string): string => `${type}-${namingId.slice(0, 8)}`;

/** Everybody of a type who is not named. Without a code of their own a reader would subtract them. */
export const othersCode = (type: string): string => `${type}-${OTHERS}`;

/** The type below which a code stands; a type is its own. */
export const typeOfName = (code: string): string => code.split("-")[0] ?? code;

export const isBelowType = (code: string): boolean => code.includes("-");
export const isOthers = (code: string): boolean => code === othersCode(typeOfName(code));
/** Whether a code stands for one institution, so that its label is a name. */
export const isName = (code: string): boolean => isBelowType(code) && !isOthers(code);

/** Types in their order, each that has names split into these and all others. */
export function namesAmongTypes(types: readonly string[], named: readonly string[] = []): readonly string[] {
  return types.flatMap((type) => {
    const own = named.filter((code) => typeOfName(code) === type);
    return own.length > 0 ? [...own, othersCode(type)] : [type];
  });
}
