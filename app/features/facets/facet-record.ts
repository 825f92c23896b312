import {
  type ASSESSED,
  type COUNTED,
  HEAD,
  KEY,
  LAYOUTS,
  type Layout,
  RECORD_BYTES,
  RECORD_FORMAT,
  RECORD_KINDS,
  type REPORTED,
  type RecordKind,
  type ValuesOf,
} from "./facet-layout.ts";

/** What is known of a case from its reporter: dictionary numbers (0 is "not said"), dates, counts; never a name. */
export interface ReportedFacets extends ValuesOf<typeof REPORTED> {}

/** The team's judgement of a case and where it stands. */
export interface AssessedFacets extends ValuesOf<typeof ASSESSED> {}

/** That a release has counted a case, and which. */
export interface CountedFacets extends ValuesOf<typeof COUNTED> {}

export interface FacetsByKind {
  readonly reported: ReportedFacets;
  readonly assessed: AssessedFacets;
  readonly erased: Readonly<Record<never, never>>;
  readonly counted: CountedFacets;
}

/** The case, and the version of it that the record describes. */
export interface RecordKey {
  readonly caseId: string;
  /** from 1; of two records of a kind the newer version wins */
  readonly version: number;
}

export type FacetRecord = {
  [Kind in RecordKind]: RecordKey & { readonly kind: Kind; readonly facets: FacetsByKind[Kind] };
}[RecordKind];

/** A record that cannot be read: another format, another size, or an unknown kind. */
export class RecordUnreadable extends Error {
  override readonly name = "RecordUnreadable";
}

/**
 * @returns 256 bytes
 * @throws RangeError where a value has no room in its field, which only a bug can cause
 */
export function encodeRecord<Kind extends RecordKind>(
  key: RecordKey,
  kind: Kind,
  facets: FacetsByKind[Kind],
): Uint8Array<ArrayBuffer> {
  if (key.version < 1) throw new RangeError("versions begin at 1");
  const bytes = emptyRecord(kind);
  const view = new DataView(bytes.buffer);
  write(view, KEY, key);
  write(view, LAYOUTS[kind], facets);
  return bytes;
}

/** A record of which only format and kind are written: nothing is said in it, and it is about no case. */
export function emptyRecord(kind: RecordKind): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(RECORD_BYTES);
  bytes[HEAD.format] = RECORD_FORMAT;
  bytes[HEAD.kind] = RECORD_KINDS[kind];
  return bytes;
}

/** @throws RecordUnreadable where these are not the bytes of one record */
export function decodeRecord(bytes: Uint8Array): FacetRecord {
  if (bytes.length !== RECORD_BYTES) throw new RecordUnreadable("a facet record of another size");
  const view = new DataView(bytes.buffer, bytes.byteOffset, RECORD_BYTES);
  const kind = kindAt(bytes, 0);
  return { kind, ...read(view, KEY), facets: read(view, LAYOUTS[kind]) } as FacetRecord;
}

/** The kind of the record that begins at `base`. @throws RecordUnreadable */
export function kindAt(bytes: Uint8Array, base: number): RecordKind {
  if (bytes[base + HEAD.format] !== RECORD_FORMAT) throw new RecordUnreadable("a facet record of another format");
  const kind = KINDS[bytes[base + HEAD.kind] ?? 0];
  if (!kind) throw new RecordUnreadable("a facet record of unknown kind");
  return kind;
}

const KINDS: Readonly<Record<number, RecordKind>> = Object.fromEntries(
  Object.entries(RECORD_KINDS).map(([kind, number]) => [number, kind as RecordKind]),
);

function write(view: DataView, layout: Layout, values: object): void {
  for (const [name, { at, type }] of Object.entries(layout)) type.write(view, at, values[name as never] as never);
}

function read(view: DataView, layout: Layout): object {
  return Object.fromEntries(Object.entries(layout).map(([name, { at, type }]) => [name, type.read(view, at)]));
}
