import { z } from "zod";
import { CHART_CHOICES } from "#app/features/briefings/figures/chart-choice.ts";
import { SECTIONS } from "#app/features/briefings/figures/dimensions.ts";
import { TLP_MARKS } from "#app/features/taxonomy/codes.ts";
import { LOCALES, type Locale } from "#app/i18n/locales.ts";
import { ASK_CODES } from "./asks.ts";
import { followUpSchema } from "./follow-up.ts";
import { prose } from "./prose.ts";

/** A briefing without these languages is not sent to review: States read one of the two. */
export const REQUIRED_LOCALES: readonly Locale[] = ["en", "fr"];
/** The population, and four figures chosen from the tables. */
export const MOST_FIGURES = 4;

export const TEXT_LIMITS = { title: 120, claim: 300, section: 8_000 } as const;

/** Text of one language. Paragraphs are parted by an empty line; there is no other markup. */
export const briefingTextSchema = z.object({
  title: prose(TEXT_LIMITS.title),
  claim: prose(TEXT_LIMITS.claim),
  sections: z.object({
    who_answered: prose(TEXT_LIMITS.section),
    what_happened: prose(TEXT_LIMITS.section),
    who_refused: prose(TEXT_LIMITS.section),
    time_and_money: prose(TEXT_LIMITS.section),
    what_it_does: prose(TEXT_LIMITS.section),
    what_helped: prose(TEXT_LIMITS.section),
  } satisfies Record<(typeof SECTIONS)[number], unknown>),
});
export type BriefingText = z.infer<typeof briefingTextSchema>;
export type SectionTexts = BriefingText["sections"];

/** Every part without a word in it. */
export const NO_SECTIONS = Object.fromEntries(SECTIONS.map((section) => [section, ""])) as unknown as SectionTexts;

/** A language in which nothing was written yet. */
export const NO_TEXT: BriefingText = {
  title: "",
  claim: "",
  sections: NO_SECTIONS,
};

/** Everything that is written in each language, in the order of the page. */
export const PARTS = ["title", "claim", ...SECTIONS] as const;
export type Part = (typeof PARTS)[number];

/** A draft from before a part was thought of has no word in it. */
export function partOf(text: BriefingText | undefined, part: Part): string {
  if (part === "title" || part === "claim") return text?.[part] ?? "";
  return text?.sections[part] ?? "";
}

export function withPart(text: BriefingText, part: Part, words: string): BriefingText {
  if (part === "title" || part === "claim") return { ...text, [part]: words };
  return { ...text, sections: { ...text.sections, [part]: words } };
}

export const limitOf = (part: Part): number =>
  part === "title" || part === "claim" ? TEXT_LIMITS[part] : TEXT_LIMITS.section;

export const isOneLine = (part: Part): boolean => part === "title" || part === "claim";

/** The id of a table and the codes of one of its cells. */
const tableId = z.string().regex(/^[a-z0-9-]{1,80}$/);
export const figureSchema = z.object({
  table: tableId,
  codes: z
    .array(z.string().regex(/^[A-Za-z0-9_-]{1,60}$/))
    .min(1)
    .max(2),
});
const tableChartSchema = z.object({ table: tableId, kind: z.enum(CHART_CHOICES) });
export type FigureChoice = z.infer<typeof figureSchema>;

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "briefings.day.form");

const hasNoDoubles = (items: readonly unknown[]) => new Set(items).size === items.length;

/** For whom and in which languages, and which figures stand first. What is counted is the analysts' choice of tables. */
export const specificationSchema = z.object({
  /** code of a session of the Assembly, such as ASP25 */
  session: z.string().regex(/^[A-Z0-9]{3,16}$/, "briefings.session-code.form"),
  tlp: z.enum(TLP_MARKS),
  locales: z.array(z.enum(LOCALES)).refine(hasNoDoubles),
  /** cells of tables to show in large type */
  figures: z.array(figureSchema).max(MOST_FIGURES, "briefings.figures-chosen.too-many"),
  /** pictures of tables that are not the usual ones; drafts from before there was a choice have none */
  charts: z.array(tableChartSchema).optional(),
});
export type Specification = z.infer<typeof specificationSchema>;

export const askChoiceSchema = z.object({
  code: z.enum(ASK_CODES),
  /** ids of the tables behind it */
  evidence: z.array(tableId).refine(hasNoDoubles),
  /** the day by which it is to be done, where there is one */
  dueOn: day.nullable(),
  /** the cell of one of these tables that is printed beside it */
  figure: figureSchema.optional(),
});
export type AskChoice = z.infer<typeof askChoiceSchema>;

/** Stories stand in a briefing together or not at all: one alone would be somebody's. */
export const [LEAST_STORIES, MOST_STORIES] = [3, 6];

/** A story by its id and the very text that was chosen: another text is another choice. */
export const storyChoicesSchema = z
  .array(z.object({ id: z.uuid(), hash: z.string().regex(/^[0-9a-f]{64}$/) }))
  .max(MOST_STORIES)
  .refine(({ length }) => length === 0 || length >= LEAST_STORIES)
  .refine((stories) => hasNoDoubles(stories.map(({ id }) => id)));
export type StoryChoice = z.infer<typeof storyChoicesSchema>[number];

/** A briefing as it lies sealed under the editorial key. */
export const briefingDraftSchema = z.object({
  specification: specificationSchema,
  texts: z.partialRecord(z.enum(LOCALES), briefingTextSchema),
  asks: z.array(askChoiceSchema).refine((asks) => hasNoDoubles(asks.map(({ code }) => code))),
  /** in their order; not there in drafts from before there were any */
  stories: storyChoicesSchema.optional(),
  /** left out where there was no release before, or nobody said what became of its asks */
  followUp: followUpSchema.optional(),
});
export type BriefingDraft = z.infer<typeof briefingDraftSchema>;

/** A draft that was sealed before a part of the briefing was there: that part is empty in it. */
export function withEverySection(draft: BriefingDraft): BriefingDraft {
  const texts = Object.entries(draft.texts).map(([locale, text]) => [
    locale,
    { ...text, sections: { ...NO_SECTIONS, ...text.sections } },
  ]);
  return { ...draft, texts: Object.fromEntries(texts) };
}
