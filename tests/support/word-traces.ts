const JOINTS = ["", " ", "-", "_", "+", "%20", ",", '","'];

/**
 * What secret words would leave behind wherever they were written: every two neighbours, however joined.
 * One word alone proves nothing, for `local` stands in `locale` and three letters in any random token.
 */
export function wordTraces(words: string): readonly string[] {
  const each = words.split(" ");
  return each.slice(1).flatMap((word, place) => JOINTS.map((joint) => `${each[place]}${joint}${word}`));
}
