import type { Actor } from "#app/access/actor.ts";
import type { AfterResponse } from "#app/access/load-context.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { CASE_STATUSES, OPEN_STATUSES } from "#app/features/cases/case-status.ts";
import { foldLater, withFacetIndex } from "#app/features/facets/facet-index.server.ts";
import {
  type QueueCase,
  type QueueCounts,
  type QueuePage,
  type QueueQuery,
  queue,
} from "#app/features/facets/facet-queries.ts";
import { countryOptions } from "#app/features/registers/country-names.server.ts";
import { REGIONAL_GROUPS } from "#app/features/registers/regional-groups.ts";
import { RISK_LEVELS, SEVERITIES, URGENCIES } from "#app/features/taxonomy/codes.ts";
import { numberOf } from "#app/features/taxonomy/dictionary.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { caseRow, labelled } from "./case-row.server.ts";
import { QUEUE_PAGE_SIZE, type QueueChoices, type QueuePageData } from "./queue-page.ts";
import { filtersOf, type PrivateView, type QueueView } from "./queue-view.ts";
import { everybodyWhoLed, readQueueRows } from "./work-case-queries.server.ts";

const OPEN_NUMBERS = OPEN_STATUSES.map((status) => numberOf("case_status", status));
const NEW_NUMBERS = [numberOf("case_status", "received")];
const MINUTE_MS = 60_000;

/**
 * One page of the team's cases. Order, filters and counts come from the index in memory; only the rows that are shown
 * are read and opened. What has arrived since is folded when the answer has left.
 */
export async function readQueuePage(
  actor: Actor,
  { view, hidden, locale, afterResponse }: QueueRequest,
): Promise<QueuePageData> {
  const at = now();
  const teamId = actor.teamId ?? "";
  const data = await withActor(actor, async (tx) => {
    const ask = queueQuery(actor, { view, hidden, pageSize: QUEUE_PAGE_SIZE, at });
    const found = await withFacetIndex(actor, tx, [teamId], ([index]) => queue(index!, ask));
    const leads = await everybodyWhoLed(tx, teamId);
    const rows = await readRows(actor, tx, found, locale);
    return { rows, total: found.total, page: found.page, counts: found.counts, choices: choices(found, leads, locale) };
  });
  foldLater(actor, afterResponse, [teamId]);
  const { all, open, overdue, new: fresh } = data.counts;
  return { ...data, counts: { all, open, overdue, new: fresh }, view, hidden, now: at.toISOString() };
}

interface Asked {
  readonly view: QueueView;
  readonly hidden: PrivateView;
  readonly pageSize: number;
  readonly at: Date;
}

/** What a view asks of the index. */
export function queueQuery({ userId }: Actor, { view, hidden, pageSize, at }: Asked): QueueQuery {
  return { filters: filtersOf(view, hidden, userId), sort: view.sort, page: view.page, pageSize, ...queueAt(at) };
}

/** What a query of the index needs to know of the moment and of the life of a case. */
export function queueAt(at: Date): Pick<QueueQuery, "now" | "openStatuses" | "newStatuses"> {
  return { now: Math.floor(at.getTime() / MINUTE_MS), openStatuses: OPEN_NUMBERS, newStatuses: NEW_NUMBERS };
}

export interface QueueRequest {
  readonly view: QueueView;
  readonly hidden: PrivateView;
  readonly locale: Locale;
  readonly afterResponse: AfterResponse;
}

/** The cases of one page of the index, opened and in the words of one language. */
export async function readRows(actor: Actor, tx: Transaction, { cases }: QueuePage, locale: Locale) {
  const listed = await readQueueRows(
    actor,
    tx,
    cases.map(({ caseId }) => caseId),
  );
  const handles = await handlesOf(tx, cases);
  const judged = new Map(cases.map(({ caseId, assessed }) => [caseId, assessed]));
  return listed.map((one) => {
    const assessed = judged.get(one.id);
    const lead = assessed?.assignedUserId ? (handles.get(assessed.assignedUserId) ?? null) : null;
    return caseRow(one, assessed ? judgement(assessed) : null, lead, locale);
  });
}

function judgement({ urgency, severity, risk, dueAt }: NonNullable<QueueCase["assessed"]>) {
  return {
    dueAt: dueAt === null ? null : new Date(dueAt * MINUTE_MS).toISOString(),
    ...found("urgency", URGENCIES[urgency - 1]),
    ...found("severity", SEVERITIES[severity - 1]),
    ...found("risk", RISK_LEVELS[risk - 1]),
  };
}

const found = <Name extends string, Code>(name: Name, code: Code | undefined) =>
  (code === undefined ? {} : { [name]: code }) as { readonly [N in Name]?: Code };

/** Also of people who lead no more: their cases still bear their handle. */
async function handlesOf(tx: Transaction, cases: readonly QueueCase[]): Promise<Map<string, string>> {
  const ids = new Set(cases.flatMap(({ assessed }) => assessed?.assignedUserId ?? []));
  if (ids.size === 0) return new Map();
  const users = await tx.user.findMany({ where: { id: { in: [...ids] } }, select: { id: true, handle: true } });
  return new Map(users.map(({ id, handle }) => [id, handle]));
}

function choices({ counts }: QueuePage, leads: QueueChoices["leads"], locale: Locale): QueueChoices {
  return {
    statuses: CASE_STATUSES.map((status) => ({
      ...labelled("case_status", status, locale),
      count: statusCount(counts, numberOf("case_status", status)),
    })).filter(({ count }) => count > 0),
    urgencies: URGENCIES.map((urgency) => ({
      ...labelled("urgency", urgency, locale),
      count: counts.byUrgency[numberOf("urgency", urgency)] ?? 0,
    })),
    regions: REGIONAL_GROUPS,
    countries: countryOptions(locale),
    leads,
  };
}

const statusCount = ({ byStatus }: QueueCounts, status: number) => byStatus[status] ?? 0;
