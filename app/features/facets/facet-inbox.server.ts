import { publicKeyOf } from "#app/features/keyring/group-keys.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import { wrapContext } from "#app/features/keyring/wrap-context.ts";
import { base64UrlOf } from "#app/platform/crypto/bytes.server.ts";
import { SealBroken } from "#app/platform/crypto/errors.server.ts";
import { type KeyPair, wipe } from "#app/platform/crypto/secret.server.ts";
import { vouchingId } from "#app/platform/crypto/vouching-id.server.ts";
import { openWrapInto, sealWrap } from "#app/platform/crypto/wraps.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { directoryKey } from "#app/platform/instance-secrets.server.ts";
import type { AnalyticsKeys } from "./analytics-keys.server.ts";
import { RECORD_BYTES, type RecordKind } from "./facet-layout.ts";
import {
  encodeRecord,
  type FacetRecord,
  type FacetsByKind,
  kindAt,
  type RecordKey,
  RecordUnreadable,
} from "./facet-record.ts";
import { insertInboxRows, readInboxRows, type SealedRow } from "./facet-rows.server.ts";

/** How many rows one statement reads or writes. */
const BATCH = 2048;

/**
 * Seals what is now known of a case to its team's analytics key. Needs no key but the public one, so a report arrives
 * while nobody of the team is signed in. Every change of facets, status, assignee or due time calls this, in the
 * transaction of the change: there is no other feed. A case that is erased or moves to another team appends `erased`.
 */
export function appendFacets<Kind extends RecordKind>(
  tx: Transaction,
  { teamId, ...key }: RecordKey & { readonly teamId: string },
  kind: Kind,
  facets: FacetsByKind[Kind],
): Promise<void> {
  return appendRecords(tx, teamId, [{ ...key, kind, facets } as FacetRecord]);
}

/** The same for many records at once: an import. */
export async function appendRecords(tx: Transaction, teamId: string, records: readonly FacetRecord[]): Promise<void> {
  writers.add(tx);
  const { publicKey, version } = await publicKeyOf(tx, groups.analytics(teamId));
  const rows = records.map(({ kind, facets, ...key }) => {
    const bytes = encodeRecord(key, kind, facets);
    const sealed = sealWrap(publicKey, inboxContext(teamId, version), bytes);
    wipe(bytes);
    return { id: rowIdFor(teamId, version, sealed), keyVersion: version, sealed };
  });
  for (const batch of batches(rows)) await insertInboxRows(tx, teamId, batch);
}

const writers = new WeakSet<Transaction>();

/** Whether this transaction has appended. Its records may yet be rolled back, so no index may learn of them through it. */
export function hasAppended(tx: Transaction): boolean {
  return writers.has(tx);
}

/** The ids of what nobody has folded yet. */
export async function listInbox(tx: Transaction, teamId: string): Promise<string[]> {
  const rows = await tx.facetInbox.findMany({ where: { teamId }, select: { id: true }, orderBy: { id: "asc" } });
  return rows.map(({ id }) => id);
}

export interface OpenInbox {
  /** the rows that were opened, in the order of their records */
  readonly ids: readonly string[];
  readonly records: Uint8Array<ArrayBuffer>;
  /** rows that were not sealed for their place, or not by this product: left where they are, for somebody to look at */
  readonly unreadable: readonly string[];
}

/**
 * Opens inbox rows into one run of records. Rows that have gone meanwhile are left out.
 * Anybody who can write to the table can seal rubbish to a public key; it must not take the queue away from everyone.
 */
export async function openInbox(keys: AnalyticsKeys, tx: Transaction, ids: readonly string[]): Promise<OpenInbox> {
  const records = new Uint8Array(ids.length * RECORD_BYTES);
  const opened: string[] = [];
  const unreadable: string[] = [];
  for (const batch of batches(ids)) {
    for (const row of await readInboxRows(tx, batch)) {
      const into = records.subarray(opened.length * RECORD_BYTES, (opened.length + 1) * RECORD_BYTES);
      const isRead = opens(await keys.at(row.keyVersion), keys.teamId, row, into);
      (isRead ? opened : unreadable).push(row.id);
    }
  }
  return { ids: opened, records: records.subarray(0, opened.length * RECORD_BYTES), unreadable };
}

function opens(key: KeyPair, teamId: string, { id, keyVersion, sealed }: SealedRow, into: Uint8Array): boolean {
  if (id !== rowIdFor(teamId, keyVersion, sealed)) return false;
  try {
    openWrapInto(key, inboxContext(teamId, keyVersion), sealed, into);
    kindAt(into, 0);
    return true;
  } catch (error) {
    if (error instanceof SealBroken || error instanceof RecordUnreadable) return false;
    throw error;
  }
}

/** @returns how many rows were still there to delete */
export async function deleteFromInbox(tx: Transaction, ids: readonly string[]): Promise<number> {
  let deleted = 0;
  for (const batch of batches(ids)) {
    deleted += (await tx.facetInbox.deleteMany({ where: { id: { in: batch } } })).count;
  }
  return deleted;
}

/**
 * An id that vouches for the row. Anyone can seal a record to a public key, and whoever can write to the table could make
 * four organisations up to see the fifth in a released figure. It is made of what is sealed and never of what is inside:
 * facets are few enough to be guessed, and whoever has the directory key could try.
 */
function rowIdFor(teamId: string, keyVersion: number, sealed: Uint8Array): string {
  return vouchingId(directoryKey(), "facets", teamId, String(keyVersion), base64UrlOf(sealed));
}

/** Bound to the team's inbox, and by its id to the row; not to the case: a row says nothing of which case it is about. */
function inboxContext(teamId: string, keyVersion: number) {
  return wrapContext("facets", teamId, 1, { kind: "group", id: groups.analytics(teamId), version: keyVersion });
}

function batches<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, place) =>
    items.slice(place * BATCH, (place + 1) * BATCH),
  );
}
