import type { CaseId, RemedyId } from "#app/kernel/id.ts";
import type { Secret } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { KeptRemedy } from "./remedy.ts";
import { remedySeal } from "./remedy-seal.server.ts";

/** What the team has tried for a case, in no order. */
export async function openRemedies(tx: Transaction, caseId: CaseId, caseKey: Secret): Promise<KeptRemedy[]> {
  const rows = await tx.remedy.findMany({ where: { caseId } });
  return rows.map((row) => openRemedy(row, caseKey));
}

interface RemedyRow {
  readonly id: string;
  readonly version: number;
  readonly sealed: Uint8Array;
}

export function openRemedy({ id, version, sealed }: RemedyRow, caseKey: Secret): KeptRemedy {
  return { id: id as RemedyId, version, ...remedySeal.open(caseKey, id, sealed) };
}
