/** On which page each question stands, by name and in the order in which they are asked. */
type Pages = ReadonlyMap<string, { readonly page: string }>;

/** Another page, or another place among those questions that both versions have. */
export function movedQuestions(old: Pages, fresh: Pages): ReadonlySet<string> {
  const kept = [...old.keys()].filter((name) => fresh.has(name));
  const now = [...fresh.keys()].filter((name) => old.has(name));
  const inOrder = new Set(longestCommon(kept, now));
  return new Set(now.filter((name) => !inOrder.has(name) || old.get(name)!.page !== fresh.get(name)!.page));
}

/** The longest run of names that stand in the same order in both: the others are those that were moved. */
function longestCommon(left: readonly string[], right: readonly string[]): readonly string[] {
  const lengths = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
  for (let i = left.length - 1; i >= 0; i -= 1)
    for (let j = right.length - 1; j >= 0; j -= 1)
      lengths[i]![j] =
        left[i] === right[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  const common: string[] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    if (left[i] === right[j]) {
      common.push(left[i]!);
      i += 1;
      j += 1;
    } else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i += 1;
    else j += 1;
  }
  return common;
}
