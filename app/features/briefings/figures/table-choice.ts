import { z } from "zod";
import { DIMENSIONS, type Dimension, type Section, sectionOf, subjectOf } from "./dimensions.ts";
import { QUANTITIES, type Quantity } from "./quantities.ts";

/**
 * What a table says. An organisation counts once in a row, however many cases it has there. Shares and medians are made of
 * tables of organisations (`restsOn`); sums and medians are of one quantity.
 */
export const MEASURES = ["organisations", "cases", "share", "sum", "medianBand"] as const;
export type Measure = (typeof MEASURES)[number];
/** More tables than this are no briefing any more, and every one costs the others marks. */
export const MOST_TABLES = 24;

const dimension = z.enum(DIMENSIONS);
const filter = z.object({ dimension, code: z.string().regex(/^[A-Za-z0-9_-]{1,60}$/) });

/** One table that is wanted: what is counted, by what, and of which part. Decided before anybody sees a figure. */
export const tableChoiceSchema = z
  .object({
    measure: z.enum(MEASURES),
    /** what is added up, or of which the median is told */
    of: z.custom<Quantity>((value) => QUANTITIES.includes(value as Quantity)).optional(),
    /** rows, and columns where there are two */
    dimensions: z.array(dimension).min(1).max(2),
    where: filter.nullable(),
  })
  .refine(({ dimensions, where }) => {
    const subjects = [...dimensions, ...(where ? [where.dimension] : [])].map(subjectOf);
    return new Set(subjects).size === subjects.length;
  }, "briefings.tables.same-subject")
  .refine(
    ({ measure, of }) => (measure === "sum" || measure === "medianBand") === (of !== undefined),
    "briefings.tables.quantity",
  )
  // A sum or a share beside a name would say more of it than that it stands behind so many cases.
  .refine(
    (choice) =>
      !isOfNames(choice) ||
      ((choice.measure === "organisations" || choice.measure === "cases") && choice.where === null),
    "briefings.tables.names-counted",
  )
  // Days of different organisations add up to nothing that anybody waited for.
  .refine(({ measure, of }) => measure !== "sum" || of !== "duration", "briefings.tables.sum-of-days")
  .refine(
    ({ measure, dimensions, where }) => measure !== "share" || dimensions.length === 2 || where !== null,
    "briefings.tables.share-of-what",
  );
export type TableChoice = z.infer<typeof tableChoiceSchema>;

/** Whether it tells of institutions by their names. */
export function isOfNames({ dimensions, where }: AboutWhat): boolean {
  return [...dimensions, where?.dimension].includes("institution_named");
}

interface AboutWhat {
  readonly dimensions: readonly Dimension[];
  readonly where: z.infer<typeof filter> | null;
}

export const tableChoicesSchema = z
  .array(tableChoiceSchema)
  .min(1, "briefings.tables.none")
  .max(MOST_TABLES, "briefings.tables.too-many")
  .refine((choices) => new Set(choices.map(tableIdOf)).size === choices.length, "briefings.tables.twice");

const hyphens = (code: string): string => code.replaceAll("_", "-").toLowerCase();

/** The id of a table in addresses, files and evidence. */
export function tableIdOf({ measure, of, dimensions, where }: TableChoice): string {
  const what = [measure === "medianBand" ? "median" : measure, ...(of ? [hyphens(of)] : [])].join("-");
  const by = `${what}-by-${dimensions.map(hyphens).join("-and-")}`;
  return where ? shortId(`${by}-of-${hyphens(where.dimension)}-${hyphens(where.code)}`) : by;
}

/** Names of tables in a package are no longer than this. */
const LONGEST_ID = 80;

/** What is cut off a long id must not make two tables one: a share would be made of the other's part. */
function shortId(id: string): string {
  if (id.length <= LONGEST_ID) return id;
  const mark = `-${fnv1a(id).toString(36)}`;
  return `${id.slice(0, LONGEST_ID - mark.length)}${mark}`;
}

/** Fowler, Noll, Vo: tells texts apart, and keeps no secret. */
function fnv1a(text: string): number {
  return [...text].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0, 0x811c9dc5);
}

/** A sum or a median is about time or money, whatever it is told by. */
export const sectionOfTable = ({ measure, dimensions }: TableOf): Section =>
  measure === "sum" || measure === "medianBand" ? "time_and_money" : sectionOf(dimensions[0] ?? "affected_region");

interface TableOf {
  readonly measure: Measure;
  readonly dimensions: readonly Dimension[];
}

/**
 * The tables of organisations that a share or a median is made of, which are printed too: for a share, the part and then
 * the whole it is a share of. A share of a part is of the same rows without it, one by two dimensions is of its rows.
 */
export function restsOn({ measure, dimensions, where }: TableChoice): readonly TableChoice[] {
  const counted = { measure: "organisations", dimensions, where } as const;
  if (measure === "medianBand") return [counted];
  if (measure !== "share") return [];
  const whole = where ? { ...counted, where: null } : { ...counted, dimensions: dimensions.slice(0, 1) };
  return [counted, whole];
}

/** The list with everything its tables rest on, each before the first that needs it. */
export function withBases(choices: readonly TableChoice[]): TableChoice[] {
  const all = choices.flatMap((choice) => [...restsOn(choice), choice]);
  const wanted = new Set(choices.map(tableIdOf));
  const isMissing = (choice: TableChoice) => !wanted.has(tableIdOf(choice));
  const added = new Map(all.filter(isMissing).map((choice) => [tableIdOf(choice), choice]));
  return choices.flatMap((choice) => {
    const bases = restsOn(choice).flatMap((base) => added.get(tableIdOf(base)) ?? []);
    for (const base of bases) added.delete(tableIdOf(base));
    return [...bases, choice];
  });
}

const oneWay = (dimension: Dimension): TableChoice => ({
  measure: "organisations",
  dimensions: [dimension],
  where: null,
});

/** Where nothing was chosen before: what happened to whom, by whom, and what came of it. */
export const STANDARD_TABLES: readonly TableChoice[] = [
  oneWay("affected_region"),
  oneWay("affected_type"),
  oneWay("incident_type"),
  oneWay("period_year"),
  oneWay("measure"),
  oneWay("severity"),
  oneWay("institution_type"),
  { measure: "organisations", dimensions: ["institution_region", "affected_region"], where: null },
  oneWay("stated_reason"),
  oneWay("duration_band"),
  oneWay("amount_band"),
  oneWay("consequence"),
  oneWay("remedy"),
  oneWay("outcome"),
];

const FORM = /^([a-zA-Z]+)(?::([a-z_]+))?\.([a-z_]+)(?:\*([a-z_]+))?(?:@([a-z_]+)=([A-Za-z0-9_-]+))?$/;

/** A choice as one field of a form: `organisations.incident_group*affected_region@severity=high`. */
export function choiceText({ measure, of, dimensions, where }: TableChoice): string {
  return `${measure}${of ? `:${of}` : ""}.${dimensions.join("*")}${where ? `@${where.dimension}=${where.code}` : ""}`;
}

/** The choice that `choiceText` wrote. @returns null where it is none */
export function choiceFrom(text: string): TableChoice | null {
  const [, measure, of, rows, columns, dimension, code] = FORM.exec(text) ?? [];
  const read = tableChoiceSchema.safeParse({
    measure,
    ...(of && { of }),
    dimensions: [rows, columns].filter((name) => name !== undefined),
    where: dimension ? { dimension, code } : null,
  });
  return read.success ? read.data : null;
}
