import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import { EXTRACTS } from "#app/features/disclosure/settings.ts";
import type { Instrument } from "#app/features/surveys/instruments/instrument.ts";
import type { Respondent } from "#app/features/surveys/results/sample.ts";
import { ALL, NO_ANSWER, type SurveyDimension, type SurveySubject } from "./survey-subject.ts";
import { subjectsOf } from "./survey-subjects.ts";

/** By what somebody who knows an organisation may know its row: where it is, how large, from where its money comes, listed or not. */
const KNOWN_OF_THEM: readonly string[] = ["q5", "q7", "q8", "q9", "q10", "q11", "q12"];
/** What else says who somebody is, and in no extract stands at all. */
const NEVER: readonly string[] = ["q3", "q4", "q6"];
/** Somebody who is in several places is one row, and of few. */
export const SEVERAL = "_several";

/** An answer of few, or none. */
const RARE = "_rare";

/** Which questions become columns: `who` by which rows are kept alike, `said` what is told of them. */
export interface ExtractChoice {
  readonly who: readonly string[];
  readonly said: readonly string[];
}

/** More columns by which a row might be known would leave nothing of it, and take long to find out. */
export const MOST_WHO = 4;
export const MOST_SAID = 8;

interface Column {
  readonly subject: SurveySubject;
  readonly dimension: SurveyDimension;
}

/** What can be chosen, in the order in which it is asked. */
export function extractColumns(instrument: Instrument): {
  readonly who: readonly Column[];
  readonly said: readonly Column[];
} {
  const columns = subjectsOf(instrument).flatMap((subject): Column[] => {
    const dimension = subject.dimensions.find(({ name }) => name === subject.id);
    return dimension && !NEVER.includes(subject.id) ? [{ subject, dimension }] : [];
  });
  const isKnown = ({ subject }: Column) => KNOWN_OF_THEM.includes(subject.id);
  return { who: columns.filter(isKnown), said: columns.filter((column) => !isKnown(column)) };
}

interface ExtractContext {
  readonly release: string;
  readonly seed: string;
  readonly labelsOf: (subject: SurveySubject, code: string) => Readonly<Record<string, string>>;
}

/** The text of an EXTRACT.json, by the rules for named researchers. */
export function extractSpecification(
  instrument: Instrument,
  { who, said }: ExtractChoice,
  { release, seed, labelsOf }: ExtractContext,
): string {
  const columns = chosen(instrument, { who, said });
  const dimensions = columns.map(({ subject, dimension: { name, sums } }) => {
    const answers = (sums[0]?.[1] ?? []).filter((code) => code !== NO_ANSWER);
    const tree = treeOf(answers, subject.question.kind === "band", who.includes(name));
    const codes = [...new Set(tree.sums.flatMap(([code, parts]) => [code, ...parts]))];
    const labels = Object.fromEntries(
      codes.map((code) => [code, joined(code.split(PAIRED).map((one) => labelsOf(subject, one)))]),
    );
    return [name, { column: name, total: ALL, ...tree, sensitive: said.includes(name), labels }] as const;
  });
  return JSON.stringify({
    ...{ release, seed, profile: "partners" },
    dimensions: Object.fromEntries(dimensions),
    ...{ quasiIdentifiers: who, sensitive: said },
  });
}

/** One record an answer, each an organisation of its own. @param respondents  those that count, in any order */
export function extractRecords(
  respondents: readonly Respondent[],
  instrument: Instrument,
  choice: ExtractChoice,
): MicroRecord[] {
  const columns = chosen(instrument, choice);
  const told = columns.map(({ dimension: { name, codesOf } }) => {
    const codes = respondents.map(codesOf);
    const isWho = choice.who.includes(name);
    return { name, codes: isWho ? codes.map((own) => (own.length > 1 ? [SEVERAL] : own)) : withoutRare(codes) };
  });
  const rows = respondents.map((_, place) => Object.fromEntries(told.map(({ name, codes }) => [name, codes[place]!])));
  // Answers come in another order each time they are opened; by what they say, the same file is made of them again.
  const inOrder = rows.map((codes) => [JSON.stringify(codes), codes] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  return inOrder.map(([, codes], place) => ({
    ...{ id: String(place), unit: String(place), codes, amounts: {}, releasedIn: [], withdrawn: false },
  }));
}

/** Answers that fewer organisations gave than a row must have beside it are one answer: else nothing could be told of all others. */
function withoutRare(all: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const counts = new Map<string, number>();
  for (const code of all.flat()) counts.set(code, (counts.get(code) ?? 0) + 1);
  const rising = [...counts].sort(([one, few], [other, many]) => few - many || (one < other ? -1 : 1));
  const rare = new Set<string>();
  const standFor = () => all.filter((codes) => codes.some((code) => rare.has(code))).length;
  for (const [code, count] of rising) {
    if (count >= EXTRACTS.leastOrganisations && (rare.size === 0 || standFor() >= EXTRACTS.leastOrganisations)) break;
    rare.add(code);
  }
  return all.map((codes) => [...new Set(codes.map((code) => (rare.has(code) ? RARE : code)))]);
}

function chosen(instrument: Instrument, { who, said }: ExtractChoice): readonly Column[] {
  const columns = extractColumns(instrument);
  return [
    ...columns.who.filter(({ subject: { id } }) => who.includes(id)),
    ...columns.said.filter(({ subject: { id } }) => said.includes(id)),
  ];
}

/** Parts the codes of two neighbours that are told as one. */
export const PAIRED = " + ";
/** Fewer bands than this are not told two by two. */
const LEAST_PAIRED = 4;

/** Bands have a level at which two neighbours are one; everything else is told as it is, or not at all. */
function treeOf(answers: readonly string[], isBand: boolean, isWho: boolean) {
  const rest = isWho ? [SEVERAL, NO_ANSWER] : [RARE, NO_ANSWER];
  if (!isBand || answers.length < LEAST_PAIRED)
    return { sums: [[ALL, [...answers, ...rest]]] as const, coarsen: ["answer", "total"] };
  const pairs = answers.flatMap((_, place) => (place % 2 === 0 ? [answers.slice(place, place + 2)] : []));
  const joinedPairs = pairs.filter(({ length }) => length > 1);
  const alone = pairs.filter(({ length }) => length === 1).flat();
  const top = [...joinedPairs.map((pair) => pair.join(PAIRED)), ...alone, ...rest];
  return {
    sums: [[ALL, top], ...joinedPairs.map((pair) => [pair.join(PAIRED), pair] as const)] as const,
    coarsen: ["answer", "two", "total"],
  };
}

function joined(words: readonly Readonly<Record<string, string>>[]): Record<string, string> {
  const [first = {}] = words;
  return Object.fromEntries(
    Object.keys(first).map((locale) => [locale, words.map((one) => one[locale] ?? "").join(", ")]),
  );
}
