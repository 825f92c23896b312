import { Cron } from "croner";
import { inContext, type Transaction } from "#app/platform/db/in-context.server.ts";
import { logError } from "./log.server.ts";

/** Periodic work without keys. It touches only what the job role may: expiry and the chain of hashes. */
export interface Job {
  readonly name: string;
  /** a cron pattern, in UTC */
  readonly pattern: string;
  readonly work: (tx: Transaction) => Promise<void>;
}

/**
 * Starts the jobs. Several processes may have them: whoever takes the job's lock does it, the others pass.
 * @returns a function that stops them all
 */
export function schedule(jobs: readonly Job[]): () => void {
  const crons = jobs.map((job) => new Cron(job.pattern, { timezone: "UTC", protect: true }, () => runJob(job)));
  return () => {
    for (const cron of crons) cron.stop();
  };
}

/** Work that no transaction can hold, in this process alone. @returns a function that stops it */
export function scheduleAlone(pattern: string, work: () => Promise<void>): () => void {
  const cron = new Cron(pattern, { timezone: "UTC", protect: true, catch: logError }, work);
  return () => cron.stop();
}

/** Runs one job now, unless another process has it in hand. A failure is logged; the next turn tries again. */
export async function runJob({ name, work }: Job): Promise<void> {
  try {
    await inContext({ role: "job" }, async (tx) => {
      const [lock] = await tx.$queryRaw<
        { taken: boolean }[]
      >`SELECT pg_try_advisory_xact_lock(hashtext(${`thaw.job.${name}`})) AS taken`;
      if (lock?.taken) await work(tx);
    });
  } catch (error) {
    logError(error);
  }
}
