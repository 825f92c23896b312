import { receiptMac } from "#app/access/genuine.server.ts";
import { receiptActor } from "#app/access/receipt-visit.server.ts";
import { inSessionContext, type OpenSession } from "#app/access/session.server.ts";
import type { SessionContent } from "#app/access/session-content.ts";
import { unlessBusy } from "#app/features/accounts/credentials.server.ts";
import { nextStage } from "#app/features/accounts/sign-in/sign-in-commands.server.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import type { CaseReport } from "#app/features/cases/case-report.ts";
import { startDraftWithin } from "#app/features/cases/reporting/draft-commands.server.ts";
import type { DraftId, TeamId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { weekOf } from "#app/kernel/week.ts";
import { now } from "#app/platform/clock.server.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import { deriveReceipt, openReceiptKey } from "#app/platform/crypto/receipts.server.ts";
import { newKeyPair, type Secret, wipe } from "#app/platform/crypto/secret.server.ts";
import { env } from "#app/platform/env.server.ts";
import { readReceiptSalt } from "./receipt-salt.server.ts";
import { findLinkedTeam, findTeamWithLink } from "./report-links.server.ts";

/** Somebody who reports without an account: the session that opens the receipt, and what it leads to. */
export interface OpenReceipt {
  readonly session: OpenSession;
  readonly draftId: DraftId;
}

/**
 * The first Continue: a receipt with a random key, its empty draft, and a session that holds the key. Nothing else does
 * until the words are shown.
 */
export async function beginReport(before: OpenSession, code: string): Promise<Result<OpenReceipt>> {
  const team = await findLinkedTeam(code);
  return team ? begin(before, team.teamId) : refuse(GONE);
}

/**
 * The same for somebody who holds no link and was let in by the team in another way. Only a team that takes reports without
 * an account, and by its link says so.
 * @param report  what they bring along
 */
export async function beginReportTo(
  before: OpenSession,
  teamId: TeamId,
  report: CaseReport,
): Promise<Result<OpenReceipt>> {
  return (await findTeamWithLink(teamId)) ? begin(before, teamId, report) : refuse(GONE);
}

const GONE = { kind: "conflict", code: "link.gone" } as const;

async function begin(before: OpenSession, teamId: TeamId, report: CaseReport = {}): Promise<Result<OpenReceipt>> {
  if (!(await hasRoom(teamId))) return refuse({ kind: "conflict", code: "link.full" });
  const keys = newKeyPair();
  const id = newId();
  const { publicKey } = keys;
  const row = { id, teamId, publicKey, publicKeyMac: receiptMac({ id, teamId, publicKey }), week: weekOf(now()) };
  const actor = receiptActor({ ...row, keys }, before.id);
  const begun = await recorded(actor, async (tx) => {
    await tx.receipt.createMany({ data: row });
    return startDraftWithin(actor, tx, report);
  });
  if (!begun.ok) return begun;
  const session = await nextStage(before, receiptContent(id), keys.privateKey);
  return ok({ session, draftId: begun.value.draftId });
}

/**
 * Whoever has the link may begin as many reports as they like, and each lies here for a week at least. Counted for each team, so
 * that one whose link is abused takes no room from another.
 */
async function hasRoom(teamId: TeamId): Promise<boolean> {
  const [waiting] = await inSessionContext(
    (tx) => tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM receipts r JOIN case_drafts d ON d.id = r.id WHERE r.team_id = ${teamId}::uuid`,
  );
  return (waiting?.count ?? 0) < env().UNSENT_BY_LINK;
}

/** The one answer for words that open nothing: wrong, mistyped, of an erased report, or no words at all. */
const WRONG = refuse({ kind: "invalid", code: "receipt.wrong", fields: { words: "receipt.wrong" } });

/**
 * Comes back with the seven words. Whatever was typed takes the same slow work, and every failure gets the same answer.
 * The queue of that work is the only limit: nobody is known here who could be counted.
 */
export async function returnByWords(before: OpenSession, typed: string): Promise<Result<OpenSession>> {
  const derived = await unlessBusy(readReceiptSalt().then((salt) => deriveReceipt(typed, salt)));
  if (!derived.ok) return derived;
  const { lookupId, key } = derived.value;
  try {
    const row = await inSessionContext((tx) => tx.receipt.findUnique({ where: { lookupId } }));
    if (!row?.sealedKey) return WRONG;
    const privateKey: Secret = openReceiptKey({ lookupId, key }, row.sealedKey);
    return ok(await nextStage(before, receiptContent(row.id), privateKey));
  } finally {
    wipe(key);
  }
}

function receiptContent(receiptId: string): SessionContent {
  const at = now().getTime();
  return {
    stage: "receipt",
    userId: null,
    hatId: null,
    receiptId,
    startedAt: at,
    seenAt: at,
    reauthenticatedAt: null,
    shelf: {},
  };
}
