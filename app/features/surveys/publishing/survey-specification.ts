import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import { PROFILES } from "#app/features/disclosure/settings.ts";
import type { Respondent } from "#app/features/surveys/results/sample.ts";
import { ALL, NO_ANSWER, type SurveySubject, type SurveyTableSpec } from "./survey-subject.ts";

/** Seconds an analyst waits for the search; what is found by then is safe, if dearer than it might be. */
const SECONDS = 20;
/** Questions about who somebody is: that nearly all of them are small says nothing of any one. */
const ABOUT_THEM: readonly string[] = ["q3", "q4", "q5", "q6", "q7", "q8", "q9", "q10"];

interface SpecificationContext {
  /** name of the release */
  readonly release: string;
  /** secret, kept with what was counted */
  readonly seed: string;
  /** the words of a code in every language, for the files */
  readonly labelsOf: (subject: SurveySubject, code: string) => Readonly<Record<string, string>>;
  /** ids of the tables that are asked for; the others print nothing at all */
  readonly tables: readonly string[];
}

/** The tables that a handful at least stand behind: of the others no cell could be printed, not even how many answered. */
export function tablesWorthAsking(records: readonly MicroRecord[], subjects: readonly SurveySubject[]): string[] {
  const behind = ([dimension, code]: SurveyTableSpec["where"]) =>
    records.filter(({ codes }) => codes[dimension]?.includes(code)).length;
  return subjects.flatMap(({ tables }) => tables.flatMap(({ id, where }) => (behind(where) >= LEAST ? [id] : [])));
}

const LEAST = PROFILES.public.m;

/**
 * What the disclosure room is asked for: every table of the chosen questions, by the public rules. Answers are counted, one
 * an organisation, and not organisations: those may stand in several rows, and a reader of a survey knows that they do not.
 * @returns the value of a SPEC.json
 */
export function surveySpecification(
  subjects: readonly SurveySubject[],
  { release, seed, labelsOf, tables: wanted }: SpecificationContext,
): object {
  const dimensions = subjects.flatMap((subject) =>
    subject.dimensions.map(({ name, sums, isBase }) => {
      const codes = [...new Set(sums.flatMap(([code, parts]) => [code, ...parts]))];
      const dimension = {
        ...{ column: name, total: ALL, sums, sensitive: !isBase && !ABOUT_THEM.includes(subject.id) },
        coarsen: ["answer", "total"],
        labels: Object.fromEntries(codes.map((code) => [code, labelsOf(subject, code)])),
      };
      return [name, dimension] as const;
    }),
  );
  return {
    ...{ release, seed, profile: "public" },
    dimensions: Object.fromEntries(dimensions),
    tables: subjects
      .flatMap(({ tables }) => tables)
      .filter(({ id }) => wanted.includes(id))
      .map(({ id, dimension, where, hasAllAnswered }) => ({
        ...{ id, measure: "cases", dimensions: [dimension], mostPrimary: 1 },
        where: { [where[0]]: where[1] },
        ...(hasAllAnswered && { neverWithhold: [NO_ANSWER] }),
      })),
    limits: { seconds: SECONDS },
  };
}

/** Rows as the room wants them: one an answer, each an organisation of its own. */
export function surveyRecords(respondents: readonly Respondent[], subjects: readonly SurveySubject[]): MicroRecord[] {
  const dimensions = subjects.flatMap((subject) => subject.dimensions);
  return respondents.map((respondent, place) => ({
    ...{ id: String(place), unit: String(place), amounts: {}, releasedIn: [], withdrawn: false },
    codes: Object.fromEntries(dimensions.map(({ name, codesOf }) => [name, codesOf(respondent)])),
  }));
}
