import type { Actor } from "#app/access/actor.ts";
import { inSessionContext } from "#app/access/session.server.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import type { TeamId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { base64UrlOf } from "#app/platform/crypto/bytes.server.ts";
import { hashCode, newCode } from "#app/platform/crypto/codes.server.ts";
import { vouchingId } from "#app/platform/crypto/vouching-id.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { directoryKey } from "#app/platform/instance-secrets.server.ts";

/*
 * The open link of a team: whoever has it may begin a report, without an account and as often as they like. Only its
 * hash is kept, so it is shown when it is made, and a team that has lost its link makes a new one.
 */

/** Makes the team's link; the one before stops working. @returns the code, shown to whoever made it and kept nowhere */
export function openReportLink(actor: Actor): Promise<Result<{ code: string }>> {
  return recorded(actor, async (tx, record) => {
    const teamId = actor.teamId as TeamId;
    await tx.reportLink.updateMany({ where: { teamId, state: "open" }, data: { state: "withdrawn" } });
    const code = newCode();
    const codeHash = hashCode(code);
    await tx.reportLink.createMany({ data: { id: linkIdFor(teamId, codeHash), teamId, codeHash, state: "open" } });
    await record({ action: "link.opened", subjectId: teamId });
    return ok({ code });
  });
}

/** From now on nobody begins a report with it. Reports that were begun stay as they are. */
export function withdrawReportLink(actor: Actor): Promise<Result<null>> {
  return recorded(actor, async (tx, record) => {
    const teamId = actor.teamId as TeamId;
    const { count } = await tx.reportLink.updateMany({
      where: { teamId, state: "open" },
      data: { state: "withdrawn" },
    });
    if (count === 0) return refuse({ kind: "conflict", code: "link.none" });
    await record({ action: "link.withdrawn", subjectId: teamId });
    return ok(null);
  });
}

export function hasReportLink(actor: Actor): Promise<boolean> {
  return withActor(actor, async (tx) => (await tx.reportLink.count({ where: { state: "open" } })) > 0);
}

/** The team behind a link that works; null for every other code, whatever is wrong with it. */
export function findLinkedTeam(code: string): Promise<{ teamId: TeamId; label: string } | null> {
  return inSessionContext(async (tx) => {
    const teamId = await teamOfLink(tx, code);
    if (!teamId) return null;
    const { label } = await tx.team.findUniqueOrThrow({ where: { id: teamId } });
    return { teamId, label };
  });
}

/** A team that takes reports without an account: whoever has its link may begin one. */
export function findTeamWithLink(teamId: TeamId): Promise<{ label: string } | null> {
  return inSessionContext(async (tx) => {
    const link = await tx.reportLink.findFirst({ where: { teamId, state: "open" } });
    if (!link || link.id !== linkIdFor(teamId, link.codeHash)) return null;
    const { label } = await tx.team.findUniqueOrThrow({ where: { id: teamId } });
    return { label };
  });
}

async function teamOfLink(tx: Transaction, code: string): Promise<TeamId | null> {
  const codeHash = hashCode(code);
  const link = await tx.reportLink.findUnique({ where: { codeHash } });
  // A row that was put in by hand, or turned to another team, does not fit its id.
  if (link?.state !== "open" || link.id !== linkIdFor(link.teamId, codeHash)) return null;
  return link.teamId as TeamId;
}

function linkIdFor(teamId: string, codeHash: Uint8Array): string {
  return vouchingId(directoryKey(), "report-link", teamId, base64UrlOf(codeHash));
}
