import type { Actor } from "#app/access/actor.ts";
import { hasCopy } from "#app/features/evidence/evidence-file.ts";
import { findHalf, type OpenedFile } from "#app/features/evidence/evidence-queries.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { newSha256 } from "#app/platform/crypto/hash.server.ts";
import type { ChosenFile, ContentFile } from "./referral.ts";
import { FILE_GONE } from "./referral-refusals.ts";

/**
 * What is said of the chosen files, with the hash of the bytes that would leave. A copy is read for it, piece by piece,
 * outside of any transaction; of an original the hash is known since it came.
 */
export async function frozenFiles(
  actor: Actor,
  caseId: CaseId,
  chosen: readonly ChosenFile[],
): Promise<Result<readonly ContentFile[]>> {
  const frozen: ContentFile[] = [];
  for (const [at, { fileId, half }] of chosen.entries()) {
    const file = await findHalf(actor, caseId, fileId, half);
    if (!file) return refuse(FILE_GONE);
    const number = String(at + 1).padStart(2, "0");
    const { kind, sizeBytes } = factsOf(file, half);
    const sha256 = half === "original" ? file.record.sha256 : await hashed(file.bytes);
    frozen.push({ place: `files/${number}-${half}.${kind}`, half, sizeBytes, sha256 });
  }
  return ok(frozen);
}

/** The same files on their way out, none opened before it is asked for. Where one has gone since, nothing leaves. */
export async function openFrozen(
  actor: Actor,
  caseId: CaseId,
  chosen: readonly ChosenFile[],
): Promise<Result<readonly OpenedFile[]>> {
  const opened: OpenedFile[] = [];
  for (const { fileId, half } of chosen) {
    const file = await findHalf(actor, caseId, fileId, half);
    if (!file) return refuse(FILE_GONE);
    opened.push(file);
  }
  return ok(opened);
}

function factsOf({ record }: OpenedFile, half: ChosenFile["half"]) {
  if (half === "original") return { kind: record.kind, sizeBytes: record.sizeBytes };
  if (!hasCopy(record.copy)) throw new Error("a copy was opened that is not there");
  return { kind: record.copy.kind, sizeBytes: record.copy.sizeBytes };
}

async function hashed(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = newSha256();
  for await (const piece of bytes) hash.update(piece);
  return hash.hex();
}
