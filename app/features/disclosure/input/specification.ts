import { z } from "zod";
import { LIMITS, looserThan, MOST_PRIMARY, PROFILES, type Rules } from "#app/features/disclosure/settings.ts";
import { type DerivedSpec, medianTable, shareTable } from "./derived-spec.ts";
import type { Read } from "./input-error.ts";
import { code, name } from "./names.ts";

const labels = z.strictObject({ en: z.string(), fr: z.string(), es: z.string(), ar: z.string() });

const institution = z.strictObject({
  code,
  /** the day on which it was asked for its side */
  rightOfReplyOn: z.iso.date().optional(),
  /** what its cases rest on beyond the word of those who reported, in a word of the caller */
  evidence: z.string().min(1).optional(),
  /** the persons who answer for the name, each once */
  approvedBy: z.array(z.string().min(1)).default([]),
});
export type NamedInstitution = z.infer<typeof institution>;

const dimension = z.strictObject({
  column: z.string().min(1),
  total: code,
  /** every addition that holds; several per parent where a code is split in two ways */
  sums: z.array(z.tuple([code, z.array(code).min(1)])).min(1),
  /** names of levels, finest first; "leaf" and "total" stand at the ends */
  coarsen: z.array(z.string().min(1)).min(2).default(["leaf", "total"]),
  sensitive: z.boolean().default(false),
  structuralZeros: z.array(code).default([]),
  /** codes that name an institution: each needs all of this, else the table is shown without that level */
  institutions: z.array(institution).default([]),
  labels: z.record(code, labels).default({}),
});

const where = z.record(z.string(), code).default({});
const table = z.discriminatedUnion("measure", [
  z.strictObject({ ...tableFields("cases") }),
  z.strictObject({ ...tableFields("organisations") }),
  z.strictObject({ ...tableFields("sum"), of: z.string().min(1) }),
  shareTable,
  medianTable,
]);

function tableFields<const M extends string>(measure: M) {
  return {
    id: name,
    measure: z.literal(measure),
    dimensions: z.array(name).min(1).max(6),
    where,
    publish: z.literal("all").default("all"),
    /** finest level, or one for each dimension */
    minimumLevel: z.union([z.string(), z.array(z.string())]).optional(),
    /** share of the cells that are not zero which may be sensitive before a level counts as too fine; 1 takes any */
    mostPrimary: z.number().min(0).max(1).default(MOST_PRIMARY),
    /** cells, codes joined by "|" in the order of `dimensions` */
    neverWithhold: z.array(z.string()).default([]),
  };
}

const rules = z.strictObject({
  m: z.int().min(1),
  p: z.number().min(0).max(100),
  coalition: z.int().min(0).max(10),
  insiders: z.union([z.literal(1), z.literal(2)]),
  impliedAggregates: z.boolean(),
  zeros: z.enum(["mayWithhold", "publish"]),
  protection: z
    .strictObject({ relative: z.number().min(0), least: z.number().positive(), presence: z.boolean() })
    .partial(),
  homogeneity: z.number().min(0.5).max(1),
  cost: z
    .strictObject({ kind: z.enum(["log", "value"]), marginFactor: z.number().min(1), jitter: z.number().min(0).max(1) })
    .partial(),
  rounding: z
    .strictObject({ organisations: z.int().min(1), sum: z.strictObject({ significant: z.int().min(1).max(15) }) })
    .partial(),
});

const specification = z.strictObject({
  release: name,
  /** an edition whose records are asked again; the release's own name where it is left out */
  cohort: name.optional(),
  /** an edition of a closed period that is issued anew, with what was added and withdrawn since */
  reissues: name.optional(),
  seed: z.string().min(1),
  profile: z.enum(["public", "partners"]).default("public"),
  dimensions: z.record(name, dimension),
  tables: z.array(table).min(1),
  rules: rules.partial().default({}),
  earlier: z.array(z.string().min(1)).default([]),
  limits: z
    .strictObject({ seconds: z.number().positive(), gap: z.number().min(0).max(1) })
    .partial()
    .default({}),
});

type Parsed = z.infer<typeof specification>;
export type DimensionSpec = Parsed["dimensions"][string];
type AnyTable = Parsed["tables"][number];
/** A table that is counted or added up. What is derived from such tables stands apart. */
export type TableSpec = Exclude<AnyTable, { measure: "share" | "medianBand" }>;
export interface Specification extends Omit<Parsed, "rules" | "limits" | "tables">, DerivedSpec {
  readonly tables: readonly TableSpec[];
  readonly rules: Rules;
  readonly limits: typeof LIMITS;
}

/**
 * Reads SPEC.json. Rules that are not given are those of the profile; rules looser than the profile are refused.
 * @param file  its name, for the errors
 */
export function readSpecification(text: string, file: string): Read<Specification> {
  const json = parsed(text);
  if (json === undefined) return { ok: false, errors: [{ file, line: 0, column: "", reason: "is not valid JSON" }] };
  const read = specification.safeParse(json);
  if (!read.success) {
    const errors = read.error.issues.map(({ path, message }) => ({
      file,
      line: 0,
      column: path.join("."),
      reason: message,
    }));
    return { ok: false, errors };
  }
  const rules = completed(read.data);
  const looser = looserThan(read.data.profile, rules);
  if (looser.length > 0) {
    const reason = `is looser than the profile "${read.data.profile}" allows`;
    return { ok: false, errors: looser.map((rule) => ({ file, line: 0, column: `rules.${rule}`, reason })) };
  }
  const limits = { ...LIMITS, ...defined(read.data.limits) };
  return { ok: true, value: { ...read.data, ...sorted(read.data.tables), rules, limits } };
}

function sorted(all: readonly AnyTable[]): Pick<Specification, "tables" | "shares" | "medians"> {
  const of = <M extends AnyTable["measure"]>(...measures: readonly M[]) =>
    all.filter((one): one is Extract<AnyTable, { measure: M }> =>
      (measures as readonly string[]).includes(one.measure),
    );
  return { tables: of("cases", "organisations", "sum"), shares: of("share"), medians: of("medianBand") };
}

function completed({ profile, rules }: Parsed): Rules {
  const base: Rules = PROFILES[profile];
  return {
    ...base,
    ...defined(rules),
    protection: { ...base.protection, ...defined(rules.protection ?? {}) },
    cost: { ...base.cost, ...defined(rules.cost ?? {}) },
    rounding: { ...base.rounding, ...defined(rules.rounding ?? {}) },
  };
}

/** Fields that were given: what stands there as undefined must not overwrite a default. */
function defined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
