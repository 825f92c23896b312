import type { Actor } from "#app/access/actor.ts";
import { receiptActor } from "#app/access/receipt-visit.server.ts";
import { findSession, inSessionContext, type OpenSession, startSession } from "#app/access/session.server.ts";
import { anonymousContent } from "#app/access/sign-in-again.server.ts";
import type { CaseReport } from "#app/features/cases/case-report.ts";
import { beginReport, type OpenReceipt, returnByWords } from "#app/features/cases/receipts/receipt-commands.server.ts";
import { sendByReceipt } from "#app/features/cases/receipts/receipt-sending.server.ts";
import { wordsToShow } from "#app/features/cases/receipts/receipt-words.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { valueFrom } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { keyPairFrom } from "#app/platform/crypto/secret.server.ts";
import { answerAll } from "./reports.ts";

/** Somebody without an account at the open link of a team. */
export async function openLink(code: string): Promise<OpenReceipt> {
  return valueFrom(await beginReport(await newGuest(), code));
}

export function newGuest(): Promise<OpenSession> {
  return inSessionContext((tx) => startSession(tx, anonymousContent(now().getTime()), null));
}

/** Whoever holds a receipt, at work in the session that opened it. */
export async function holderOf({ id, token }: Pick<OpenSession, "id" | "token">): Promise<Actor> {
  const session = await inSessionContext((tx) => findSession(tx, token, now().getTime()));
  const receiptId = session?.content.receiptId;
  if (!session?.privateKey || !receiptId) throw new Error("the session holds no receipt");
  const row = await inSessionContext((tx) => tx.receipt.findUniqueOrThrow({ where: { id: receiptId } }));
  return receiptActor({ ...row, keys: keyPairFrom(session.privateKey) }, id);
}

/** Comes back with words from paper. */
export async function comeBack(words: string): Promise<OpenSession> {
  return valueFrom(await returnByWords(await newGuest(), words));
}

export interface SentByReceipt {
  readonly caseId: CaseId;
  readonly words: string;
  readonly reporter: Actor;
}

/** A whole report through a team's link, and the seven words that its holder has written down. */
export async function reportByLink(code: string, report: CaseReport, language?: Locale): Promise<SentByReceipt> {
  const { session, draftId } = await openLink(code);
  const reporter = await holderOf(session);
  await answerAll(reporter, draftId, report);
  const { caseId } = valueFrom(await sendByReceipt(reporter, session, draftId, language && { language }));
  const current = await inSessionContext((tx) => findSession(tx, session.token, now().getTime()));
  const words = current && (await wordsToShow(reporter, current));
  if (!words) throw new Error("a report was sent, and no words were shown");
  return { caseId, words: words.join(" "), reporter };
}
