import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { caseReference } from "#app/features/cases/case-reference.ts";
import type { ChosenCase } from "#app/features/cases/casework/case-choice.ts";
import { caseRow, labelled } from "#app/features/cases/casework/case-row.server.ts";
import type { CaseRow, Labelled } from "#app/features/cases/casework/case-row.ts";
import { queueQuery } from "#app/features/cases/casework/queue-page.server.ts";
import type { PrivateView, QueueView } from "#app/features/cases/casework/queue-view.ts";
import { leadsOf, readQueueRows } from "#app/features/cases/casework/work-case-queries.server.ts";
import { withFacetIndex } from "#app/features/facets/facet-index.server.ts";
import { queue } from "#app/features/facets/facet-queries.ts";
import { URGENCIES, type Urgency } from "#app/features/taxonomy/codes.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { now } from "#app/platform/clock.server.ts";
import { type ChosenResult, MOST_CHOSEN } from "./chosen-forms.ts";

/** The cases that were ticked, and what they can be given. */
export interface ChosenPageData {
  readonly rows: readonly Pick<CaseRow, "caseId" | "reference" | "incidents" | "status">[];
  readonly leads: readonly { readonly id: string; readonly handle: string }[];
  readonly urgencies: readonly Labelled<Urgency>[];
}

export function readChosenPage(actor: Actor, chosen: readonly ChosenCase[], locale: Locale): Promise<ChosenPageData> {
  return withActor(actor, async (tx) => {
    const ids = chosen.map(({ caseId }) => caseId);
    const rows = (await readQueueRows(actor, tx, ids)).map((one) => caseRow(one, null, null, locale));
    return {
      rows: rows.map(({ caseId, reference, incidents, status }) => ({ caseId, reference, incidents, status })),
      leads: await leadsOf(tx, actor.teamId),
      urgencies: URGENCIES.map((urgency) => labelled("urgency", urgency, locale)),
    };
  });
}

/** The first cases of a view, as they are now: whoever takes them has seen at most the page they stand on. */
export function firstOfView(actor: Actor, view: QueueView, hidden: PrivateView): Promise<readonly ChosenCase[]> {
  return withActor(actor, async (tx) => {
    const ask = queueQuery(actor, { view: { ...view, page: 1 }, hidden, pageSize: MOST_CHOSEN, at: now() });
    const teamId = actor.teamId ?? "";
    const { cases } = await withFacetIndex(actor, tx, [teamId], ([index]) => queue(index!, ask));
    const rows = await tx.case.findMany({
      where: { id: { in: cases.map(({ caseId }) => caseId) } },
      select: { id: true, version: true },
    });
    const versions = new Map(rows.map(({ id, version }) => [id, version]));
    return cases.flatMap(({ caseId }) => {
      const version = versions.get(caseId);
      return version === undefined ? [] : [{ caseId, version }];
    });
  });
}

/** What became of each, by the name that people call a case. */
export interface NamedResult extends ChosenResult {
  readonly reference: string;
}

export function namedResults(done: readonly ChosenResult[]): readonly NamedResult[] {
  return done.map((one) => ({ ...one, reference: caseReference(one.caseId as CaseId) }));
}
