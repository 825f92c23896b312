import { REGIONAL_GROUPS } from "#app/features/registers/regional-groups.ts";
import type { Answers, Value } from "#app/features/surveys/instruments/answer-value.ts";
import { choicesOf } from "#app/features/surveys/instruments/choices.ts";
import { findQuestion, type Instrument } from "#app/features/surveys/instruments/instrument.ts";
import { optionsSourceOf } from "#app/features/surveys/instruments/kinds.ts";
import { pageAt, type RoutedQuestion, routed } from "#app/features/surveys/instruments/routing.ts";
import { type DemoRandom, demoRandom } from "#app/kernel/demo-random.ts";

type Chance = DemoRandom["part"];

/** Takes part, agrees to totals, works with the Court: with other answers the questionnaire ends on its first pages. */
const LEADING_ON: Answers = { q1: "yes", q2: "c2_aggregate", q3: "yes" };
/** Agrees that the team reads it, and to no figure. */
const FOR_THE_TEAM: Answers = { ...LEADING_ON, q2: "c1_internal" };
const SHARE_FOR_THE_TEAM = 0.08;
const SHARE_LEFT_OPEN = 0.06;

/** How often something of this kind happens to those who are hit at all; other rows of the matrix in one of twelve. */
const HAPPENS: Readonly<Record<string, number>> = {
  ...{ transfer_delayed: 0.62, transfer_held_for_checks: 0.48, intrusive_document_request: 0.5, fees_increased: 0.3 },
  ...{ account_closed: 0.14, account_opening_refused: 0.24, transfer_returned: 0.26, correspondent_refused: 0.28 },
  ...{ incoming_donation_blocked: 0.22, funding_and_people: 0.34, service: 0.2, digital: 0.24, card_cancelled: 0.16 },
};
const SELDOM = 1 / 12;
const SHARE_HIT = 0.72;

/**
 * The answers of an organisation that does not exist, to everything it is asked. Two of one seed are alike.
 * @param seed  a whole number
 */
export function inventedAnswers(instrument: Instrument, seed: number): Answers {
  const { part: chance } = demoRandom(seed);
  const answers: Record<string, Value> = { ...(chance() < SHARE_FOR_THE_TEAM ? FOR_THE_TEAM : LEADING_ON) };
  const isHit = chance() < SHARE_HIT;
  for (const { name } of instrument.pages) {
    const page = pageAt(routed(instrument, answers), name);
    for (const asked of page?.questions ?? []) {
      const value = valueFor(asked, isHit, chance);
      const isOpen = !("required" in asked.question) && chance() < SHARE_LEFT_OPEN;
      if (value !== undefined && !isOpen) answers[asked.question.name] ??= value;
    }
  }
  return answers;
}

/** Where such an organisation is and how large: what does not change from year to year. */
export function inventedStanding(instrument: Instrument, number: number): Answers {
  const sizes = choicesOf(optionsSourceOf(findQuestion(instrument, "q7")!) ?? []);
  const { pick, part } = demoRandom(number);
  const [region, size] = [pick(REGIONAL_GROUPS), sizes[Math.floor(part() * (sizes.length - 1))]!.code];
  return { q5: { regions: [region], countries: [] }, q7: size };
}

function valueFor({ question, rows }: RoutedQuestion, isHit: boolean, chance: Chance): Value | undefined {
  const codes = choicesOf(optionsSourceOf(question) ?? []).flatMap(({ code, exclusive }) => (exclusive ? [] : [code]));
  // What stands first on a list is said most often, without being the rule.
  const pick = () => codes[Math.floor(chance() ** 1.8 * codes.length)] ?? "yes";
  const byRow = (value: () => string | number) => Object.fromEntries(rows.map(({ code }) => [code, value()]));
  switch (question.kind) {
    case "yes-no":
      return "apart" in question ? "no" : chance() < 0.35 ? "yes" : "no";
    case "one-of":
    case "band":
      return pick();
    case "many-of":
      return [...new Set([pick(), pick()])];
    case "ranking":
      return [...new Set([pick(), pick(), pick()])].slice(0, question.places);
    case "places":
      return { regions: [REGIONAL_GROUPS[Math.floor(chance() * REGIONAL_GROUPS.length)]!], countries: [] };
    case "number":
      return 1 + Math.floor(chance() * 9);
    case "number-by-row":
      return byRow(() => 1 + Math.floor(chance() * 5));
    case "quarter-by-row":
      return byRow(() => "2025-Q4");
    case "matrix":
      return Object.fromEntries(rows.map(({ code }) => [code, inRow(question.name, code, { isHit, chance, pick })]));
    default:
      return undefined;
  }
}

interface Throw {
  readonly isHit: boolean;
  readonly chance: Chance;
  readonly pick: () => string;
}

function inRow(question: string, row: string, { isHit, chance, pick }: Throw): string {
  if (question !== "q13") return pick();
  if (!isHit || chance() >= (HAPPENS[row] ?? SELDOM)) return "no";
  return chance() < 0.6 ? "once" : "several_times";
}
