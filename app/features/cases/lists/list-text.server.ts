import type { Actor } from "#app/access/actor.ts";
import { openNotesKeys } from "#app/features/cases/case-keys.server.ts";
import { assessment as assessmentSeal } from "#app/features/cases/case-seals.server.ts";
import { isUsable } from "#app/features/cases/case-status.ts";
import { caseRow } from "#app/features/cases/casework/case-row.server.ts";
import type { CaseRow } from "#app/features/cases/casework/case-row.ts";
import { readQueueRows } from "#app/features/cases/casework/work-case-queries.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import { csvText } from "#app/kernel/csv.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";

/** Nothing in it may be passed on by whoever gets it. Source: Traffic Light Protocol 2.0, and a case's default mark. */
const MARK = "TLP:RED";

/** What the queue shows of the cases, as a file: references and facets, no name, no text and nobody's account. */
export async function listText(actor: Actor, tx: Transaction, ids: readonly string[], locale: Locale) {
  const rows = await listRows(actor, tx, ids, locale);
  const t = textFor(locale);
  const header = ["reference", "due", "incidents", "institution", "status", "urgency", "severity", "risk"] as const;
  return {
    caseIds: rows.map(({ caseId }) => caseId),
    csv: csvText([...header.map((name) => t(`casework.column.${name}`)), "TLP"], rows.map(cellsOf)),
  };
}

function cellsOf({ reference, dueAt, incidents, institution, status, judgement }: CaseRow): readonly (string | null)[] {
  const { type, country } = institution;
  return [
    reference,
    dueAt?.slice(0, 10) ?? null,
    incidents.join("; "),
    [type, country?.code].filter(Boolean).join(", "),
    status.label,
    judgement.urgency?.label ?? null,
    judgement.severity?.label ?? null,
    judgement.risk?.label ?? null,
    MARK,
  ];
}

async function listRows(actor: Actor, tx: Transaction, ids: readonly string[], locale: Locale): Promise<CaseRow[]> {
  // What its reporter has withdrawn is used for nothing any more.
  const listed = (await readQueueRows(actor, tx, ids)).filter(({ status }) => isUsable(status));
  const sealed = await tx.caseAssessment.findMany({ where: { caseId: { in: listed.map(({ id }) => id) } } });
  const keys = await openNotesKeys(actor, tx, ids);
  const judged = new Map(
    sealed.flatMap(({ caseId, sealed: part }) => {
      const key = keys.get(caseId);
      return key ? [[caseId, assessmentSeal.open(key, caseId, part)] as const] : [];
    }),
  );
  return listed.map((one) => caseRow(one, judged.get(one.id) ?? null, null, locale));
}
