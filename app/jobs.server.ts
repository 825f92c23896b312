import { deleteExpired } from "#app/access/expiry.server.ts";
import { verifyChainIn } from "#app/features/audit/audit-queries.server.ts";
import { deleteStaleLists } from "#app/features/cases/lists/list-expiry.server.ts";
import { deleteAbandonedReceipts } from "#app/features/cases/receipts/receipt-expiry.server.ts";
import { objectsInUse } from "#app/features/evidence/evidence-erasure.server.ts";
import { sweepIndexes } from "#app/features/facets/facet-index.server.ts";
import { deleteExpiredContent } from "#app/features/referrals/referral-expiry.server.ts";
import { sweepStateNotes } from "#app/features/state-notes/state-note-expiry.server.ts";
import { sweepResults } from "#app/features/surveys/results/held-results.server.ts";
import { sweepWaves } from "#app/features/surveys/waves/wave-expiry.server.ts";
import { letGoOfEnded } from "#app/leave.server.ts";
import { sweepObjects } from "#app/platform/blob-store/sweep.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { tidyDatabase } from "#app/platform/db/database.server.ts";
import { logError, logEvent } from "#app/platform/log.server.ts";
import { type Job, schedule, scheduleAlone } from "#app/platform/schedule.server.ts";

/** Everything that happens without anybody asking. None of it holds a key. */
const JOBS: readonly Job[] = [
  { name: "expiry", pattern: "7 * * * *", work: (tx) => deleteExpired(tx, now()) },
  { name: "receipts", pattern: "9 * * * *", work: (tx) => deleteAbandonedReceipts(tx, now()) },
  { name: "lists", pattern: "11 * * * *", work: (tx) => deleteStaleLists(tx, now()) },
  { name: "referrals", pattern: "12 */6 * * *", work: async (tx) => void (await deleteExpiredContent(tx, now())) },
  { name: "state-notes", pattern: "14 */6 * * *", work: (tx) => sweepStateNotes(tx, now()) },
  { name: "surveys", pattern: "17 */6 * * *", work: (tx) => sweepWaves(tx, now()) },
  { name: "audit", pattern: "23 3 * * *", work: reportChain },
];

const SWEEP_MS = 60_000;

/** @returns a function that stops all of it */
export function startJobs(): () => void {
  const stop = schedule(JOBS);
  const stopTidying = scheduleAlone("37 * * * *", tidyDatabase);
  // Each process sweeps: where the folder is shared, what one has removed the other no longer finds.
  const stopSweeping = scheduleAlone("52 * * * *", async () => void (await sweepObjects(objectsInUse)));
  // In memory and in this process alone, so no lock: what nobody looks at any more is wiped.
  const sweep = setInterval(() => {
    sweepIndexes(now().getTime());
    sweepResults(now().getTime());
    letGoOfEnded().catch(logError);
  }, SWEEP_MS).unref();
  return () => {
    stop();
    stopTidying();
    stopSweeping();
    clearInterval(sweep);
  };
}

async function reportChain(tx: Parameters<Job["work"]>[0]): Promise<void> {
  const { fault } = await verifyChainIn(tx);
  if (fault) logEvent(`the audit chain is broken: ${fault.kind}. Run: npx thaw verify-audit`);
}
