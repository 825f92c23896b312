import type { Actor } from "#app/access/actor.ts";
import { workCasePage } from "#app/features/cases/casework/work-case-page.server.ts";
import type { WorkCasePageData } from "#app/features/cases/casework/work-case-page.ts";
import { findWorkCase, type WorkCase } from "#app/features/cases/casework/work-case-queries.server.ts";
import { workSteps } from "#app/features/cases/casework/work-steps.server.ts";
import { readCaseRemedies } from "#app/features/cases/remedies/case-remedies.server.ts";
import type { CaseRemedies } from "#app/features/cases/remedies/case-remedies.ts";
import { labelOf } from "#app/features/taxonomy/labels.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import type { CaseRecord, RecordLine, RecordSection } from "./record-text.ts";
import { answersRecord, type RecordWords, remediesRecord, stepsRecord } from "./record-words.ts";

/** What a room above this one adds to the record of a case, such as its messages; `withNotes` decides what of it. */
export type RecordPart = (
  actor: Actor,
  work: WorkCase,
  words: RecordWords,
  withNotes: boolean,
) => Promise<readonly RecordSection[]>;

export interface RecordAsk {
  readonly words: RecordWords;
  readonly parts: readonly RecordPart[];
  /** also what only the team reads: judgement, notes, steps of the team */
  readonly withNotes: boolean;
}

/** A case and its record. */
export interface RecordedCase extends CaseRecord {
  readonly work: WorkCase;
}

/** All that may be read of one case, as a text. @returns null for a case that is not there or out of reach */
export async function readCaseRecord(
  actor: Actor,
  caseId: CaseId,
  { words, parts, withNotes }: RecordAsk,
): Promise<RecordedCase | null> {
  const work = await findWorkCase(actor, caseId);
  if (!work) return null;
  const page = workCasePage(actor, work, words.locale);
  const remedies = await readCaseRemedies(actor, work, words.locale);
  const more: RecordSection[] = [];
  for (const part of parts) more.push(...(await part(actor, work, words, withNotes)));
  const sections = [
    standing(work, page, words),
    ...answersRecord(page.sections, words),
    additions(page, words),
    tried(remedies, words),
    ...more,
    ...(withNotes ? [judgement(page, words)] : []),
    history(work, words, withNotes),
  ];
  return { work, reference: page.row.reference, sections };
}

function standing({ copy }: WorkCase, page: WorkCasePageData, { t, formats, locale }: RecordWords): RecordSection {
  const { organisationName, sourceKind, sourceRef, receivedAt, row } = page;
  const { consent } = copy.facts;
  return {
    title: t("lists.record.standing"),
    lines: [
      { label: t("casework.column.status"), words: row.status.label },
      { words: t(`cases.source.${sourceKind}`) },
      { words: t("casework.case.received", { when: formats.dateTime(new Date(receivedAt)) }) },
      ...(organisationName ? [{ label: t("lists.record.organisation"), typed: organisationName }] : []),
      ...(sourceRef ? [{ label: t("lists.record.source"), typed: sourceRef }] : []),
      {
        label: t("history.field.consent"),
        words: consent ? labelOf("consent_level", consent, locale) : t("casework.not-said"),
      },
    ],
  };
}

function additions({ additions: added }: WorkCasePageData, { t, formats }: RecordWords): RecordSection {
  const lines = added.map(({ text, at }) => ({ label: formats.dateTime(new Date(at)), typed: text }));
  return { title: t("casework.case.additions"), lines };
}

function tried({ rows, outcome, reported }: CaseRemedies, words: RecordWords): RecordSection {
  const { t } = words;
  const ending: RecordLine[] = outcome
    ? [{ words: t("remedies.outcome.now", { outcome: outcome.label }) }]
    : reported
      ? [{ words: t("remedies.outcome.reported", { outcome: reported.label }) }]
      : [];
  return { title: t("remedies.heading"), lines: [...ending, ...remediesRecord(rows, words)] };
}

/** What the team thinks of it, never its reporter's to read. */
function judgement({ row, overCompliance, institution, eligibility }: WorkCasePageData, { t }: RecordWords) {
  const unsaid = t("casework.not-said");
  const { urgency, severity, risk } = row.judgement;
  const answer = overCompliance.answer ? t(`cases.overCompliance.answer.${overCompliance.answer}`) : unsaid;
  const lines: RecordLine[] = [
    { label: t("casework.column.urgency"), words: urgency?.label ?? unsaid },
    { label: t("casework.column.severity"), words: severity?.label ?? unsaid },
    { label: t("casework.column.risk"), words: risk?.label ?? unsaid },
    { label: t("history.field.overCompliance"), words: answer },
    { label: t("history.field.eligibility"), words: t(`cases.eligibility.${eligibility}`) },
    ...(institution.matched ? [{ label: t("casework.column.institution"), typed: institution.matched.name }] : []),
  ];
  return { title: t("lists.record.judgement"), lines };
}

function history(work: WorkCase, words: RecordWords, withNotes: boolean): RecordSection {
  const title = words.t(withNotes ? "lists.record.history-notes" : "casework.case.history");
  const steps = workSteps(withNotes ? work : { ...work, notes: [] }, words.locale);
  return { title, lines: stepsRecord(steps, words) };
}
