import type { QuestionKey } from "#app/features/cases/case-report.ts";
import { codesIn, isPlaces, rowsIn, type Value } from "#app/features/surveys/instruments/answer-value.ts";
import { isCode, type ListName } from "#app/features/taxonomy/codes.ts";
import { INCIDENT_GROUPS, type IncidentGroup, incidentGroupOf } from "#app/features/taxonomy/incident-groups.ts";

/** A question of a report, and what of a survey has its place there. */
interface Place {
  readonly name?: string;
  readonly key: QuestionKey;
  /** names of questions of the standard questionnaire; one that keeps the name keeps its place in a report */
  readonly from: readonly string[];
  /** what the first of them offers; a piece that no report can hold is left out by `offersOf` */
  readonly pieces: (said: (name: string) => Value | undefined) => readonly (readonly [value: string, piece: object])[];
}

type Said = Parameters<Place["pieces"]>[0];

const codes = (said: Said, name: string) => codesIn(said(name));
/** Those that a report knows; questionnaires of others may have codes of their own. */
const known = (said: Said, name: string, list: ListName) => codes(said, name).filter((code) => isCode(list, code));
const texts = (said: Said, name: string) => codes(said, name).filter((text) => text.trim() !== "");
/** Rows of a matrix of which something was said, other than no. */
const rowsSaid = (said: Said, name: string) =>
  Object.entries(rowsIn(said(name)) ?? {}).flatMap(([row, value]) => (value === "no" ? [] : [row]));
const happened = (said: Said) => [...new Set([...rowsSaid(said, "q13"), ...codes(said, "q24")])];
const types = (said: Said) => happened(said).filter((code) => isCode("incident_type", code));
const isGroup = (code: string): code is IncidentGroup => INCIDENT_GROUPS.some((group) => group === code);
const countries = (said: Said, name: string) => {
  const value = said(name);
  return isPlaces(value) ? value.countries : [];
};
/** All at once, as one thing to take along. */
const whole = (some: readonly unknown[], piece: object) => (some.length > 0 ? [["yes", piece] as const] : []);

/** What "in writing: sometimes" says of the one refusal that is reported, nobody knows. */
const IN_WRITING: Readonly<Record<string, string>> = { always: "yes", never: "no" };

/**
 * Which question of a survey has a place in a report, in the order of the report. What is not here stays behind: consent,
 * which is asked anew because another circle reads; ways to be reached; and bands where a report wants numbers.
 */
export const PLACES_IN_REPORT: readonly Place[] = [
  {
    key: "listedParties",
    from: ["q11"],
    pieces: (said) => {
      const parties = codes(said, "q11");
      const listedParty = parties.includes("no") ? "no" : "yes";
      return whole(parties, { listedParties: { listedParty } });
    },
  },
  {
    key: "affected",
    from: ["q13"],
    pieces: (said) => whole(happened(said), { affected: { affected: "own_organisation" } }),
  },
  {
    key: "affectedCountry",
    from: ["q5"],
    pieces: (said) => countries(said, "q5").map((code) => [code, { affectedCountry: { affectedCountry: code } }]),
  },
  {
    // What happened is one thing in a report. A group, where the survey asked for no more, is the kind of thing alone.
    key: "incident",
    from: ["q13", "q24"],
    pieces: (said) => [
      ...types(said).map((code) => {
        const incidentGroup = incidentGroupOf(code as Parameters<typeof incidentGroupOf>[0]);
        return [code, { incidentGroup: { incidentGroup }, incident: { mainIncident: code } }] as const;
      }),
      ...happened(said)
        .filter(isGroup)
        .map((group) => [group, { incidentGroup: { incidentGroup: group } }] as const),
    ],
  },
  {
    key: "otherIncidents",
    from: ["q13", "q24"],
    pieces: (said) => (types(said).length > 1 ? [["yes", { otherIncidents: { otherIncidents: types(said) } }]] : []),
  },
  {
    key: "institutionType",
    from: ["q16"],
    pieces: (said) => codes(said, "q16").map((code) => [code, { institutionType: { institutionType: code } }]),
  },
  {
    key: "institution",
    from: ["q17"],
    pieces: (said) =>
      countries(said, "q17").map((code) => [
        code,
        { institution: { institutionName: null, institutionCountry: code } },
      ]),
  },
  {
    // A report has no quarters; the year is what is certain.
    key: "started",
    from: ["q14_first"],
    pieces: (said) => {
      const quarters = Object.values(rowsIn(said("q14_first")) ?? {}).map(String);
      const years = [...new Set(quarters.map((quarter) => quarter.slice(0, 4)))].sort();
      return years.map((date) => [date, { started: { startedOn: { date, precision: "year" } } }]);
    },
  },
  {
    key: "amount",
    from: ["q23", "q23_currency"],
    pieces: (said) => {
      const [[amountBand], [currency = null]] = [codes(said, "q23"), codes(said, "q23_currency")];
      return amountBand ? [["yes", { amount: { currency, amountMinor: null, amountBand } }]] : [];
    },
  },
  {
    key: "reason",
    from: ["q18"],
    pieces: (said) => codes(said, "q18").map((code) => [code, { reason: { statedReason: code } }]),
  },
  {
    key: "inWriting",
    from: ["q19"],
    pieces: (said) => {
      const inWriting = codes(said, "q19").flatMap((code) => IN_WRITING[code] ?? []);
      return whole(inWriting, { inWriting: { inWriting: inWriting[0] } });
    },
  },
  {
    // The survey asks about what happened because of work with the Court, or of sanctions tied to it.
    key: "courtRelated",
    from: ["q13"],
    pieces: (said) => whole(rowsSaid(said, "q13"), { courtRelated: { courtRelated: "yes" } }),
  },
  {
    key: "notice",
    from: ["q20"],
    pieces: (said) => (codes(said, "q20")[0] === "no_notice" ? [["yes", { notice: { noticeDays: 0 } }]] : []),
  },
  {
    key: "documents",
    from: ["q21"],
    pieces: (said) => {
      const documents = known(said, "q21", "documents_requested");
      return whole(documents, { documents: { documents } });
    },
  },
  {
    key: "remedies",
    from: ["q32", "q33"],
    pieces: (said) => {
      const remedies = known(said, "q32", "remedy");
      const came = Object.entries(rowsIn(said("q33")) ?? {}).filter(([remedy]) =>
        remedies.some((tried) => tried === remedy),
      );
      const results = came.map(([remedy, result]) => ({ remedy, result, triedOn: null }));
      return whole(remedies, { remedies: { remedies }, ...(results.length > 0 && { remedyResults: { results } }) });
    },
  },
  {
    key: "consequences",
    from: ["q29"],
    pieces: (said) => {
      const consequences = known(said, "q29", "consequence");
      return whole(consequences, { consequences: { consequences } });
    },
  },
  {
    key: "people",
    from: ["q30_people"],
    pieces: (said) => {
      const count = said("q30_people");
      const isSome = typeof count === "number" && count > 0;
      return isSome ? [["yes", { people: { peopleAffected: count, peopleKind: "staff" } }]] : [];
    },
  },
  ...["q25_text", "q38"].map(
    (question): Place => ({
      ...{ name: `story-${question}`, key: "story", from: [question] },
      pieces: (said) => texts(said, question).map((story) => ["yes", { story: { story } }]),
    }),
  ),
];
