import { type Measure, measureSchema } from "#app/features/registers/measures.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";

const LIST = "measures";

/** The register of measures as this instance has it, in the order of their days. Measures are public and named in English. */
export async function listMeasures(tx: Transaction): Promise<readonly Measure[]> {
  const rows = await tx.referenceEntry.findMany({ where: { list: LIST } });
  const measures = rows.map(({ data }) => measureSchema.parse(data));
  return measures.sort((a, b) => (a.date ?? "9").localeCompare(b.date ?? "9") || a.code.localeCompare(b.code));
}

export async function findMeasure(tx: Transaction, code: string): Promise<Measure | null> {
  const row = await tx.referenceEntry.findUnique({ where: { list_code: { list: LIST, code } } });
  return row && measureSchema.parse(row.data);
}
