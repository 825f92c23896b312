import { unzipSync, zipSync } from "fflate";
import type { PrintableNames } from "#app/features/briefings/names/edition-names.ts";
import type { ReleaseFile } from "#app/features/briefings/published/release-file.ts";
import { sessionName } from "#app/features/briefings/session-name.ts";
import type { PackageFiles } from "#app/features/disclosure/output/release-figures.ts";
import { LOCALES, type Locale } from "#app/i18n/locales.ts";
import type { Text } from "#app/i18n/text.tsx";
import { csvText } from "#app/kernel/csv.ts";

const MEDIA_TYPES: Record<string, string> = {
  csv: "text/csv; charset=utf-8",
  json: "application/json",
  md: "text/markdown; charset=utf-8",
};

/** Beside the audited files, which stay as they are to the byte: how the figures were made, in every language. */
const METHOD_PATH = "METHOD.md";
/** Beside them too: whom the codes of institutions stand for, each with its reply. In the audited files there is no name. */
const NAMES_PATH = "institutions.csv";

/** The package of a survey, whose answers are another release, lies whole in a folder of its own. */
const SURVEY_FOLDER = "survey/";

/** The files of a survey as they lie in a briefing's package. */
export const inSurveyFolder = (files: PackageFiles): readonly (readonly [path: string, text: string])[] =>
  [...files].map(([path, text]) => [`${SURVEY_FOLDER}${path}`, text]);

/** The released figures as a data package: the very files that passed the audit, in the order of their paths. */
export function dataPackage(
  audited: readonly (readonly [path: string, text: string])[],
  release: { readonly session: string; readonly releasedOn: string },
  textFor: (locale: Locale) => Text,
  names: PrintableNames = new Map(),
): ReleaseFile[] {
  const added = [
    [METHOD_PATH, methodOf(release, textFor, names.size > 0)] as const,
    ...(names.size > 0 ? [[NAMES_PATH, namesCsv(names)] as const] : []),
  ];
  const files = [...audited, ...added].map(([path, text]) => ({
    path,
    mediaType: MEDIA_TYPES[path.split(".").at(-1) ?? ""] ?? "text/plain; charset=utf-8",
    bytes: new TextEncoder().encode(text),
  }));
  return files.sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** What is packed already only takes time, and long drawings cost it for nothing. */
const levelFor = (path: string): 0 | 5 | 9 => (path.endsWith(".png") ? 0 : path.endsWith(".svg") ? 5 : 9);

/** One archive; the day of release is the only date in it, so that the same files make the same bytes. */
export function zipped(files: readonly ReleaseFile[], releasedOn: string): Uint8Array<ArrayBuffer> {
  const [year = 0, month = 1, day = 1] = releasedOn.split("-").map(Number);
  // Archives keep local time without a zone: noon of that day, wherever the server stands.
  const mtime = new Date(year, month - 1, day, 12);
  const entries = Object.fromEntries(
    files.map(({ path, bytes }) => [path, [bytes, { mtime, level: levelFor(path) }] as const]),
  );
  return new Uint8Array(zipSync(entries as Parameters<typeof zipSync>[0]));
}

/** What was counted of cases in a package that was released, as it was audited. */
export function unzipped(archive: Uint8Array): PackageFiles {
  const isOfCases = (path: string) => path !== METHOD_PATH && path !== NAMES_PATH && !path.startsWith(SURVEY_FOLDER);
  return textsOf(archive, isOfCases);
}

/** The name of the survey's own release in a package; null where it has none. */
export function surveyReleaseIn(archive: Uint8Array): string | null {
  const [descriptor] = textsOf(archive, (path) => path === `${SURVEY_FOLDER}datapackage.json`).values();
  return descriptor ? (JSON.parse(descriptor) as { name: string }).name.replace(/^thaw-/, "") : null;
}

function textsOf(archive: Uint8Array, isWanted: (path: string) => boolean): PackageFiles {
  const files = Object.entries(unzipSync(archive, { filter: ({ name }) => isWanted(name) }));
  return new Map(files.map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
}

function namesCsv(names: PrintableNames): string {
  const header = ["code", "name", "institution_type", "evidence", "asked_on", "answered_on", "reply"];
  const rows = [...names].map(([code, { name, type, grade, reply }]) => [
    ...[code, name, type, grade],
    ...[reply.askedOn, reply.answeredOn ?? "", reply.answer],
  ]);
  return csvText(header, rows);
}

function methodOf(
  { session, releasedOn }: { readonly session: string; readonly releasedOn: string },
  textFor: (locale: Locale) => Text,
  hasNames: boolean,
): string {
  return LOCALES.map((locale) => {
    const t = textFor(locale);
    return [
      `# ${t("briefings.kicker", { session: sessionName(session, t) })}, ${releasedOn}`,
      `## ${t("briefings.package.heading")}`,
      t("briefings.package.files"),
      ...(hasNames ? [t("briefings.names.package")] : []),
      t("briefings.table.footnote"),
      t("briefings.table.rounding-organisations"),
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
