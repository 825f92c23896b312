const LONGEST = 120;
// A name can turn the rest of a line around, hide its ending behind spaces, or be a path on somebody's machine.
const STEERING = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/** A file's name as it may stand on a page: its last step, on one line, with its ending. */
export function shownName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? "";
  const plain = last.replace(STEERING, "").replace(/\s+/g, " ").trim();
  if (plain.length <= LONGEST) return plain;
  const dot = plain.lastIndexOf(".");
  const ending = dot > 0 && plain.length - dot <= 6 ? plain.slice(dot) : "";
  return `${[...plain].slice(0, LONGEST - ending.length - 1).join("")}…${ending}`;
}
