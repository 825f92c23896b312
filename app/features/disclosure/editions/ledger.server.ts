import { z } from "zod";
import type { InputError, Read } from "#app/features/disclosure/input/input-error.ts";
import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import { digestOf } from "#app/features/disclosure/output/data-package.server.ts";
import type { PackageFiles } from "#app/features/disclosure/output/release-figures.ts";
import type { ProtectInput, Released } from "#app/features/disclosure/protect-outcome.ts";
import { canonicalJson } from "#app/kernel/canonical-json.ts";
import type { Json } from "#app/kernel/json.ts";

const entry = z.strictObject({
  release: z.string(),
  /** the set of records that it counted */
  edition: z.string(),
  date: z.iso.date(),
  /** as it was, its seed included */
  specification: z.record(z.string(), z.json()),
  files: z.record(z.string(), z.string()),
  digests: z.record(z.string(), z.string()),
  records: z.array(z.string()),
  /** digest of the entry before it */
  previous: z.string().nullable(),
});
const ledger = z.strictObject({ entries: z.array(entry) });

/**
 * Everything that was ever released, in its order: what it said, what it was made from, whom it counted. It is sealed to
 * guardians where it is kept: it holds seeds and identifiers. Each entry names the one before it by its digest, so that
 * none can be taken out or changed without its followers showing it.
 */
export type Ledger = z.infer<typeof ledger>;
export type LedgerEntry = Ledger["entries"][number];

export const NO_ENTRIES: Ledger = { entries: [] };

/** Reads a ledger and looks whether it is whole. @param file  its name, for the errors */
export function readLedger(text: string, file: string): Read<Ledger> {
  const at = (column: string, reason: string): InputError => ({ file, line: 0, column, reason });
  const read = ledger.safeParse(parsed(text));
  if (!read.success) return { ok: false, errors: [at("", "is not a ledger")] };
  const errors = read.data.entries.flatMap((one, place, all) => {
    const before = all[place - 1];
    const changed = Object.entries(one.files).filter(([path, content]) => one.digests[path] !== digestOf(content));
    return [
      ...(one.previous === (before ? digestOfEntry(before) : null)
        ? []
        : [at(`entries.${place}`, "does not follow the entry before it")]),
      ...changed.map(([path]) => at(`entries.${place}.files`, `${path} is not what was released`)),
    ];
  });
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: read.data };
}

export const ledgerText = (whole: Ledger): string => `${JSON.stringify(whole, null, 2)}\n`;

/** The ledger with one release more. */
export function withRelease(
  { entries }: Ledger,
  { spec, date }: Pick<ProtectInput, "spec" | "date">,
  { files, guardian }: Released,
): Ledger {
  const last = entries.at(-1);
  const next: LedgerEntry = {
    release: spec.release,
    edition: guardian.edition,
    date,
    specification: JSON.parse(JSON.stringify(spec)) as LedgerEntry["specification"],
    files: Object.fromEntries(files),
    digests: Object.fromEntries([...files].map(([path, text]) => [path, digestOf(text)])),
    records: [...guardian.records],
    previous: last ? digestOfEntry(last) : null,
  };
  return { entries: [...entries, next] };
}

/** Whether a name is taken: two releases of one name could not be told apart. */
export const hasRelease = ({ entries }: Ledger, release: string): boolean =>
  entries.some((one) => one.release === release);

export const packagesIn = ({ entries }: Ledger): PackageFiles[] =>
  entries.map(({ files }) => new Map(Object.entries(files)));

/** Records that know which editions counted them: by the ledger, whatever their file says besides. */
export function countedBefore(records: readonly MicroRecord[], { entries }: Ledger): MicroRecord[] {
  const editions = new Map<string, Set<string>>();
  for (const { edition, records: ids } of entries)
    for (const id of ids) editions.set(id, (editions.get(id) ?? new Set()).add(edition));
  return records.map((record) => ({
    ...record,
    releasedIn: [...new Set([...record.releasedIn, ...(editions.get(record.id) ?? [])])],
  }));
}

const digestOfEntry = (one: LedgerEntry): string => digestOf(canonicalJson(one as Json));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
