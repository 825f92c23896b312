import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { openOwnCase } from "#app/features/cases/case-queries.server.ts";
import { matchInstitution } from "#app/features/cases/institutions/institution-match-commands.server.ts";
import { recordReply } from "#app/features/cases/institutions/reply-commands.server.ts";
import {
  addInstitution,
  confirmInstitution,
} from "#app/features/registers/institutions/institution-commands.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { addDays, isoDayOf } from "#app/kernel/iso-day.ts";
import { valueFrom } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";

/** As invented reporters type it, and as the register has it, so that whoever reads it in print knows that there is no such bank. */
const TYPED = "First Meridian Bank";
const NAME = `${TYPED} (invented)`;
const MOST = 40;

/** A bank that exists nowhere, which many invented organisations tell of: asked for its side, and with an answer. */
export async function askInventedBank(intake: Actor): Promise<void> {
  const facts = {
    names: [NAME],
    country: null,
    type: "commercial_bank",
    bic: null,
    lei: null,
    parentId: null,
  } as const;
  const { id } = valueFrom(await addInstitution(intake, facts));
  valueFrom(await confirmInstitution(intake, id, { version: 1 }));
  for (const { caseId, version } of await casesOfIt(intake))
    valueFrom(await matchInstitution(intake, caseId, { version, code: id }));
  const today = isoDayOf(now());
  const reply = {
    askedOn: addDays(today, -60),
    question:
      "Several organisations that document crimes say that you closed their accounts or held their payments and gave no reason. Is that so, and why?",
    answeredOn: addDays(today, -46),
    answer:
      "Invented for the demonstration: there is no such bank.\n\nWe look at every client by itself and follow the law of the country we are in. We regret the time that some of these reviews took.",
  };
  valueFrom(await recordReply(intake, id, { version: 2, reply }));
}

function casesOfIt(intake: Actor) {
  return withActor(intake, async (tx) => {
    const found: { caseId: CaseId; version: number }[] = [];
    for (const { id } of await tx.case.findMany({ select: { id: true } })) {
      const own = await openOwnCase(intake, tx, id as CaseId);
      if (own?.body.report.institution?.institutionName !== TYPED || found.length === MOST) continue;
      found.push({ caseId: own.id, version: own.version });
    }
    return found;
  });
}
