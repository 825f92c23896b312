/** What an answer says of itself besides its answers. */
export interface Sent {
  readonly participation: string;
  /** when it was sent, in milliseconds; sealed with it, and used for nothing else than to find the last one */
  readonly at: number;
}

/** A code that took the place of a lost one, by the participation values of both. */
export interface Replacement {
  readonly old: string;
  readonly by: string;
}

/** Takes answers one after the other and keeps those that count so far. */
export interface AnswerCount<S extends Sent> {
  readonly take: (answer: S) => void;
  /** in the order in which the first answer of each chain of codes was taken */
  readonly counted: () => S[];
}

/**
 * One answer per organisation. Somebody who has lost the words begins again with the code, and somebody who has lost the
 * code gets another: of all that such a chain of codes has sent, the newest code counts, and of that the last answer. So a
 * lost code is void unless it alone has answered, and nobody had to ask whether it had. What does not count is let go at
 * once: one code can send again and again, and all of it together would fill the memory.
 */
export function answerCount<S extends Sent>(replacements: readonly Replacement[]): AnswerCount<S> {
  const olderOf = new Map(replacements.map(({ old, by }) => [by, old]));
  const newest = new Map<string, { readonly answer: S; readonly age: number }>();
  return {
    take: (answer) => {
      const { first, steps } = chainOf(answer.participation, olderOf);
      const known = newest.get(first);
      const isNewer = !known || steps > known.age || (steps === known.age && answer.at > known.answer.at);
      if (isNewer) newest.set(first, { answer, age: steps });
    },
    counted: () => [...newest.values()].map(({ answer }) => answer),
  };
}

/** The first code of a chain, and how many replacements lead from it to this one. */
function chainOf(participation: string, olderOf: ReadonlyMap<string, string>): { first: string; steps: number } {
  const seen = new Set([participation]);
  let first = participation;
  for (let older = olderOf.get(first); older !== undefined && !seen.has(older); older = olderOf.get(first)) {
    seen.add(older);
    first = older;
  }
  return { first, steps: seen.size - 1 };
}
