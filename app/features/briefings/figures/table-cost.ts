import { SIZES } from "#app/features/disclosure/settings.ts";
import { linkedDimensions, linkedPairs } from "#app/features/disclosure/tables/linked-dimensions.ts";
import { type CodeLists, chainOf, codesOf, type Dimension, levelsOf, subjectOf } from "./dimensions.ts";
import { wherePart } from "./summed-parts.ts";
import { type Measure, type TableChoice, tableIdOf, withBases } from "./table-choice.ts";

/** Subjects in which a case may stand at several codes: what shares one of them is looked at together. */
const OF_SEVERAL_CODES: ReadonlySet<string> = new Set(["incident", "consequence", "remedy", "documents_requested"]);

/** All together, and those who gave no answer. */
const BESIDE_CODES = 2;
/** Those who gave something of a sum, the others, and all: sums of one kind are looked at by themselves. */
const PART_CODES = 3;

/** What of a list adds up with each other: cells of a measure of its own, in one product of subjects. */
interface Product {
  readonly subjects: readonly string[];
  readonly cells: number;
}

/**
 * How large the systems are in which the figures of a list hang together: for each measure every combination of the codes
 * of all subjects that tell something of each other, as the disclosure room will build them (`system/closure.ts`).
 */
export function productsOf(choices: readonly TableChoice[], lists: CodeLists): readonly Product[] {
  const counted = withBases(choices).filter(({ measure }) => measure !== "share" && measure !== "medianBand");
  const measures = [...new Set(counted.map(systemOf))];
  const products = (link: (sets: string[][], isOverlapping: ReadonlySet<string>) => string[][]) =>
    measures.flatMap((measure) => {
      const own = counted.filter((choice) => systemOf(choice) === measure);
      const finest = finestOf(own);
      const size = (subject: string) => {
        const level = finest.get(subject);
        return level ? sizeOf(level, lists) : PART_CODES;
      };
      const sets = own.map(subjectsOf);
      const overlapping = measure === "organisations" ? new Set(sets.flat()) : OF_SEVERAL_CODES;
      return link(sets, overlapping).map((subjects) => ({
        subjects,
        cells: subjects.reduce((product, subject) => product * size(subject), 1),
      }));
    });
  const whole = products(linkedDimensions);
  const cells = whole.reduce((sum, product) => sum + product.cells, 0);
  return cells > SIZES.closure ? products(linkedPairs) : whole;
}

const systemOf = ({ measure, of }: Pick<TableChoice, "measure" | "of">): Measure | string =>
  of ? `${measure}:${of}` : measure;

const namedIn = ({ dimensions, where }: TableChoice): readonly Dimension[] =>
  where ? [...dimensions, where.dimension] : dimensions;

/** A sum is of those who gave something of it, which is one side more. */
const partIn = ({ measure, of }: TableChoice): readonly string[] =>
  measure === "sum" && of ? Object.keys(wherePart(of)) : [];

const subjectsOf = (choice: TableChoice): string[] => [
  ...new Set([...namedIn(choice).map(subjectOf), ...partIn(choice)]),
];

function finestOf(choices: readonly TableChoice[]): ReadonlyMap<string, Dimension> {
  const named = choices.flatMap(namedIn);
  return new Map(
    named.map((one) => [subjectOf(one), levelsOf(subjectOf(one)).find((level) => named.includes(level))!]),
  );
}

/** Codes of a level and of all that are coarser: what lies between two printed figures is known too. */
function sizeOf(finest: Dimension, lists: CodeLists): number {
  const levels = levelsOf(subjectOf(finest));
  const codes = levels.slice(levels.indexOf(finest)).flatMap((level) => codesOf(level, lists));
  return new Set(codes).size + BESIDE_CODES;
}

/** Measured (README, "What a list costs"): processor time for one product, in seconds, of one subject and of several. */
const ONE_SUBJECT = 0.005;
const SEVERAL_SUBJECTS = { factor: 0.002, power: 1.6 } as const;
/** A thread, the solver, and the files, whatever the list. */
const BEGINNING = 1;

/** About how many seconds the tables of this list take. Known before anybody counts, so that it says nothing of anybody. */
export function secondsFor(choices: readonly TableChoice[], lists: CodeLists): number {
  return productsOf(choices, lists).reduce((sum, product) => sum + secondsOf(product), BEGINNING);
}

const secondsOf = ({ subjects, cells }: Product): number =>
  subjects.length < 2 ? ONE_SUBJECT * cells : SEVERAL_SUBJECTS.factor * cells ** SEVERAL_SUBJECTS.power;

/** One table taken at a coarser level, and what the list then costs. */
export interface CheaperList {
  readonly table: TableChoice;
  readonly instead: TableChoice;
  readonly seconds: number;
}

/** Less than this is no advice. */
const WORTH_A_CHANGE = 0.7;

/** What one coarser level would save, the cheapest list first. Empty where nothing is to be won. */
export function cheaperLists(choices: readonly TableChoice[], lists: CodeLists): readonly CheaperList[] {
  const now = secondsFor(choices, lists);
  return choices
    .filter(({ dimensions }) => dimensions.length > 1)
    .flatMap((table) => coarserThan(table).map((instead) => ({ table, instead })))
    .filter(({ instead }) => !choices.some((one) => tableIdOf(one) === tableIdOf(instead)))
    .map(({ table, instead }) => ({
      ...{ table, instead },
      seconds: secondsFor(
        choices.map((one) => (one === table ? instead : one)),
        lists,
      ),
    }))
    .filter(({ seconds }) => seconds < now * WORTH_A_CHANGE)
    .sort((one, other) => one.seconds - other.seconds);
}

/** The same table with one of its sides at each coarser level. */
const coarserThan = (table: TableChoice): TableChoice[] =>
  table.dimensions.flatMap((dimension, place) =>
    chainOf(dimension)
      .slice(1)
      .map((wider) => ({ ...table, dimensions: table.dimensions.with(place, wider) })),
  );
