import type { Actor } from "#app/access/actor.ts";
import type { CaseReport } from "#app/features/cases/case-report.ts";
import { assessCase, moveCase } from "#app/features/cases/casework/triage-commands.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { addDays, isoDayOf } from "#app/kernel/iso-day.ts";
import { valueFrom } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { USUAL_JUDGEMENT } from "./judgement.ts";
import { sendReport } from "./reports.ts";

/** Who reports: their actor, the country of the affected, and the language they write in. */
interface Teller {
  readonly reporter: Actor;
  readonly country: string;
  readonly language: Locale;
  readonly incident: Pick<CaseReport, "incidentGroup" | "incident">;
  readonly daysAgo: number;
  readonly story: string;
}

/**
 * Two more organisations tell of the bank that closes the clinic's account, each of something else. With the clinic's own
 * case they are three: the bank's page shows a pattern, and the bank may be asked.
 */
export async function tellOfOneBank(intake: Actor, [french, arabic]: readonly [Actor, Actor]): Promise<void> {
  const tellers: readonly Teller[] = [
    {
      reporter: french,
      country: "FR",
      language: "fr",
      incident: { incidentGroup: { incidentGroup: "account" }, incident: { mainIncident: "account_opening_refused" } },
      daysAgo: 75,
      story:
        "Nous voulions y ouvrir un compte pour un projet aux Pays-Bas. Après huit semaines, la banque a refusé en une phrase.",
    },
    {
      reporter: arabic,
      country: "NL",
      language: "ar",
      incident: {
        incidentGroup: { incidentGroup: "payment" },
        incident: { mainIncident: "transfer_held_for_checks" },
      },
      daysAgo: 21,
      story: "احتجز المصرف تحويلًا من مانح هولندي ثلاثة أسابيع، وطلب أسماء كل من نعمل معهم.",
    },
  ];
  for (const teller of tellers)
    await accept(intake, await sendReport(teller.reporter, reportOf(teller), teller.language));
}

function reportOf({ country, incident, daysAgo, story }: Teller): CaseReport {
  return {
    listedParties: { listedParty: "no" },
    affected: { affected: "own_organisation" },
    affectedType: { affectedType: "cso" },
    affectedCountry: { affectedCountry: country },
    ...incident,
    institutionType: { institutionType: "commercial_bank" },
    institution: { institutionName: "Northern Savings Bank", institutionCountry: "NL" },
    started: { startedOn: { date: addDays(isoDayOf(now()), -daysAgo), precision: "day" } },
    ongoing: { ongoing: "yes" },
    danger: { dangerToPersons: "no" },
    moneyAtRisk: { moneyLostWithin72h: "no" },
    reason: { statedReason: "risk_appetite" },
    story: { story },
    risk: { riskIfNamed: "guarded" },
    consent: { consent: "c2_aggregate" },
  };
}

/** Read, and found to be a case that counts. */
async function accept(intake: Actor, caseId: CaseId): Promise<void> {
  valueFrom(await moveCase(intake, caseId, { version: 1, event: "triage", reason: "" }));
  valueFrom(
    await assessCase(intake, caseId, {
      version: 2,
      severity: "moderate",
      ...USUAL_JUDGEMENT,
    }),
  );
}
