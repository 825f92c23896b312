import { z } from "zod";
import { searchTerms, WORDS_MAX } from "./search.ts";

export const SEARCH_SCOPES = ["open", "all"] as const;
export type SearchScope = (typeof SEARCH_SCOPES)[number];

const SHORTEST = 2;

export const searchForm = z.object({
  words: z
    .string()
    .trim()
    .max(WORDS_MAX, "search.words.too-long")
    .refine((words) => searchTerms(words).join("").length >= SHORTEST, "search.words.required"),
  scope: z.enum(SEARCH_SCOPES).catch("all"),
});

export type Search = z.infer<typeof searchForm>;

/** What the session keeps under the name of a view, if it is a search. */
export function searchIn(kept: unknown): Search | null {
  const read = searchForm.safeParse(kept);
  return read.success ? read.data : null;
}
