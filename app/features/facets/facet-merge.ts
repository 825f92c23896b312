import { HEAD, RECORD_BYTES, type RecordKind } from "./facet-layout.ts";
import { kindAt } from "./facet-record.ts";
import { findNumber, type IdTable, numberFor, slotsFor } from "./id-table.ts";

/** Whether a record may stay. Asked with the place where it begins. */
export type RecordTest = (view: DataView, base: number, kind: RecordKind) => boolean;

/**
 * Of each case and kind the newest record, in the order of arrival; of equal versions the later one.
 * What an erasure among them covers is left out; the erasure itself stays, so that a latecomer finds it.
 */
export function mergeRecords(records: Uint8Array, mayStay: RecordTest = () => true): Uint8Array<ArrayBuffer> {
  const view = viewOf(records);
  const cases = newTable(records.length / RECORD_BYTES);
  const newest = {
    reported: new Map<number, number>(),
    assessed: new Map<number, number>(),
    erased: new Map<number, number>(),
    counted: new Map<number, number>(),
  };
  for (let base = 0; base < records.length; base += RECORD_BYTES) {
    const kind = kindAt(records, base);
    const number = numberFor(cases, view, base + HEAD.caseId);
    const before = newest[kind].get(number);
    if (before === undefined || versionAt(view, base) >= versionAt(view, before)) newest[kind].set(number, base);
  }
  const isErased = erasureTest(records);
  const stays: RecordTest = (at, base, kind) =>
    mayStay(at, base, kind) && (kind === "erased" || !isErased(at, base, kind));
  const kept = Object.values(newest).flatMap((bases) => [...bases.values()]);
  return pick(
    records,
    kept.filter((base) => stays(view, base, kindAt(records, base))),
  );
}

/** A test for records that one of these erasures covers: of the same case and not newer. Erasures cover each other, too. */
export function erasureTest(erasures: Uint8Array): RecordTest {
  const marks = viewOf(erasures);
  const cases = newTable(erasures.length / RECORD_BYTES);
  const upTo: number[] = [];
  for (let base = 0; base < erasures.length; base += RECORD_BYTES) {
    if (kindAt(erasures, base) !== "erased") continue;
    const number = numberFor(cases, marks, base + HEAD.caseId);
    upTo[number] = Math.max(upTo[number] ?? 0, versionAt(marks, base));
  }
  return (view, base) => {
    const number = findNumber(cases, view, base + HEAD.caseId);
    return number !== 0 && versionAt(view, base) <= upTo[number]!;
  };
}

/** Those of the records that pass. @returns null where all do, so that nothing need be written */
export function recordsThat(records: Uint8Array, mayStay: RecordTest): Uint8Array<ArrayBuffer> | null {
  const view = viewOf(records);
  const bases = Array.from({ length: records.length / RECORD_BYTES }, (_, place) => place * RECORD_BYTES);
  const kept = bases.filter((base) => mayStay(view, base, kindAt(records, base)));
  return kept.length === bases.length ? null : pick(records, kept);
}

function pick(records: Uint8Array, bases: readonly number[]): Uint8Array<ArrayBuffer> {
  const picked = new Uint8Array(bases.length * RECORD_BYTES);
  for (const [place, base] of bases.entries()) {
    picked.set(records.subarray(base, base + RECORD_BYTES), place * RECORD_BYTES);
  }
  return picked;
}

function newTable(capacity: number): IdTable {
  return { words: new Uint32Array(capacity * 4), slots: new Uint32Array(slotsFor(capacity)), count: 0 };
}

function versionAt(view: DataView, base: number): number {
  return view.getUint32(base + HEAD.version, true);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
