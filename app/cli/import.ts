import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { withInstallation } from "#app/cli/installation/with-database.ts";
import type { RowError } from "#app/features/cases/import/public-incidents.ts";
import type { Refusal } from "#app/kernel/refusal.ts";

export const summary = "Import public incidents from a CSV file";
export const usage = `
Usage: npx thaw import FILE.csv --as HANDLE [--team LABEL]

  --as HANDLE    the coordinator who imports; the cases go to that person's team
  --team LABEL   of several teams, this one

Takes the columns of prisma/seed/public-incidents.csv. All rows are imported or none: each bad row is named with line,
column and reason. Asks for the passphrase and then the code of the authenticator; from a pipe it reads them as two
lines. Neither is ever an argument or a variable.

Exit status: 0 imported, 1 not possible now, 2 the file has bad rows.
`;

/** @returns 2 where the file is at fault, so that a script can tell that from a wrong passphrase */
export async function run(args: readonly string[]): Promise<number> {
  const options = { as: { type: "string" }, team: { type: "string" } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [file] = positionals;
  if (!file || positionals.length > 1 || !values.as) throw new Error("Usage: npx thaw import FILE.csv --as HANDLE");
  const { parsePublicIncidents } = await import("#app/features/cases/import/public-incidents.ts");
  const { incidents, errors } = parsePublicIncidents(textOf(file));
  if (errors.length > 0) return refuseRows(errors);
  if (incidents.length === 0) return refuseRows([{ line: 1, column: "", reason: "no row follows the header" }]);
  return importAs({ handle: values.as, team: values.team }, incidents);
}

/** A mistyped path is told in a sentence, not in the words of the operating system. */
function textOf(file: string): string {
  if (!existsSync(file)) throw new Error(`There is no file ${file}. Nothing was imported.`);
  return readFileSync(file, "utf8");
}

type Incidents = Parameters<
  typeof import("#app/features/cases/import/incident-import.server.ts")["importIncidents"]
>[1];

async function importAs({ handle, team }: { handle: string; team: string | undefined }, incidents: Incidents) {
  return withInstallation(async () => {
    const { importIncidents } = await import("#app/features/cases/import/incident-import.server.ts");
    const { signedIn } = await import("#app/cli/terminal/sign-in.ts");
    const result = await signedIn({ handle, team, role: "intake" }, (actor) => importIncidents(actor, incidents));
    if (!result.ok) return refuseRows(repeatedRows(result.refusal, incidents));
    const { cases, organisations } = result.value;
    process.stdout.write(`Imported ${cases} cases of ${organisations} organisations.\n`);
    return 0;
  });
}

function repeatedRows(refusal: Refusal, incidents: Incidents): RowError[] {
  const repeated = "event" in refusal ? (refusal.event?.split(" ") ?? []) : [];
  return incidents
    .filter(({ caseRef }) => repeated.includes(caseRef))
    .map(({ line }) => ({ line, column: "case_ref", reason: "is already among the team's cases" }));
}

function refuseRows(errors: readonly RowError[]): number {
  const lines = errors.map(({ line, column, reason }) => `line ${line}${column && `, column ${column}`}: ${reason}\n`);
  process.stderr.write(`Nothing was imported: ${errors.length} bad ${errors.length === 1 ? "cell" : "cells"}.\n`);
  process.stderr.write(lines.join(""));
  return 2;
}
