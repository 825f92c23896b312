import { choicesOf } from "./choices.ts";
import { codesIn, REGION_LIST } from "./code-lists.ts";
import type { Question } from "./instrument.ts";
import { optionsSourceOf } from "./kinds.ts";

/** The codes with which a question, or each of its rows, can be answered; none for numbers, quarters and texts. */
export function valuesOf(question: Question): readonly string[] {
  if (question.kind === "yes-no") return question.unsure ? ["yes", "no", "unsure"] : ["yes", "no"];
  if (question.kind === "places") return codesIn(REGION_LIST);
  return choicesOf(optionsSourceOf(question) ?? []).map(({ code }) => code);
}
