import { valuesOf } from "#app/features/surveys/instruments/answer-codes.ts";
import { codesIn, isDeclined, isPlaces, rowsIn } from "#app/features/surveys/instruments/answer-value.ts";
import { findQuestion, type Instrument } from "#app/features/surveys/instruments/instrument.ts";
import { rowCodes } from "#app/features/surveys/instruments/offered-rows.ts";
import { medianPlaces } from "#app/features/surveys/statistics/median-band.ts";
import { effectOf } from "#app/features/surveys/statistics/post-stratification.ts";
import type { Estimate } from "#app/features/surveys/statistics/proportion.ts";
import type { Respondent, Sample } from "./sample.ts";
import { LEAST_BASE, newTally } from "./tally.ts";

/**
 * The indicators of a wave. Each has a fixed meaning in the standard questionnaire, so that waves compare; an instrument
 * that does not ask its question has no such indicator.
 */
const INDICATORS = [
  "any_problem",
  "happened",
  "access_worse",
  "delay_band",
  "never_in_writing",
  "outside_us",
  "court_contact_stopped",
  "staff_unpaid",
  "solved",
] as const;
export type IndicatorName = (typeof INDICATORS)[number];

export interface Indicator {
  readonly name: IndicatorName;
  /** the incident or the remedy that it is told of */
  readonly of: string | null;
  /** who could say so: its base, said beside every figure */
  readonly n: number;
  /** as many answers without weights would say as much */
  readonly effectiveSize: number;
  readonly count: number;
  /** null where the base is smaller than ten, and for a band */
  readonly share: Estimate | null;
  /** the band of the middle answer, two where it falls between them; none for a share or a small base */
  readonly bands: readonly string[];
}

/** Answers of the matrix of incidents that say that it happened. */
const HAPPENED: readonly string[] = ["once", "several_times", "all_the_time"];
export const INCIDENTS = "q13";
const DELAY = "q22";

/** True and false within the base, null outside of it. */
export type Says = (respondent: Respondent) => boolean | null;

/** What of the matrix is about money: rows that have a type of their own; the others are whole groups. */
export const isFinancial = (row: string): boolean => !OTHER_GROUPS.includes(row);
const OTHER_GROUPS = ["funding_and_people", "service", "digital", "mobility", "security_and_law"];

/** An indicator that is a share: who says so, among those who can. */
export interface ShareIndicator extends Pick<Indicator, "name" | "of"> {
  readonly says: Says;
}

/** Those that the questionnaire of the sample asks for, in the order of `INDICATORS`. */
export function indicatorsOf(sample: Sample): readonly Indicator[] {
  const { instrument } = sample;
  const shares = shareIndicators(instrument);
  return INDICATORS.flatMap((name) => {
    if (name === "delay_band") return findQuestion(instrument, DELAY) ? [delayBand(sample)] : [];
    return shares.filter((one) => one.name === name).map((one) => shareOf(sample, one));
  });
}

/** All indicators of an instrument that are shares, in the order in which they are told. */
export function shareIndicators(instrument: Instrument): readonly ShareIndicator[] {
  const share = (name: IndicatorName, question: string, says: Says, of: string | null = null): ShareIndicator[] =>
    findQuestion(instrument, question) ? [{ name, of, says }] : [];
  return [
    ...share("any_problem", INCIDENTS, anyProblem),
    ...rowsAsked(instrument, INCIDENTS).flatMap((row) => share("happened", INCIDENTS, happened(row), row)),
    ...share("access_worse", "q15", among("q15", ["worse", "much_worse"])),
    ...share("never_in_writing", "q19", among("q19", ["never"])),
    ...share("outside_us", "q17", outsideUs),
    ...share("court_contact_stopped", "q27", among("q27", ["court_contact"])),
    ...share("staff_unpaid", "q29", orElseNo(among("q29", ["staff_unpaid"]))),
    ...rowsAsked(instrument, "q33").flatMap((remedy) =>
      share("solved", "q33", rowSays("q33", remedy, ["solved"]), remedy),
    ),
  ];
}

function shareOf({ respondents }: Sample, { name, of, says }: ShareIndicator): Indicator {
  const tally = newTally();
  for (const respondent of respondents) {
    const answer = says(respondent);
    if (answer !== null) tally.add(answer ? ["yes"] : [], respondent.weight);
  }
  const { n, effectiveSize } = tally;
  return { name, of, n, effectiveSize, count: tally.count("yes"), share: tally.share("yes"), bands: [] };
}

function rowsAsked(instrument: Instrument, name: string): readonly string[] {
  const question = findQuestion(instrument, name);
  return question ? rowCodes(instrument, question) : [];
}

const among =
  (question: string, wanted: readonly string[]): Says =>
  ({ answers }) => {
    const value = answers[question];
    return value === undefined || isDeclined(value) ? null : codesIn(value).some((code) => wanted.includes(code));
  };

const rowSays =
  (question: string, row: string, wanted: readonly string[]): Says =>
  ({ answers }) => {
    const byRow = rowsIn(answers[question]);
    return byRow && Object.hasOwn(byRow, row) ? wanted.includes(String(byRow[row])) : null;
  };

const happened = (row: string): Says => rowSays(INCIDENTS, row, HAPPENED);

/** The rows that somebody says have happened; null for whoever said nothing about any. */
export function happenedRows({ answers }: Respondent): readonly string[] | null {
  const byRow = rowsIn(answers[INCIDENTS]);
  return byRow && Object.keys(byRow).filter((row) => HAPPENED.includes(String(byRow[row])));
}

const anyProblem: Says = (respondent) => happenedRows(respondent)?.some(isFinancial) ?? null;

/** Whoever had nothing happen and stopped nothing is not asked for consequences, and has none. */
const orElseNo =
  (says: Says): Says =>
  (respondent) =>
    !respondent.asked.has("q29") && respondent.answers[INCIDENTS] !== undefined ? false : says(respondent);

/** Of those whose answer tells: a region without a country may or may not be the United States. */
export const outsideUs: Says = ({ answers }) => {
  const value = answers.q17;
  if (!isPlaces(value)) return null;
  const { regions, countries } = value;
  if (regions.some((region) => region !== "western_europe_and_others")) return true;
  return countries.length > 0 ? countries.some((country) => country.toUpperCase() !== "US") : null;
};

function delayBand({ instrument, respondents }: Sample): Indicator {
  const bands = valuesOf(findQuestion(instrument, DELAY)!);
  // What goes on and what nobody knows has no place among lengths.
  const lengths = bands.filter((band) => band !== "ongoing" && band !== "unknown");
  const given = respondents.flatMap(({ answers, weight }) => {
    const place = lengths.indexOf(String(answers[DELAY]));
    return place < 0 ? [] : [{ place, weight }];
  });
  const middle = given.length < LEAST_BASE ? [] : medianPlaces(given);
  return {
    ...{ name: "delay_band", of: null, n: given.length, count: given.length, share: null },
    effectiveSize: effectOf(given.map(({ weight }) => weight)).effectiveSize,
    bands: middle.map((place) => lengths[place]!),
  };
}
