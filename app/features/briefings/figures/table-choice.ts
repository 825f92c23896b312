import { z } from "zod";
import { DIMENSIONS, type Dimension, type Section, sectionOf, subjectOf } from "./dimensions.ts";

/** What a table counts. An organisation counts once in a row, however many cases it has there. */
export const MEASURES = ["organisations", "cases"] as const;
export type Measure = (typeof MEASURES)[number];
/** More tables than this are no briefing any more, and every one costs the others marks. */
export const MOST_TABLES = 24;

const dimension = z.enum(DIMENSIONS);
const filter = z.object({ dimension, code: z.string().regex(/^[A-Za-z0-9_-]{1,60}$/) });

/** One table that is wanted: what is counted, by what, and of which part. Decided before anybody sees a figure. */
export const tableChoiceSchema = z
  .object({
    measure: z.enum(MEASURES),
    /** rows, and columns where there are two */
    dimensions: z.array(dimension).min(1).max(2),
    where: filter.nullable(),
  })
  .refine(({ dimensions, where }) => {
    const subjects = [...dimensions, ...(where ? [where.dimension] : [])].map(subjectOf);
    return new Set(subjects).size === subjects.length;
  }, "briefings.tables.same-subject");
export type TableChoice = z.infer<typeof tableChoiceSchema>;

export const tableChoicesSchema = z
  .array(tableChoiceSchema)
  .min(1, "briefings.tables.none")
  .max(MOST_TABLES, "briefings.tables.too-many")
  .refine((choices) => new Set(choices.map(tableIdOf)).size === choices.length, "briefings.tables.twice");

const hyphens = (code: string): string => code.replaceAll("_", "-").toLowerCase();

/** The id of a table in addresses, files and evidence. */
export function tableIdOf({ measure, dimensions, where }: TableChoice): string {
  const by = `${measure}-by-${dimensions.map(hyphens).join("-and-")}`;
  return where ? `${by}-of-${hyphens(where.dimension)}-${hyphens(where.code)}`.slice(0, 80) : by;
}

export const sectionOfTable = ({ dimensions }: { readonly dimensions: readonly Dimension[] }): Section =>
  sectionOf(dimensions[0] ?? "affected_region");

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

const FORM = /^([a-z]+)\.([a-z_]+)(?:\*([a-z_]+))?(?:@([a-z_]+)=([A-Za-z0-9_-]+))?$/;

/** A choice as one field of a form: `organisations.incident_group*affected_region@severity=high`. */
export function choiceText({ measure, dimensions, where }: TableChoice): string {
  return `${measure}.${dimensions.join("*")}${where ? `@${where.dimension}=${where.code}` : ""}`;
}

/** The choice that `choiceText` wrote. @returns null where it is none */
export function choiceFrom(text: string): TableChoice | null {
  const [, measure, rows, columns, dimension, code] = FORM.exec(text) ?? [];
  const read = tableChoiceSchema.safeParse({
    measure,
    dimensions: [rows, columns].filter((name) => name !== undefined),
    where: dimension ? { dimension, code } : null,
  });
  return read.success ? read.data : null;
}
