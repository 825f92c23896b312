import type { Actor } from "#app/access/actor.ts";
import type { CaseReport, QuestionKey } from "#app/features/cases/case-report.ts";
import { saveAnswer, startDraft } from "#app/features/cases/reporting/draft-commands.server.ts";
import { submitDraft } from "#app/features/cases/reporting/submit-commands.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { CaseId, DraftId } from "#app/kernel/id.ts";
import { addDays, isoDayOf } from "#app/kernel/iso-day.ts";
import { valueFrom } from "#app/kernel/result.ts";

const dayAfter = (at: Date, days: number) => addDays(isoDayOf(at), days);

/** In which each of the reports below is written. */
export const DEMO_LANGUAGES: readonly Locale[] = ["en", "fr", "ar"];

/** Reports that invented organisations send in their own languages: one urgent, one going on, one with a listed party. */
export function demoReports(at: Date): readonly CaseReport[] {
  return [
    {
      listedParties: { listedParty: "no" },
      affected: { affected: "own_organisation" },
      affectedType: { affectedType: "cso" },
      affectedCountry: { affectedCountry: "NL" },
      incidentGroup: { incidentGroup: "account" },
      incident: { mainIncident: "account_closure_notice" },
      otherIncidents: { otherIncidents: ["intrusive_document_request"] },
      institutionType: { institutionType: "commercial_bank" },
      institution: { institutionName: "Northern Savings Bank", institutionCountry: "NL" },
      started: { startedOn: { date: dayAfter(at, -6), precision: "day" } },
      ongoing: { ongoing: "yes" },
      danger: { dangerToPersons: "no" },
      moneyAtRisk: { moneyLostWithin72h: "no" },
      deadlines: { closureOn: dayAfter(at, 24), payrollOn: dayAfter(at, 9), hearingOn: null, windDownOn: null },
      amount: { currency: "EUR", amountMinor: 18_400_000, amountBand: null },
      reason: { statedReason: "risk_appetite" },
      inWriting: { inWriting: "yes" },
      notice: { noticeDays: 30 },
      documents: { documents: [] },
      remedies: { remedies: ["complaint"] },
      consequences: { consequences: ["staff_unpaid"] },
      story: {
        story:
          "The bank wrote that it reviewed its risk appetite and will close our account in thirty days. We pay eleven people from it. The branch could not say what we had done.",
      },
      risk: { riskIfNamed: "guarded" },
      consent: { consent: "c3_anonymised_narrative" },
    },
    {
      listedParties: { listedParty: "no" },
      affected: { affected: "partner" },
      affectedType: { affectedType: "victims_group" },
      affectedName: { affectedName: "Association des familles du fleuve" },
      affectedCountry: { affectedCountry: "FR" },
      incidentGroup: { incidentGroup: "payment" },
      incident: { mainIncident: "transfer_held_for_checks" },
      institutionType: { institutionType: "correspondent_bank" },
      institution: { institutionName: "Banque du Canal", institutionCountry: "FR" },
      started: { startedOn: { date: dayAfter(at, -40), precision: "month" } },
      ongoing: { ongoing: "yes" },
      danger: { dangerToPersons: "no" },
      moneyAtRisk: { moneyLostWithin72h: "unsure" },
      channel: { channel: "sepa" },
      amount: { currency: "EUR", amountMinor: 960_000, amountBand: null },
      reason: { statedReason: "none_given" },
      story: {
        story:
          "Le virement destiné à nos partenaires est bloqué depuis six semaines. La banque demande la liste des victimes que nous accompagnons ; nous avons refusé.",
      },
      risk: { riskIfNamed: "elevated" },
      consent: { consent: "c2_aggregate" },
    },
    {
      listedParties: { listedParty: "yes" },
      affected: { affected: "own_organisation" },
      affectedType: { affectedType: "cso" },
      affectedCountry: { affectedCountry: "PS" },
      incidentGroup: { incidentGroup: "digital" },
      incident: { mainIncident: "email_suspended" },
      institutionType: { institutionType: "cloud_email_provider" },
      institution: { institutionName: null, institutionCountry: "US" },
      started: { startedOn: { date: dayAfter(at, -3), precision: "day" } },
      ongoing: { ongoing: "yes" },
      danger: { dangerToPersons: "yes" },
      reason: { statedReason: "sanctions_listing" },
      inWriting: { inWriting: "no" },
      story: {
        story:
          "توقّف بريدنا الإلكتروني من دون إنذار، وفقدنا الوصول إلى أرشيف الشهادات. وصل إلى مكتبنا اتصال تهديد في اليوم نفسه.",
      },
      risk: { riskIfNamed: "severe" },
      consent: { consent: "c1_internal" },
    },
  ];
}

/** What somebody without an account tells: in Spanish, and no name in it. */
export function demoReceiptReport(at: Date): CaseReport {
  return {
    listedParties: { listedParty: "no" },
    affected: { affected: "own_organisation" },
    affectedType: { affectedType: "solidarity_group" },
    affectedCountry: { affectedCountry: "CO" },
    incidentGroup: { incidentGroup: "payment" },
    incident: { mainIncident: "transfer_returned" },
    institutionType: { institutionType: "commercial_bank" },
    institution: { institutionName: null, institutionCountry: "US" },
    started: { startedOn: { date: dayAfter(at, -12), precision: "day" } },
    ongoing: { ongoing: "yes" },
    danger: { dangerToPersons: "no" },
    moneyAtRisk: { moneyLostWithin72h: "no" },
    reason: { statedReason: "none_given" },
    story: {
      story:
        "El banco devolvió la transferencia de nuestros honorarios sin explicar por qué. Preferimos no abrir una cuenta aquí.",
    },
    risk: { riskIfNamed: "elevated" },
    consent: { consent: "c2_aggregate" },
  };
}

/** Types a report in, one answer after the other, as the pages do. */
export async function typeIn(actor: Actor, report: CaseReport): Promise<DraftId> {
  const { draftId } = valueFrom(await startDraft(actor));
  await answerAll(actor, draftId, report);
  return draftId;
}

/** The same in a draft that was begun otherwise. */
export async function answerAll(actor: Actor, draftId: DraftId, report: CaseReport): Promise<void> {
  let version = 1;
  for (const [key, answer] of Object.entries(report))
    valueFrom(await saveAnswer(actor, draftId, version++, key as QuestionKey, answer as never));
}

export async function sendReport(actor: Actor, report: CaseReport, language?: Locale): Promise<CaseId> {
  const draftId = await typeIn(actor, report);
  return valueFrom(await submitDraft(actor, draftId, language && { language })).caseId;
}
