import type { DatePrecision } from "#app/kernel/date-with-precision.ts";
import type { Field } from "./report-fields.ts";

/** An answer to choose. `label` is in the reader's language where a list has it; else the page's messages have it. */
export interface QuestionOption {
  readonly value: string;
  readonly label?: string | undefined;
}

/** An input of a question, ready to be drawn in one language. */
export interface QuestionField {
  readonly kind: Field["kind"];
  readonly name: string;
  /** words that the messages cannot know, such as the remedy whose result is asked */
  readonly label?: string | undefined;
  readonly options?: readonly QuestionOption[] | undefined;
  /** a long list instead, packed by `packed` */
  readonly packed?: string | undefined;
  /** path of the messages that name the options without a label */
  readonly messages?: string | undefined;
  /** see `openOptions` */
  readonly open?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly precisions?: readonly DatePrecision[] | undefined;
}

interface LabelledOption {
  readonly value: string;
  readonly label: string;
}

/** Two hundred countries as one text: page data travels twice, as a page and for its scripts, and a bad line feels each byte. */
export function packed(options: readonly LabelledOption[]): string {
  return options.map(({ value, label }) => `${value} ${label}`).join("\n");
}

/** The options of an input, however they travelled. */
export function optionsOf({ options, packed: text }: QuestionField): readonly QuestionOption[] {
  if (text === undefined) return options ?? [];
  return text.split("\n").map((line) => {
    const gap = line.indexOf(" ");
    return { value: line.slice(0, gap), label: line.slice(gap + 1) };
  });
}

/** What was put into the inputs of a form, by name. */
export type FilledIn = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What somebody filled in at one input, in words: for comparing two answers. */
export interface Filling {
  /** texts as they were typed, or options by their value */
  readonly texts: readonly string[];
  readonly isChoice: boolean;
}

const CHOICES: readonly Field["kind"][] = ["radios", "checkboxes", "select"];

/** @returns no texts where nothing was filled in */
export function fillingOf({ kind, name }: QuestionField, filled: FilledIn): Filling {
  const at = (suffix: string) => [filled[name + suffix] ?? []].flat();
  if (kind === "money")
    return { texts: [[...at("Amount"), ...at("Currency")].join(" ").trim()].filter(Boolean), isChoice: false };
  if (kind === "past-date" || kind === "day") {
    const parts = ["Day", "Month", "Year"].flatMap(at).filter(Boolean);
    return { texts: parts.length > 0 ? [parts.join(" ")] : [], isChoice: false };
  }
  return { texts: at("").filter(Boolean), isChoice: CHOICES.includes(kind) };
}
