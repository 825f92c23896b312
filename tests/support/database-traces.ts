import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Query } from "#app/platform/db/query.ts";
import { findBinaries } from "./postgres-cluster.ts";

/*
 * What somebody sees who holds the disk: every row with its place and its transaction, and the write-ahead log. For tests
 * that try to find out from it what belongs together.
 */

export interface TracedRow {
  readonly table: string;
  /** the transaction that wrote it last */
  readonly xmin: string;
  /** page and place: the order in which rows of a table were written */
  readonly ctid: string;
  readonly cells: Readonly<Record<string, Uint8Array>>;
}

/** Every row of every table, in physical order. */
export async function everyRow(sql: Query): Promise<readonly TracedRow[]> {
  const tables = await sql(
    "SELECT relname::text AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1",
  );
  const rows: TracedRow[] = [];
  for (const { name } of tables) {
    const table = String(name);
    for (const row of await sql(`SELECT *, xmin::text AS "#xmin", ctid::text AS "#ctid" FROM public.${table}`)) {
      const { "#xmin": xmin, "#ctid": ctid, ...values } = row;
      const cells = Object.entries(values).map(([column, value]) => [column, bytesOf(value)] as const);
      rows.push({ table, xmin: String(xmin), ctid: String(ctid), cells: Object.fromEntries(cells) });
    }
  }
  return rows;
}

function bytesOf(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  if (value === null || value === undefined) return new Uint8Array(0);
  return Buffer.from(typeof value === "string" ? value : JSON.stringify(value));
}

/** Pieces of some bytes, each as long as a key half or an id: what two cells share is found by one of them. */
const PIECE = 16;

export function* piecesOf(bytes: Uint8Array): Generator<string> {
  const text = Buffer.from(bytes).toString("latin1");
  for (let at = 0; at + PIECE <= text.length; at += 1) yield text.slice(at, at + PIECE);
}

/** One transaction in the log: when it was written, and which tables it touched, a lock on a row included. */
export interface LoggedTransaction {
  readonly xid: string;
  readonly tables: ReadonlySet<string>;
  /** tables into which it put a new row */
  readonly inserted: ReadonlySet<string>;
}

/** Holds the log from here on, so that no checkpoint throws it away. @returns what reads it, and lets it go */
export async function holdLog(sql: Query, clusterFolder: string) {
  const slot = `traces_${Date.now()}_${process.pid}`;
  await sql("SELECT pg_create_physical_replication_slot($1, true)", [slot]);
  const from = await position(sql);
  return {
    read: async () => readLog(sql, clusterFolder, from),
    release: async () => void (await sql("SELECT pg_drop_replication_slot($1)", [slot])),
  };
}

const position = async (sql: Query) => String((await sql("SELECT pg_current_wal_insert_lsn()::text AS at"))[0]?.at);

/** In the order of their first record. Transactions of other databases on the same server are left out. */
async function readLog(sql: Query, clusterFolder: string, from: string): Promise<readonly LoggedTransaction[]> {
  const to = await position(sql);
  // What is still in memory goes to the file, where the tool reads it.
  await sql("SELECT pg_switch_wal()");
  const names = await fileNames(sql);
  const log = execFileSync(
    join(findBinaries(), "pg_waldump"),
    ["-p", join(clusterFolder, "data", "pg_wal"), "-s", from, "-e", to],
    { encoding: "utf8", maxBuffer: 2 ** 30, stdio: ["ignore", "pipe", "ignore"] },
  );
  const found = new Map<string, { tables: Set<string>; inserted: Set<string> }>();
  for (const line of log.split("\n")) {
    const xid = /\btx:\s*(\d+)/.exec(line)?.[1] ?? "0";
    const tables = [...line.matchAll(/rel \d+\/(\d+\/\d+)/g)].flatMap(([, file]) => names.get(file!) ?? []);
    if (xid === "0" || tables.length === 0) continue;
    const known = found.get(xid) ?? { tables: new Set<string>(), inserted: new Set<string>() };
    for (const table of tables) {
      known.tables.add(table.name);
      if (table.isHeap && /rmgr: Heap\b.*desc: INSERT/.test(line)) known.inserted.add(table.name);
    }
    found.set(xid, known);
  }
  return [...found].map(([xid, each]) => ({ xid, ...each }));
}

interface File {
  readonly name: string;
  readonly isHeap: boolean;
}

/** Which file is whose: a table's own, its indexes', and where its long values lie. */
async function fileNames(sql: Query): Promise<ReadonlyMap<string, File>> {
  const files = await sql(`
    SELECT (SELECT oid FROM pg_database WHERE datname = current_database()) || '/' || pg_relation_filenode(f.oid) AS file,
      t.relname::text AS name, f.oid = t.oid AS heap
    FROM pg_class t JOIN pg_class f ON f.oid = t.oid OR f.oid = t.reltoastrelid
      OR f.oid IN (SELECT indexrelid FROM pg_index WHERE indrelid IN (t.oid, t.reltoastrelid))
    WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND pg_relation_filenode(f.oid) IS NOT NULL`);
  return new Map(files.map(({ file, name, heap }) => [String(file), { name: String(name), isHeap: heap === true }]));
}
