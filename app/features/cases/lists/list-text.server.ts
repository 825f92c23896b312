import type { Actor } from "#app/access/actor.ts";
import { openNotesKeys } from "#app/features/cases/case-keys.server.ts";
import type { ListedCase } from "#app/features/cases/case-queries.server.ts";
import { assessment as assessmentSeal } from "#app/features/cases/case-seals.server.ts";
import { caseRow } from "#app/features/cases/casework/case-row.server.ts";
import type { CaseRow } from "#app/features/cases/casework/case-row.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import { csvText } from "#app/kernel/csv.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { HeldNow } from "./case-list.ts";
import { heldNow, readListable } from "./list-held.server.ts";

/** Nothing in it may be passed on by whoever gets it. Source: Traffic Light Protocol 2.0, and a case's default mark. */
export const MARK = "TLP:RED";

/** What is to leave, and of which cases. */
export interface ListContent {
  readonly holds: readonly HeldNow[];
  readonly content: string;
}

/** What the queue shows of the cases, as a file: references and facets, no name, no text and nobody's account. */
export async function listText(
  actor: Actor,
  tx: Transaction,
  ids: readonly string[],
  locale: Locale,
): Promise<ListContent> {
  const cases = await readListable(actor, tx, ids);
  const rows = await listRows(actor, tx, cases, locale);
  const t = textFor(locale);
  const header = ["reference", "due", "incidents", "institution", "status", "urgency", "severity", "risk"] as const;
  const names = [...header.map((name) => t(`casework.column.${name}`)), "TLP"];
  return { holds: heldNow(cases), content: csvText(names, rows.map(cellsOf)) };
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

async function listRows(
  actor: Actor,
  tx: Transaction,
  cases: readonly ListedCase[],
  locale: Locale,
): Promise<CaseRow[]> {
  const ids = cases.map(({ id }) => id);
  const sealed = await tx.caseAssessment.findMany({ where: { caseId: { in: ids } } });
  const keys = await openNotesKeys(actor, tx, ids);
  const judged = new Map(
    sealed.flatMap(({ caseId, sealed: part }) => {
      const key = keys.get(caseId);
      return key ? [[caseId, assessmentSeal.open(key, caseId, part)] as const] : [];
    }),
  );
  return cases.map((one) => caseRow(one, judged.get(one.id) ?? null, null, locale));
}
