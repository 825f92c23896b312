import { zipSync } from "fflate";
import { type Dimension, type LabelOf, labelListOf } from "#app/features/briefings/figures/dimensions.ts";
import type { FirstRelease } from "#app/features/briefings/figures/first-release-tables.ts";
import { type ReleaseFile, tablePath } from "#app/features/briefings/published/release-file.ts";
import { sessionName } from "#app/features/briefings/session-name.ts";
import { LOCALES, type Locale } from "#app/i18n/locales.ts";
import type { Text } from "#app/i18n/text.tsx";
import type { Json } from "#app/kernel/json.ts";
import { sha256Hex } from "#app/platform/crypto/hash.server.ts";
import { certificateOf } from "./data-package-certificate.ts";
import { codesFile, csvwOf, descriptorOf, type PackageTable, tableFile } from "./data-package-tables.ts";

export interface PackageTools {
  readonly textFor: (locale: Locale) => Text;
  readonly labelOf: LabelOf;
}

export interface PackageRelease {
  readonly slug: string;
  readonly session: string;
  /** code of the records it counted */
  readonly cohort: string;
  /** ISO day */
  readonly releasedOn: string;
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const digestOf = (bytes: Uint8Array): string => `sha256:${sha256Hex(bytes)}`;

/**
 * The released figures as a data package: tables, codes in every language, their descriptions, and what was done to
 * protect them. It holds what the page shows, and nothing finer.
 * @returns the files in the order of their paths
 */
export function dataPackage(figures: FirstRelease, release: PackageRelease, tools: PackageTools): ReleaseFile[] {
  const tables = packageTables(figures);
  const data = [
    ...tables.map((table) => csvFile(tablePath(table.id), tableFile(table))),
    ...figures.tables.map(({ dimension, cells }) =>
      csvFile(
        `codes/${dimension}.csv`,
        codesFile(
          cells.map(({ code }) => code),
          labelsOf(dimension, tools),
        ),
      ),
    ),
  ];
  const descriptions = tables.map((table) => jsonFile(`tables/${table.id}.csv-metadata.json`, csvwOf(table)));
  const digests = Object.fromEntries(
    data.map(({ path, bytes }) => [path, { hash: digestOf(bytes), bytes: bytes.length }]),
  );
  const descriptor = jsonFile("datapackage.json", descriptorOf(tables, release, digests));
  const readme = {
    path: "README.md",
    mediaType: "text/markdown; charset=utf-8",
    bytes: bytesOf(readmeOf(release, tools)),
  };
  const described = sorted([...data, ...descriptions, descriptor, readme]);
  const certificate = certificateOf(
    figures,
    release,
    Object.fromEntries(described.map(({ path, bytes }) => [path, digestOf(bytes)])),
  );
  return sorted([...described, jsonFile("certificate.json", certificate)]);
}

/** One archive; the day of release is the only date in it, so that the same files make the same bytes. */
export function zipped(files: readonly ReleaseFile[], releasedOn: string): Uint8Array<ArrayBuffer> {
  const [year = 0, month = 1, day = 1] = releasedOn.split("-").map(Number);
  // Archives keep local time without a zone: noon of that day, wherever the server stands.
  const mtime = new Date(year, month - 1, day, 12);
  const entries = Object.fromEntries(files.map(({ path, bytes }) => [path, [bytes, { mtime, level: 9 }] as const]));
  return new Uint8Array(zipSync(entries as Parameters<typeof zipSync>[0]));
}

function packageTables({ population, tables }: FirstRelease): PackageTable[] {
  const total = population.kind === "rounded" ? [{ codes: [], value: population.organisations }] : [];
  return [
    { id: "organisations", dimensions: [], rows: total },
    ...tables.map(({ id, dimension, cells }) => ({
      id,
      dimensions: [dimension],
      rows: cells.map(({ code, value }) => ({ codes: [code], value })),
    })),
  ];
}

function labelsOf(dimension: Dimension, { textFor, labelOf }: PackageTools) {
  return (code: string | null, locale: Locale): string =>
    code === null ? textFor(locale)("briefings.package.all") : labelOf(labelListOf(dimension), code, locale);
}

function readmeOf({ session, releasedOn }: PackageRelease, { textFor }: PackageTools): string {
  return LOCALES.map((locale) => {
    const t = textFor(locale);
    return [
      `# ${t("briefings.kicker", { session: sessionName(session, t) })}, ${releasedOn}`,
      `## ${t("briefings.package.heading")}`,
      t("briefings.package.files"),
      t("briefings.table.footnote"),
      t("briefings.table.rounding"),
      `## ${t("briefings.section.method")}`,
      t("briefings.method.counted"),
      t("briefings.method.protected"),
      `## ${t("briefings.section.limits")}`,
      t("briefings.method.limit-sample"),
      t("briefings.method.limit-source"),
      t("briefings.method.limit-silence"),
    ].join("\n\n");
  })
    .join("\n\n---\n\n")
    .concat("\n");
}

const csvFile = (path: string, text: string): ReleaseFile => ({
  path,
  mediaType: "text/csv; charset=utf-8",
  bytes: bytesOf(text),
});
const jsonFile = (path: string, value: Json): ReleaseFile => ({
  path,
  mediaType: "application/json",
  bytes: bytesOf(`${JSON.stringify(value, null, 2)}\n`),
});
const sorted = (files: readonly ReleaseFile[]): ReleaseFile[] =>
  [...files].sort((one, other) => (one.path < other.path ? -1 : 1));
