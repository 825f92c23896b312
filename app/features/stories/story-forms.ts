import { z } from "zod";
import { LOCALES, type Locale } from "#app/i18n/locales.ts";
import { recordVersion } from "#app/kernel/record-version.ts";
import { ticked } from "#app/kernel/ticked.ts";
import { UNSEEN } from "#app/kernel/unseen-characters.ts";
import { COMMENT_MAX, STORY_TEXT_MAX, type StoryContent, storyText } from "./story.ts";

export const BESIDE = ["incident", "affected_region"] as const;
export type BesideName = (typeof BESIDE)[number];

export const textField = (locale: Locale) => `text-${locale}` as const;

const text = z
  .string()
  .default("")
  .transform(storyText)
  .pipe(
    z
      .string()
      .max(STORY_TEXT_MAX, "refusal.form.too-long")
      .refine((one) => !UNSEEN.test(one), "stories.text.unseen"),
  );

const fields = {
  ...(Object.fromEntries(LOCALES.map((locale) => [textField(locale), text])) as Record<
    ReturnType<typeof textField>,
    typeof text
  >),
  beside: ticked(z.enum(BESIDE)),
};

type Fields = Record<ReturnType<typeof textField>, string> & { readonly beside: readonly BesideName[] };

/** A story without a word is none. */
function judge(form: Fields, context: z.RefinementCtx): void {
  if (LOCALES.some((locale) => form[textField(locale)] !== "")) return;
  context.addIssue({ code: "custom", path: [textField("en")], message: "stories.text.required" });
}

/** The texts and what stands beside them, without the empty ones. */
function formed({ beside, ...form }: Fields) {
  const texts = LOCALES.flatMap((locale) => {
    const typed = form[textField(locale)];
    return typed === "" ? [] : [[locale, typed] as const];
  });
  return { texts: Object.fromEntries(texts) as StoryContent["texts"], beside };
}

export const storyForm = z.object(fields).superRefine(judge).transform(formed);
export type StoryForm = z.infer<typeof storyForm>;

export const changeStoryForm = z
  .object({ ...fields, recordVersion })
  .superRefine(judge)
  .transform(({ recordVersion: version, ...form }) => ({ version, form: formed(form) }));

/** What is kept, as the form holds it. */
export function storyValues({ texts, beside }: StoryContent): Record<string, string | readonly string[]> {
  const typed = LOCALES.map((locale) => [textField(locale), texts[locale] ?? ""] as const);
  return { ...Object.fromEntries(typed), beside: BESIDE.filter((name) => beside[name] !== undefined) };
}

/** What a coordinator does with a text as it stands on the page. */
export const storyStepForm = z
  .object({ recordVersion, step: z.enum(["check", "ask"]), read: z.literal("yes").optional() })
  .refine(({ step, read }) => step === "check" || read === "yes", { path: ["read"], message: "stories.ask.read-first" })
  .transform(({ recordVersion: version, step }) => ({ version, step }));

export const endStoryForm = z.object({ recordVersion }).transform(({ recordVersion: version }) => ({ version }));

/** The reporter's word on exactly what was on the page. */
export const STORY_DECISIONS = ["approve", "decline", "take_back"] as const;
export type StoryDecision = (typeof STORY_DECISIONS)[number];

export const storyDecisionForm = z
  .object({
    recordVersion,
    hash: z.string().max(64).default(""),
    decision: z.enum(STORY_DECISIONS),
    comment: z.string().default("").pipe(z.string().trim().max(COMMENT_MAX, "refusal.form.too-long")),
  })
  .transform(({ recordVersion: version, ...form }) => ({ version, ...form }));
