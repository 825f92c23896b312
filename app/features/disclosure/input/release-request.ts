import type { PackageFiles } from "#app/features/disclosure/output/release-figures.ts";
import type { ProtectInput } from "#app/features/disclosure/protect-outcome.ts";
import { checkedRecords } from "./checked-records.ts";
import type { Read } from "./input-error.ts";
import { type MicroRecord, readMicrodata } from "./microdata.ts";
import { readSpecification } from "./specification.ts";
import { treesOf } from "./specification-checks.ts";

/** A release as its caller has it: texts of files, or what a service holds in memory. */
export interface ReleaseRequest {
  /** SPEC.json, as text or as the value it holds */
  readonly specification: string | object;
  /** a CSV text, or records that have consented to be counted */
  readonly microdata: string | readonly MicroRecord[];
  /** earlier packages, newest last, by path */
  readonly earlier?: readonly PackageFiles[];
  /** ISO day that the files carry */
  readonly date: string;
  /** names for the errors */
  readonly names?: { readonly specification: string; readonly microdata: string };
}

const NAMES = { specification: "SPEC.json", microdata: "microdata" } as const;

/** The one way in: whatever a caller has, judged in full before a thread is begun for it. */
export function readRelease({
  specification,
  microdata,
  earlier = [],
  date,
  names = NAMES,
}: ReleaseRequest): Read<ProtectInput> {
  const text = typeof specification === "string" ? specification : JSON.stringify(specification);
  const spec = readSpecification(text, names.specification);
  if (!spec.ok) return spec;
  const trees = treesOf(spec.value, names.specification);
  if (!trees.ok) return trees;
  const records =
    typeof microdata === "string"
      ? readMicrodata(microdata, names.microdata, spec.value, trees.value)
      : checkedRecords(microdata, names.microdata, spec.value, trees.value);
  if (!records.ok) return records;
  return { ok: true, value: { spec: spec.value, trees: trees.value, records: records.value, earlier, date } };
}
