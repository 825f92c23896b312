import { type CaseReport, caseReportSchema, type QuestionKey } from "#app/features/cases/case-report.ts";
import { type Answers, isDeclined } from "#app/features/surveys/instruments/answer-value.ts";
import { PLACES_IN_REPORT } from "./places-in-report.ts";

/** One thing that may be taken along: a piece of a report, as if its questions had been answered there. */
export interface Choice {
  readonly value: string;
  readonly piece: CaseReport;
}

/** What the answers to a survey offer for one question of a report: one choice, or several of which one is taken. */
export interface Offer {
  /** stands in the form, and says nothing of what was answered */
  readonly name: string;
  /** the question of the report */
  readonly key: QuestionKey;
  readonly choices: readonly Choice[];
}

/** Questions of a survey of which something may be taken along. */
export const CARRIED_QUESTIONS: ReadonlySet<string> = new Set(PLACES_IN_REPORT.flatMap(({ from }) => from));

/**
 * What may be taken from the answers to a survey into a report.
 * @param answers those that count; what was declined offers nothing
 */
export function offersOf(answers: Answers): readonly Offer[] {
  const said = (name: string) => {
    const value = Object.hasOwn(answers, name) ? answers[name] : undefined;
    return isDeclined(value) ? undefined : value;
  };
  return PLACES_IN_REPORT.flatMap(({ name, key, pieces }) => {
    const choices = pieces(said).flatMap(([value, piece]) => {
      // A code that no report knows makes no piece of one.
      const read = caseReportSchema.safeParse(piece);
      return read.success && Object.keys(read.data).length > 0 ? [{ value, piece: read.data }] : [];
    });
    return choices.length > 0 ? [{ name: name ?? key, key, choices }] : [];
  });
}

/** What was chosen, by the name of its offer. */
export type Chosen = Readonly<Record<string, string | undefined>>;

/** The report as it begins with what was chosen. A text comes after the other; nothing contradicts what was said before it. */
export function carriedReport(offers: readonly Offer[], chosen: Chosen): CaseReport {
  const pieces = offers.flatMap(({ name, choices }) => {
    const value = Object.hasOwn(chosen, name) ? chosen[name] : undefined;
    return choices.filter((choice) => choice.value === value).map(({ piece }) => piece);
  });
  const stories = pieces.flatMap(({ story }) => (story?.story ? [story.story] : []));
  const report: CaseReport = Object.assign(
    {},
    ...pieces,
    stories.length > 0 && { story: { story: stories.join("\n\n") } },
  );
  const { otherIncidents, incident, ...rest } = report;
  const others = otherIncidents?.otherIncidents.filter((type) => type !== incident?.mainIncident) ?? [];
  return {
    ...rest,
    ...(incident && { incident }),
    ...(others.length > 0 && { otherIncidents: { otherIncidents: others } }),
  };
}
