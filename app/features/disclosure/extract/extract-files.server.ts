import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import { digestOf, jsonText, sorted } from "#app/features/disclosure/output/data-package.server.ts";
import {
  CODES_SCHEMA,
  codesFiles,
  codesName,
  codesPath,
  resource,
} from "#app/features/disclosure/output/package-files.ts";
import type { PackageFiles } from "#app/features/disclosure/output/release-figures.ts";
import { chance } from "#app/features/disclosure/rules/cost.server.ts";
import { treeOf } from "#app/features/disclosure/tables/table-plan.ts";
import { csvText } from "#app/kernel/csv.ts";
import type { ExtractSpec } from "./extract-spec.ts";
import { saidAt } from "./sensitive-levels.ts";

const PATH = "extract.csv";

/** The rows as they leave: recoded, in bands, without identifiers, in an order that tells nothing. */
export function extractFiles(
  kept: readonly MicroRecord[],
  { quasiIdentifiers, sensitive, bands, spec, trees }: ExtractSpec,
  levels: ReadonlyMap<string, number>,
  date: string,
): PackageFiles {
  const facets = [...quasiIdentifiers, ...sensitive];
  const money = Object.entries(bands);
  const order = (record: MicroRecord) => chance(spec.seed, `extract ${record.id}`);
  const rows = [...kept]
    .sort((a, b) => order(a) - order(b))
    .map((record) => [
      ...facets.map((name) => saidAt(record, name, levels.get(name)!, trees).sort().join(";")),
      ...money.flatMap(([column, cuts]) => bandOf(record.amounts[column] ?? 0, cuts)),
    ]);
  const columns = [...facets, ...money.flatMap(([column]) => [`${column}_lo`, `${column}_hi`])];
  const text = csvText(columns, rows);
  const codes = facets.flatMap((dimension) => {
    const { total, splits, levels: own } = treeOf(dimension, trees);
    const inUse = own[levels.get(dimension)!]!.codes;
    const used = splits.filter(({ children }) => children.every((child) => inUse.includes(child)));
    const labels = spec.dimensions[dimension]?.labels ?? {};
    return codesFiles({ dimension, total, splits: used, labels }).map((file, way) => ({ dimension, way, file }));
  });
  const sizeOf = (file: string) => ({ hash: digestOf(file), bytes: Buffer.byteLength(file) });
  const descriptor = {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: `thaw-${spec.release}`,
    created: `${date}T00:00:00Z`,
    resources: [
      {
        ...resource("extract", PATH, sizeOf(text)),
        schema: {
          fields: columns.map((name) => ({ name, type: facets.includes(name) ? "string" : "number" })),
          missingValues: [""],
        },
        sdc: {
          kind: "microdata",
          quasiIdentifiers,
          sensitive,
          levels: Object.fromEntries(facets.map((name) => [name, treeOf(name, trees).levels[levels.get(name)!]!.name])),
        },
      },
      ...codes.map(({ dimension, way, file }) => ({
        ...resource(codesName(dimension, way), codesPath(dimension, way), sizeOf(file)),
        schema: CODES_SCHEMA,
        sdc: { kind: "codes", dimension },
      })),
    ],
  };
  return sorted([
    [PATH, text],
    ...codes.map(({ dimension, way, file }): [string, string] => [codesPath(dimension, way), file]),
    ["datapackage.json", jsonText(descriptor)],
    ["README.md", README],
  ]);
}

/** No amount is said, only between which cuts it lies; nothing where none was given. */
function bandOf(amount: number, cuts: readonly number[]): [number | null, number | null] {
  if (amount <= 0) return [null, null];
  const rising = [...cuts].sort((a, b) => a - b);
  return [rising.findLast((cut) => cut <= amount) ?? 0, rising.find((cut) => cut > amount) ?? null];
}

const README = `# Extract for research

For the researchers named in the agreement and for nobody else. Rows are recoded, some are left out, and the order tells
nothing. Amounts are said as bands. No row is to be joined with other data so as to name an organisation.
`;
