import { dayOf } from "#app/kernel/week.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";

const HOUR = 3_600_000;

/** Deletes sessions, kept answers and unredeemed invitations when their time is over. Needs no key. */
export async function deleteExpired(tx: Transaction, now: Date): Promise<void> {
  const expiresHour = { lt: Math.floor(now.getTime() / HOUR) };
  await tx.session.deleteMany({ where: { expiresHour } });
  await tx.submission.deleteMany({ where: { expiresHour } });
  await tx.invitation.deleteMany({ where: { state: { in: ["open", "proposed"] }, expiresOn: { lt: dayOf(now) } } });
}
