import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import { LOCALES } from "#app/i18n/locales.ts";
import type { CountedRow } from "./counted-row.ts";
import {
  type CodeLists,
  codesOf,
  type Dimension,
  type LabelOf,
  labelListOf,
  levelsOf,
  subjectOf,
  widerThan,
} from "./dimensions.ts";
import { isName } from "./name-codes.ts";
import { cutsOf, type Quantity, quantityOf } from "./quantities.ts";
import { type PartWords, partCodes, partDimensions, wherePart } from "./summed-parts.ts";
import { restsOn, type TableChoice, tableIdOf } from "./table-choice.ts";

/** All codes of a dimension together. */
export const ALL = "ALL";
/** Those who gave no answer: without a code of their own a reader would subtract them. */
export const NOT_SAID = "not_said";
/** The table of all organisations, which every release prints. */
export const POPULATION_TABLE = "organisations";

/** What was done to people: where nearly all of a group share one answer, a figure would say it of each of them. */
const SENSITIVE: readonly string[] = ["severity", "consequence", "outcome"];

/** Seconds an analyst waits for the search; what is found by then is safe, if dearer than it might be. */
const SECONDS = 20;

export interface ReleaseContext {
  /** code of the records it counts; the name of the release */
  readonly cohort: string;
  /** secret, kept with what was counted */
  readonly seed: string;
  readonly lists: CodeLists;
  readonly labelOf: LabelOf;
  /** the words for all codes together and for no answer, by language; those for the parts that sums stand on */
  readonly wholeLabel: Readonly<Record<string, string>>;
  readonly notSaidLabel: Readonly<Record<string, string>>;
  readonly partLabels: Omit<PartWords, "whole">;
  /** the institutions that may be named, each with what the room asks for; their codes stand in `lists` */
  readonly named?: readonly ClearedCode[];
}

/** What the disclosure room wants to see of a code that stands for a name. */
export interface ClearedCode {
  readonly code: string;
  /** ISO day */
  readonly rightOfReplyOn: string;
  readonly evidence: string;
  /** user ids */
  readonly approvedBy: readonly string[];
}

/**
 * What the disclosure room is asked for: the chosen tables at the chosen levels, all by the public rules. A table is
 * taken at its level however many marks that costs; only what cannot be protected becomes coarser.
 * @returns the value of a SPEC.json
 */
export function releaseSpecification(choices: readonly TableChoice[], context: ReleaseContext): object {
  const subjects = subjectsIn(choices, context.lists);
  return {
    release: context.cohort,
    seed: context.seed,
    profile: "public",
    dimensions: {
      ...Object.fromEntries(subjects.map(({ subject, levels }) => [subject, dimensionOf(subject, levels, context)])),
      ...partDimensions(summedIn(choices), ALL, { ...context.partLabels, whole: context.wholeLabel }),
    },
    tables: [populationTable(subjects[0]?.subject ?? ""), ...choices.map((choice) => tableOf(choice, context.lists))],
    limits: { seconds: SECONDS },
  };
}

/** Rows as the room wants them: leaf codes by subject, and no answer where there is none. */
export function microRecords(
  rows: readonly CountedRow[],
  choices: readonly TableChoice[],
  lists: CodeLists,
): MicroRecord[] {
  const subjects = subjectsIn(choices, lists).map(({ subject, levels }) => {
    const [finest] = levels;
    return { subject, finest: finest!, known: new Set(codesOf(finest!, lists)) };
  });
  const wanted = quantitiesIn(choices);
  const summed = summedIn(choices);
  return rows.map(({ organisationKey, codes, quantities }, place) => ({
    id: String(place),
    unit: organisationKey,
    codes: {
      ...Object.fromEntries(
        subjects.map(({ subject, finest, known }) => {
          const said = (codes[finest] ?? []).filter((code) => known.has(code));
          return [subject, said.length > 0 ? said : [NOT_SAID]];
        }),
      ),
      ...partCodes(quantities, summed),
    },
    amounts: Object.fromEntries(
      wanted.map((quantity) => [quantity, quantities ? quantityOf(quantities, quantity) : 0]),
    ),
    releasedIn: [],
    withdrawn: false,
  }));
}

interface Subject {
  readonly subject: string;
  /** finest first, from the finest that is asked for: what is asked by region alone needs no country */
  readonly levels: readonly Dimension[];
}

function subjectsIn(choices: readonly TableChoice[], lists: CodeLists): Subject[] {
  const asked = choices.flatMap(({ dimensions, where }) => [...dimensions, ...(where ? [where.dimension] : [])]);
  return [...new Set(asked.map(subjectOf))].sort().map((subject) => {
    const all = levelsOf(subject);
    const wanted = all.slice(all.findIndex((level) => asked.includes(level)));
    return { subject, levels: wanted.filter((level) => levelFor(level, lists) === level) };
  });
}

/** Where nobody may be named, names and types are one level. */
const levelFor = (dimension: Dimension, { named = [] }: CodeLists): Dimension =>
  dimension === "institution_named" && named.length === 0 ? "institution_type" : dimension;

/** Levels carry the names of their dimensions, so that a chosen level is read back as one. */
function dimensionOf(subject: string, levels: readonly Dimension[], context: ReleaseContext) {
  const { lists } = context;
  const labelled = levels.flatMap((dimension) =>
    codesOf(dimension, lists).map((code) => [code, labelsOf(dimension, code, context)] as const),
  );
  return {
    column: subject,
    total: ALL,
    sums: sumsOf(levels, lists),
    coarsen: [...levels, "total"],
    sensitive: SENSITIVE.includes(subject),
    ...institutionsIn(levels, context),
    labels: { ...Object.fromEntries(labelled), [ALL]: context.wholeLabel, [NOT_SAID]: context.notSaidLabel },
  };
}

/** Every code that names somebody, cleared or not: what is not cleared is then printed at no level that holds it. */
function institutionsIn(levels: readonly Dimension[], { lists, named = [] }: ReleaseContext) {
  if (!levels.includes("institution_named")) return {};
  const codes = codesOf("institution_named", lists).filter(isName);
  return { institutions: codes.map((code) => named.find((one) => one.code === code) ?? { code }) };
}

/** @param levels  finest first: the whole is the coarsest codes, and each of them those of the next level below */
function sumsOf(levels: readonly Dimension[], lists: CodeLists): [string, string[]][] {
  const coarsest = codesOf(levels.at(-1)!, lists);
  const splits = levels.slice(0, -1).flatMap((finer, place) => {
    const [codes, groups] = [codesOf(finer, lists), codesOf(levels[place + 1]!, lists)];
    const { codeOf } = widerThan(finer)!;
    // A code that is its own group, as the years before all others, is split no further.
    return groups
      .filter((group) => !codes.includes(group))
      .map((group): [string, string[]] => [group, codes.filter((code) => codeOf(code) === group)]);
  });
  return [[ALL, [...coarsest, NOT_SAID]], ...splits];
}

function labelsOf(dimension: Dimension, code: string, { labelOf }: ReleaseContext): Record<string, string> {
  return Object.fromEntries(LOCALES.map((locale) => [locale, labelOf(labelListOf(dimension), code, locale)]));
}

const populationTable = (subject: string) => ({
  id: POPULATION_TABLE,
  measure: "organisations",
  dimensions: [subject],
  minimumLevel: "total",
  mostPrimary: 1,
});

const tableOf = (choice: TableChoice, lists: CodeLists) => {
  const id = tableIdOf(choice);
  const [part, whole] = restsOn(choice).map(tableIdOf);
  const { measure, of } = choice;
  if (measure === "share") return { id, measure, part, whole };
  if (measure === "medianBand") return { id, measure, of, beside: part, cuts: of ? cutsOf(of) : [] };
  const where = choice.where ? { [subjectOf(choice.where.dimension)]: choice.where.code } : {};
  return {
    id,
    measure,
    ...(of && { of }),
    dimensions: choice.dimensions.map(subjectOf),
    where: of ? { ...where, ...wherePart(of) } : where,
    minimumLevel: choice.dimensions.map((dimension) => levelFor(dimension, lists)),
    mostPrimary: 1,
  };
};

const quantitiesIn = (choices: readonly TableChoice[]): Quantity[] => [
  ...new Set(choices.flatMap(({ of }) => of ?? [])),
];

/** Sums have a part of their own; a median is told beside everybody, and passes over who gave nothing. */
const summedIn = (choices: readonly TableChoice[]): Quantity[] =>
  quantitiesIn(choices.filter(({ measure }) => measure === "sum"));
