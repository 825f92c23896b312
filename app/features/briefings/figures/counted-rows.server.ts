import type { Actor } from "#app/access/actor.ts";
import { isUsable } from "#app/features/cases/case-status.ts";
import { allows } from "#app/features/cases/consent.ts";
import { withFacetIndex } from "#app/features/facets/facet-index.server.ts";
import { recordsFor } from "#app/features/facets/facet-queries.ts";
import { holdsGroup } from "#app/features/keyring/group-keys.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import { CASE_STATUSES, CONSENT_LEVELS } from "#app/features/taxonomy/codes.ts";
import { numberOf } from "#app/features/taxonomy/dictionary.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { COUNTED_COLUMNS, countedRowsOf } from "./counted-codes.ts";
import type { CountedRow } from "./counted-row.ts";
import type { Coverage } from "./protected-release.ts";

/** The records that may enter the next release, with what they say. */
export interface CountedCases {
  readonly rows: readonly CountedRow[];
  /** place i is the case of row i */
  readonly cases: readonly { readonly teamId: string; readonly caseId: string }[];
  readonly coverage: Coverage;
  readonly teamIds: readonly string[];
}

const USABLE = CASE_STATUSES.filter(isUsable).map((status) => numberOf("case_status", status));
const FOR_TOTALS = CONSENT_LEVELS.filter((level) => allows(level, "totals")).map((level) =>
  numberOf("consent_level", level),
);
const IN_NO_RELEASE = 0;

/**
 * Every case that counts and that no release has counted: judged eligible, bound to an organisation, in use, with a
 * consent that allows totals. Over all open teams, and over the walled ones where the analyst holds their keys.
 */
export async function countedCases(actor: Actor, tx: Transaction): Promise<Result<CountedCases>> {
  const teams = await tx.team.findMany({ orderBy: { id: "asc" } });
  const held: typeof teams = [];
  for (const team of teams) if (await mayCount(actor, tx, team.id)) held.push(team);
  const isMissing = (walled: boolean) => teams.some((team) => team.walled === walled && !held.includes(team));
  if (isMissing(false)) return refuse({ kind: "conflict", code: "briefing.teams-missing" });
  const teamIds = held.map(({ id }) => id);
  const records = await withFacetIndex(actor, tx, teamIds, (indexes) => indexes.map(recordsOfIndex));
  return ok({
    rows: records.flatMap(countedRowsOf),
    cases: records.flatMap(({ caseIds }, place) => caseIds.map((caseId) => ({ teamId: teamIds[place] ?? "", caseId }))),
    coverage: isMissing(true) ? "open_teams" : "all_teams",
    teamIds,
  });
}

function recordsOfIndex(index: Parameters<typeof recordsFor>[0][number]) {
  return recordsFor([index], {
    columns: COUNTED_COLUMNS,
    where: { status: USABLE, cohort: [IN_NO_RELEASE] },
    countable: { consents: FOR_TOTALS },
  });
}

/** Both walls: a hat in the team, which row-level security asks for, and its key. */
async function mayCount(actor: Actor, tx: Transaction, teamId: string): Promise<boolean> {
  const hats = await tx.hat.count({ where: { userId: actor.userId, role: "analyst", teamId } });
  return hats > 0 && (await holdsGroup(actor, tx, groups.analytics(teamId)));
}
