import type { Json } from "#app/kernel/json.ts";
import { sha256Hex } from "#app/platform/crypto/hash.server.ts";
import {
  CODES_SCHEMA,
  codesFiles,
  codesName,
  codesPath,
  csvw,
  resource,
  tableFile,
  tablePath,
  tableSchema,
} from "./package-files.ts";
import type { PackageFiles, ReleasedFigures, ReleasedTable } from "./release-figures.ts";

export const digestOf = (text: string): string => `sha256:${sha256Hex(text)}`;
export const jsonText = (value: Json): string => `${JSON.stringify(value, null, 2)}\n`;
const sizeOf = (text: string) => ({ hash: digestOf(text), bytes: Buffer.byteLength(text) });

/**
 * The figures of a release as a data package, without its certificate: that is written when the audit has passed.
 * @see Data Package 2; CSV on the Web, Metadata Vocabulary
 */
export function packageFiles(figures: ReleasedFigures): PackageFiles {
  const codes = figures.codes.flatMap((one) => codesFiles(one).map((text, way) => ({ ...one, way, text })));
  const split = new Set(codes.filter(({ way }) => way > 0).map(({ dimension }) => dimension));
  const tables = figures.tables.map((table) => ({ table, text: tableFile(table.dimensions, table.rows) }));
  const descriptor = {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: `thaw-${figures.release}`,
    created: `${figures.date}T00:00:00Z`,
    resources: [
      ...tables.map(({ table, text }) => ({
        ...resource(table.id, tablePath(table.id), sizeOf(text)),
        // Where a code is split in two ways, its codes stand in two files and a cell can refer to neither alone.
        schema: tableSchema(
          table.dimensions,
          table.dimensions.filter((name) => !split.has(name)),
          datatype(table),
        ),
        sdc: sdcOf(table, figures.edition),
      })),
      ...codes.map(({ dimension, way, text }) => ({
        ...resource(codesName(dimension, way), codesPath(dimension, way), sizeOf(text)),
        schema: CODES_SCHEMA,
        sdc: { kind: "codes", dimension },
      })),
    ],
  };
  return sorted([
    ...tables.flatMap(({ table, text }): [string, string][] => [
      [tablePath(table.id), text],
      [`${tablePath(table.id)}-metadata.json`, jsonText(csvw(table.id, table.dimensions, datatype(table)))],
    ]),
    ...codes.map(({ dimension, way, text }): [string, string] => [codesPath(dimension, way), text]),
    ["datapackage.json", jsonText(descriptor)],
    ["README.md", readme(figures)],
  ]);
}

const isWhole = ({ measure }: ReleasedTable) => measure === "cases" || measure === "organisations";
const datatype = (table: ReleasedTable) => (isWhole(table) ? "integer" : "number");
const ADDITIVE: Record<ReleasedTable["measure"], string> = {
  cases: "sum",
  sum: "sum",
  organisations: "distinct",
  share: "none",
  medianBand: "none",
};

/** What a reader's program, and our own audit, must know of a table to add it up with others. */
function sdcOf(table: ReleasedTable, edition: string): Json {
  const { measure, of, dimensions, where, rounding, overlapping, derived } = table;
  return {
    kind: "table",
    measure,
    ...(of && { of }),
    ...derived,
    additive: ADDITIVE[measure],
    integer: isWhole(table),
    ...(measure === "organisations" && { atMost: "cases" }),
    ...(overlapping.length > 0 && { overlapping }),
    edition,
    dimensions,
    where,
    rounding: rounding && { ...rounding, mode: "nearest" },
  };
}

export function sorted(files: Iterable<[string, string]>): PackageFiles {
  return new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function readme({ release, date, tables }: ReleasedFigures): string {
  const isRounded = tables.some(({ rounding }) => rounding);
  const hasBands = tables.some(({ derived }) => derived);
  return [
    `# ${release}, ${date}`,
    "Tables are in `tables/`, their codes in `codes/`; `datapackage.json` describes them (Data Package 2), and beside each table its description for CSV on the Web. `certificate.json` says how the figures were protected.",
    "C: withheld to protect those who reported; it may stand for any value, zero included. `m`: cannot exist.",
    ...(isRounded
      ? ["Totals are computed from records and then rounded: rounded parts need not add up to a rounded whole."]
      : []),
    ...(hasBands
      ? [
          "Shares are percentages, with the limits `lo` and `hi` between which the true one lies. Of medians and quartiles only the band is said in which they lie; they are over organisations, each with what it put into the cell; an empty `hi` means that the band has no end.",
        ]
      : []),
    "Not covered: more contributors acting together than the certificate names, guesses from other sources, and what may be inferred from the wish to withhold little.",
    "",
  ].join("\n\n");
}
