import type { CaseHistoryEntry } from "#app/features/audit/case-history.server.ts";
import { KEEP_TABLES_DAYS } from "#app/features/briefings/briefing-record.ts";
import { allows } from "#app/features/cases/consent.ts";
import { type ConsentLevel, isCode } from "#app/features/taxonomy/codes.ts";
import type { ReleaseState } from "./release-queries.server.ts";

/** A published briefing that may have counted one report, as its reporter may know it. */
export interface OwnRelease {
  readonly slug: string;
  readonly kicker: string;
  readonly title: string;
  /** language of its words */
  readonly locale: string;
  /** ISO day */
  readonly releasedOn: string;
  readonly state: ReleaseState;
}

/** Those, and whether the next ones leave the report out. */
export interface OwnReleases {
  readonly releases: readonly OwnRelease[];
  readonly countsNow: boolean;
}

/** From when on which consent held, oldest first. */
interface ConsentSpan {
  /** ISO instant */
  readonly from: string;
  readonly allowsTotals: boolean;
}

interface Told {
  readonly receivedAt: string;
  readonly consent: ConsentLevel | null;
  /** as the reporter reads them, oldest first */
  readonly steps: readonly CaseHistoryEntry[];
}

/** How consent went, by the steps under the case key; a report from before a change began with what the change tells. */
export function consentSpans({ receivedAt, consent, steps }: Told): readonly ConsentSpan[] {
  const changes = steps
    .filter(({ action }) => action === "case.consent-changed" || action === "case.withdrawn")
    .map(({ at, details }) => ({ at, ...(details as { readonly from?: unknown; readonly to?: unknown } | null) }));
  const first = changes.length > 0 ? changes[0]!.from : consent;
  return [
    { from: receivedAt, allowsTotals: allowsTotals(first) },
    ...changes.map(({ at, to }) => ({ from: at, allowsTotals: allowsTotals(to) })),
  ];
}

const allowsTotals = (level: unknown) =>
  typeof level === "string" && isCode("consent_level", level) && allows(level, "totals");

const DAY_MS = 86_400_000;

/**
 * Whether a briefing can have counted a report: its tables were computed at most so many days before it was released,
 * and somewhere in that time the consent allowed it. Whether it did, no key of the reporter's tells: the team's
 * judgement and the release's own list lie under others.
 * @param releasedOn ISO day
 */
export function mayHaveCounted(spans: readonly ConsentSpan[], releasedOn: string): boolean {
  const end = Date.parse(releasedOn) + DAY_MS;
  const begin = Date.parse(releasedOn) - KEEP_TABLES_DAYS * DAY_MS;
  return spans.some(({ from, allowsTotals }, place) => {
    const next = spans[place + 1];
    return allowsTotals && Date.parse(from) < end && (next === undefined || Date.parse(next.from) > begin);
  });
}
