import type { TriedRemedy } from "#app/features/cases/remedies/remedy.ts";
import { addRemedy, endRemedy } from "#app/features/cases/remedies/remedy-commands.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { addDays, isoDayOf } from "#app/kernel/iso-day.ts";
import { valueFrom } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { actorFor, type FirstDay, type Person } from "./people.ts";

interface DemoRemedy extends Pick<TriedRemedy, "remedy" | "addressee" | "note"> {
  readonly daysAgo: number;
}

const COMPLAINT: DemoRemedy = {
  remedy: "complaint",
  addressee: "Northern Savings Bank, complaints office",
  note: "Sent by registered post; they must answer within fifteen working days.",
  daysAgo: 5,
};
const NEGOTIATION: DemoRemedy = {
  remedy: "negotiation",
  addressee: "Branch manager",
  note: "We asked for sixty days instead of thirty.",
  daysAgo: 4,
};
const ROUTE: DemoRemedy = {
  remedy: "alternative_route",
  addressee: "Banque postale du Littoral",
  note: "Un virement d’essai de 100 euros est parti.",
  daysAgo: 2,
};

/** What was tried for two of the reports: one thing helped in part, two are waited for. */
export async function writeDemoRemedies(day: FirstDay, lead: Person, sent: readonly CaseId[]): Promise<void> {
  const { coordinators, setUp } = day;
  const [first, second] = sent;
  if (!first || !second) return;
  const leading = await actorFor(lead, "lead");
  valueFrom(await addRemedy(leading, first, triedOf(COMPLAINT)));
  const { remedyId } = valueFrom(await addRemedy(leading, first, triedOf(NEGOTIATION)));
  const endedOn = { date: isoDayOf(now()), precision: "day" } as const;
  const note = "They gave until the end of payroll, and no longer.";
  valueFrom(await endRemedy(leading, first, remedyId, { version: 1, end: "partly", endedOn, note }));
  const intake = await actorFor(coordinators[0], "intake", setUp.teamId);
  valueFrom(await addRemedy(intake, second, triedOf(ROUTE)));
}

function triedOf({ daysAgo, ...said }: DemoRemedy): TriedRemedy {
  const triedOn = { date: addDays(isoDayOf(now()), -daysAgo), precision: "day" } as const;
  return { ...said, triedOn, result: "waiting", endedOn: null };
}
