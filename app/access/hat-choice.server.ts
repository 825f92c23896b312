import type { Transaction } from "#app/platform/db/in-context.server.ts";

/**
 * The hat a new session wears: the one asked for, where the person has it; else one outside the wall, for a walled team
 * is chosen on purpose and never by accident.
 */
export async function chooseHat(tx: Transaction, userId: string, wanted: string | null): Promise<string | null> {
  const hats = await tx.hat.findMany({ where: { userId }, orderBy: { id: "asc" } });
  if (hats.some(({ id }) => id === wanted)) return wanted;
  const walled = await tx.team.findMany({ where: { walled: true }, select: { id: true } });
  const isOpen = ({ teamId }: { teamId: string | null }) => !walled.some(({ id }) => id === teamId);
  return (hats.find(isOpen) ?? hats[0])?.id ?? null;
}
