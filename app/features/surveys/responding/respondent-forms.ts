import { z } from "zod";

const typed = (code: string) => z.string().trim().min(1, code).max(200, code);

export const codeForm = z.object({ code: typed("answering.code.missing") });
export const returnForm = z.object({ code: typed("answering.code.missing"), words: typed("answering.words.missing") });

/** With which what was typed goes on, where the session had ended meanwhile. */
const ended = { code: z.string().max(200).optional(), words: z.string().max(200).optional() };

/** A page of the questionnaire, whose fields the questionnaire knows; code and words where its session had ended. */
export const pageForm = z.looseObject({ ...ended });

/** What somebody may choose on the page about comparing surveys. `keep` leaves it as it is. */
const COMPARISONS = ["keep", "new", "known", "none"] as const;

export const comparisonForm = z
  .object({
    compare: z.enum(COMPARISONS, "answering.compare.missing"),
    panelWords: z.string().trim().max(400, "answering.compare.words-missing").default(""),
    ...ended,
  })
  .refine(({ compare, panelWords }) => compare !== "known" || panelWords !== "", {
    path: ["panelWords"],
    message: "answering.compare.words-missing",
  })
  // Words that were typed are not dropped in silence because another answer was left chosen.
  .refine(({ compare, panelWords }) => compare === "known" || panelWords === "", {
    path: ["compare"],
    message: "answering.compare.contradiction",
  });
export type ComparisonForm = z.infer<typeof comparisonForm>;
