import type { Answers, Value } from "#app/features/surveys/instruments/answer-value.ts";
import { choicesOf } from "#app/features/surveys/instruments/choices.ts";
import { codesIn } from "#app/features/surveys/instruments/code-lists.ts";
import type { Instrument } from "#app/features/surveys/instruments/instrument.ts";
import { optionsSourceOf } from "#app/features/surveys/instruments/kinds.ts";
import { pageAt, type RoutedQuestion, routed } from "#app/features/surveys/instruments/routing.ts";

const REGIONS = codesIn("regional_group");

/** With any other answer the questionnaire ends on its first pages. */
const LEADING_ON: Answers = { q1: "yes", q3: "yes" };

/** Somebody who takes part and answers everything that is asked, each in another way. */
export function answersOf(instrument: Instrument, seed: number): Answers {
  const answers: Record<string, Value> = { ...LEADING_ON };
  for (const { name } of instrument.pages) {
    const page = pageAt(routed(instrument, answers), name);
    for (const [place, asked] of (page?.questions ?? []).entries()) {
      const value = valueFor(asked, seed + 7 * place);
      if (value !== undefined) answers[asked.question.name] ??= value;
    }
  }
  return answers;
}

function valueFor({ question, rows }: RoutedQuestion, at: number): Value | undefined {
  const codes = choicesOf(optionsSourceOf(question) ?? []).filter(({ exclusive }) => !exclusive);
  const code = codes[at % Math.max(1, codes.length)]?.code ?? "yes";
  switch (question.kind) {
    case "yes-no":
    case "one-of":
    case "band":
      return question.kind === "yes-no" ? "yes" : code;
    case "many-of":
      return [code];
    case "matrix":
      return Object.fromEntries(rows.map((row, place) => [row.code, codes[(at + place) % codes.length]!.code]));
    case "number":
      return at % 40;
    case "number-by-row":
      return Object.fromEntries(rows.map((row, place) => [row.code, 1 + ((at + place) % 9)]));
    case "places":
      return { regions: [REGIONS[at % REGIONS.length]!], countries: at % 3 === 0 ? ["KE"] : [] };
    case "ranking":
      return codes.slice(at % 3, (at % 3) + question.places).map(({ code: one }) => one);
    case "long-text":
      return `Text ${at}`;
    default:
      return undefined;
  }
}
