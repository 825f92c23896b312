import { z } from "zod";
import { CASE_STATUSES, type CaseStatus, OPEN_STATUSES } from "#app/features/cases/case-status.ts";
import type { QueueFilters, QueueSort } from "#app/features/facets/facet-queries.ts";
import {
  COUNTRY_CODES,
  REGIONAL_GROUPS,
  type RegionalGroup,
  regionalGroupOf,
} from "#app/features/registers/regional-groups.ts";
import { URGENCIES, type Urgency } from "#app/features/taxonomy/codes.ts";
import { numberOf } from "#app/features/taxonomy/dictionary.ts";
import { INCIDENT_GROUPS, type IncidentGroup, incidentTypesOf } from "#app/features/taxonomy/incident-groups.ts";
import { isId } from "#app/kernel/id.ts";
import { listAddress } from "#app/kernel/list-address.ts";
import { paths } from "#app/paths.ts";

export const QUEUE_SORTS = ["due", "urgency", "received"] as const satisfies readonly QueueSort[];
export const STATUS_CHOICES = ["open", "all", ...CASE_STATUSES] as const;
export type StatusChoice = "open" | "all" | CaseStatus;

/** What may stand in the queue's address: codes that say nothing of any person or institution. */
export interface QueueView {
  readonly status: StatusChoice;
  readonly urgency: Urgency | null;
  readonly group: IncidentGroup | null;
  /** of the affected party */
  readonly region: RegionalGroup | null;
  readonly overdue: boolean;
  readonly sort: QueueSort;
  /** from 1 */
  readonly page: number;
  /** names a private view in the session */
  readonly view: string | null;
}

/** What may not: it is kept in the session's sealed row. */
export interface PrivateView {
  readonly institutionCountry: string | null;
  /** a lead's id, or one of the words */
  readonly assigned: "any" | "none" | "mine" | (string & {});
}

const privateSchema = z.object({ institutionCountry: z.string().nullable(), assigned: z.string() });

/** What the session keeps under a view's name, if it is the queue's: other pages keep views there, too. */
export function privateViewIn(kept: unknown): PrivateView {
  const read = privateSchema.safeParse(kept);
  return read.success ? read.data : NO_VIEW;
}

export const NO_VIEW: PrivateView = { institutionCountry: null, assigned: "any" };

const code = <const Codes extends readonly [string, ...string[]]>(codes: Codes) => z.enum(codes).nullable().catch(null);

const addressSchema = z.object({
  status: z.enum(STATUS_CHOICES).catch("open"),
  urgency: code(URGENCIES),
  group: code(INCIDENT_GROUPS),
  region: code(REGIONAL_GROUPS),
  overdue: z
    .literal("1")
    .transform(() => true)
    .catch(false),
  sort: z.enum(QUEUE_SORTS).catch("due"),
  ...listAddress,
});

/** Reads an address. What it does not understand it leaves out: an old bookmark shows more, never nothing. */
export function queueViewIn(query: URLSearchParams): QueueView {
  return addressSchema.parse(Object.fromEntries(query));
}

const isCountry = (text: string) => COUNTRY_CODES.includes(text);
const isAssignee = (text: string) => ["any", "none", "mine"].includes(text) || isId(text);

/** The queue's own form: one private filter at a time, beside what the address holds. */
export const queueForm = z.looseObject({
  institutionCountry: z
    .string()
    .refine((text) => text === "" || isCountry(text))
    .optional(),
  assigned: z.string().refine(isAssignee).optional(),
  /** one of the reader's own filters, instead of all others */
  filter: z.string().refine(isId).optional(),
});

/** The codes of the address as a form carries them. */
export function queueFields({ page: _, ...view }: QueueView): Readonly<Record<string, string>> {
  return written(view);
}

/** The queue's address with a change; a new choice begins at the first page. */
export function queueHref(view: QueueView, change: Partial<QueueView> = {}): string {
  const query = new URLSearchParams(written({ ...view, page: 1, ...change })).toString();
  return query ? `${paths.queue()}?${query}` : paths.queue();
}

const DEFAULTS: Partial<QueueView> = { status: "open", sort: "due", page: 1 };

/** Only what differs from what everybody sees first, so that addresses stay short. */
function written(view: Partial<QueueView>): Record<string, string> {
  const entries = Object.entries(view).filter(([name, value]) => value && value !== DEFAULTS[name as keyof QueueView]);
  return Object.fromEntries(entries.map(([name, value]) => [name, value === true ? "1" : String(value)]));
}

/** Whether anything but the usual view is shown; sorting and paging hide nothing. */
export function isFiltered({ status, urgency, group, region, overdue }: QueueView, hidden: PrivateView): boolean {
  return status !== "open" || Boolean(urgency || group || region || overdue) || isHiding(hidden);
}

/** Whether a private view filters anything. */
export function isHiding({ institutionCountry, assigned }: PrivateView): boolean {
  return institutionCountry !== null || assigned !== "any";
}

/** The private view with what its form changes; a country left empty is any. */
export function withPrivate(
  before: PrivateView,
  { institutionCountry, assigned }: z.infer<typeof queueForm>,
): PrivateView {
  return {
    institutionCountry: institutionCountry === undefined ? before.institutionCountry : institutionCountry || null,
    assigned: assigned ?? before.assigned,
  };
}

/** The same as the index is asked: dictionary numbers, and a region as all its countries. */
export function filtersOf(view: QueueView, hidden: PrivateView, userId: string): QueueFilters {
  const { urgency, group, region, overdue } = view;
  return {
    statuses: statusNumbers(view.status),
    ...(urgency && { urgencies: [numberOf("urgency", urgency)] }),
    ...(group && { incidents: incidentTypesOf(group).map((type) => numberOf("incident_type", type)) }),
    ...(region && { affectedCountries: COUNTRY_CODES.filter((country) => regionalGroupOf(country) === region) }),
    ...(hidden.institutionCountry && { institutionCountries: [hidden.institutionCountry] }),
    ...(hidden.assigned !== "any" && { assignedUserId: assigneeOf(hidden.assigned, userId) }),
    ...(overdue && { isOverdue: true }),
  };
}

/** What is open includes what nobody has assessed yet: it must not drown. */
function statusNumbers(choice: StatusChoice): readonly number[] | undefined {
  if (choice === "all") return undefined;
  if (choice === "open") return [0, ...OPEN_STATUSES.map((status) => numberOf("case_status", status))];
  return [numberOf("case_status", choice)];
}

function assigneeOf(assigned: PrivateView["assigned"], userId: string): string | null {
  if (assigned === "none") return null;
  return assigned === "mine" ? userId : assigned;
}
