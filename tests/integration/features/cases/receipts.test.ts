import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { sessionCookie } from "#app/access/cookie.ts";
import { afterResponse } from "#app/access/load-context.ts";
import { endSession, findSession, inSessionContext } from "#app/access/session.server.ts";
import { visitOf } from "#app/access/visit.server.ts";
import { addNote } from "#app/features/cases/casework/triage-commands.server.ts";
import { findWorkCase } from "#app/features/cases/casework/work-case-queries.server.ts";
import { beginReport, returnByWords } from "#app/features/cases/receipts/receipt-commands.server.ts";
import { deleteAbandonedReceipts } from "#app/features/cases/receipts/receipt-expiry.server.ts";
import { sendByReceipt } from "#app/features/cases/receipts/receipt-sending.server.ts";
import { hasWords, saveForLater, wordsToShow } from "#app/features/cases/receipts/receipt-words.server.ts";
import { findLinkedTeam, withdrawReportLink } from "#app/features/cases/receipts/report-links.server.ts";
import { discardDraft, saveAnswer } from "#app/features/cases/reporting/draft-commands.server.ts";
import { eraseCase } from "#app/features/cases/reporting/erasure-commands.server.ts";
import { addToCase, changeConsent, withdrawCase } from "#app/features/cases/reporting/report-commands.server.ts";
import {
  findDraftWithReaders,
  findOwnCase,
  findOwnCaseWithReaders,
  findOwnDraft,
} from "#app/features/cases/reporting/report-queries.server.ts";
import { askReporter, writeAsReporter } from "#app/features/messages/message-commands.server.ts";
import { findConversation } from "#app/features/messages/message-queries.server.ts";
import type { DraftId } from "#app/kernel/id.ts";
import { hashCode, newId } from "#app/platform/crypto/codes.server.ts";
import { inContext } from "#app/platform/db/in-context.server.ts";
import { env, setEnv } from "#app/platform/env.server.ts";
import { type CaseTeam, newCaseTeam } from "../../../support/case-team.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { answerAll, comeBack, holderOf, newLink, openLink, reportByLink } from "../../../support/receipts.ts";
import { aReport } from "../../../support/reports.ts";
import { newGuest } from "../../../support/sign-in.ts";
import { valueFrom } from "../../../support/world.ts";

const WEEK = 7 * 86_400_000;

onBothDatabases("a report without an account", (db) => {
  let team: CaseTeam;
  let code: string;

  beforeAll(async () => {
    team = await newCaseTeam();
    code = await newLink(await team.as.intake());
  }, 120_000);

  const receipts = async (id: string) =>
    Number((await db.sql("SELECT count(*) AS n FROM receipts WHERE id = $1", [id]))[0]!.n);
  const wrong = { kind: "invalid", code: "receipt.wrong" };
  const refusalOf = async (words: string) => {
    const answer = await returnByWords(await newGuest(), words);
    return answer.ok ? null : answer.refusal;
  };
  /** Whoever comes back with words, at work. */
  const backWith = async (words: string) => holderOf(await comeBack(words));

  test("is begun at the link, saved under words, and gone on with on another machine", async () => {
    const { session, draftId } = await openLink(code);
    const first = await holderOf(session);
    valueFrom(await saveAnswer(first, draftId, 1, "listedParties", { listedParty: "no" }));
    expect(await hasWords(first)).toBe(false);
    valueFrom(await saveForLater(first, session));
    const shown = await wordsOn(session, first);
    expect(shown).toHaveLength(7);
    const again = await backWith(shown!.join("  ").toUpperCase());
    expect(await findOwnDraft(again, draftId)).toMatchObject({ report: { listedParties: { listedParty: "no" } } });
    const firstLetters = shown!.map((word) => word.slice(0, 4)).join(" ");
    expect((await backWith(firstLetters)).userId).toBe(first.userId);
  });

  test("is not begun where too many wait unsent behind the link of this team; another team's has room", async () => {
    const before = env();
    const waiting = Number((await db.sql("SELECT count(*) AS n FROM receipts"))[0]!.n);
    setEnv({ ...before, UNSENT_BY_LINK: waiting + 1 });
    try {
      const last = await openLink(code);
      expect(await beginReport(await newGuest(), code)).toMatchObject({ refusal: { code: "link.full" } });
      await openLink(await newLink(await team.as.walledIntake()));
      valueFrom(await discardDraft(await holderOf(last.session), last.draftId));
      await openLink(code);
    } finally {
      setEnv(before);
    }
  });

  test("gives words once: who comes back finds none to be shown, and none are made anew", async () => {
    const { words, reporter } = await reportByLink(code, aReport());
    const session = await comeBack(words);
    const again = await holderOf(session);
    expect(await wordsToShow(again, session)).toBeNull();
    valueFrom(await saveForLater(again, session));
    expect(await wordsOn(session, again)).toBeNull();
    expect((await backWith(words)).userId).toBe(reporter.userId);
  });

  test("sent twice at once it is one case, and the words that are shown open it", async () => {
    const { session, draftId } = await openLink(code);
    const reporter = await holderOf(session);
    await answerAll(reporter, draftId, aReport());
    const submission = () => ({ token: "one form", action: "/check", commands: 0 });
    const send = async () =>
      sendByReceipt({ ...(await holderOf(session)), submission: submission() }, session, draftId);
    const [one, two] = await Promise.all([send(), send()]);
    expect(one).toEqual({ ok: true, value: { caseId: draftId } });
    expect(two).toEqual(one);
    const words = await wordsOn(session, reporter);
    expect((await backWith(words!.join(" "))).userId).toBe(reporter.userId);
  });

  test("is not sent where it was closed on another page meanwhile, for nothing could show its words", async () => {
    const { session, draftId } = await openLink(code);
    const reporter = await holderOf(session);
    await answerAll(reporter, draftId, aReport());
    await inSessionContext((tx) => endSession(tx, session.id));
    expect(await sendByReceipt(reporter, session, draftId)).toMatchObject({ ok: false, refusal: { kind: "conflict" } });
    expect(await db.sql("SELECT id FROM cases WHERE id = $1", [draftId])).toEqual([]);
    expect(await db.sql("SELECT lookup_id FROM receipts WHERE id = $1", [draftId])).toEqual([{ lookup_id: null }]);
  });

  test("reaches the team of its link, and everything can be done with it that a reporter may", async () => {
    const { caseId, words } = await reportByLink(code, aReport(), "fr");
    const intake = await team.as.intake();
    expect((await findWorkCase(intake, caseId))?.copy.facts.sourceKind).toBe("receipt");
    valueFrom(await askReporter(intake, caseId, { text: "Which branch was it?" }));
    const reporter = await backWith(words);
    expect((await findConversation(reporter, caseId))?.messages.map(({ text }) => text)).toEqual([
      "Which branch was it?",
    ]);
    valueFrom(await writeAsReporter(reporter, caseId, { text: "The one at the harbour." }));
    valueFrom(await addToCase(reporter, caseId, { text: "They rang again." }));
    valueFrom(await changeConsent(reporter, caseId, { consent: "c3_anonymised_narrative" }));
    const own = await findOwnCase(reporter, caseId);
    expect(own).toMatchObject({
      status: "received",
      body: { report: { consent: { consent: "c3_anonymised_narrative" } } },
    });
    expect(own?.steps.every(({ by }) => ["reporter", "intake"].includes(by))).toBe(true);
    expect((await findConversation(intake, caseId))?.messages.map(({ by }) => by)).toEqual(["intake", "reporter"]);
  });

  test("is withdrawn and erased by whoever holds the words, which open nothing afterwards", async () => {
    const { caseId, words } = await reportByLink(code, aReport());
    valueFrom(await addNote(await team.as.intake(), caseId, { text: "for the team" }));
    const reporter = await backWith(words);
    expect(await eraseCase(reporter, caseId)).toMatchObject({ ok: false, refusal: { code: "case.withdraw-first" } });
    valueFrom(await withdrawCase(reporter, caseId));
    valueFrom(await eraseCase(reporter, caseId));
    expect(await receipts(caseId)).toBe(0);
    expect(await db.sql("SELECT id FROM wraps WHERE object_id = $1", [caseId])).toEqual([]);
    expect(await db.sql("SELECT id FROM case_notes WHERE case_id = $1", [caseId])).toEqual([]);
    expect(await refusalOf(words)).toMatchObject(wrong);
  });

  test("with a listed party, or where that is not sure, it goes to the team behind the wall and to nobody else", async () => {
    const { session, draftId } = await openLink(code);
    const reporter = await holderOf(session);
    await answerAll(reporter, draftId, aReport({ listedParties: { listedParty: "unsure" } }));
    expect((await findDraftWithReaders(reporter, draftId))?.readers.walled).toBe(true);
    const { caseId } = valueFrom(await sendByReceipt(reporter, session, draftId));
    expect(await findWorkCase(await team.as.intake(), caseId)).toBeNull();
    expect(await findWorkCase(await team.as.walledIntake(), caseId)).not.toBeNull();
    expect((await findOwnCaseWithReaders(reporter, caseId))?.readers.walled).toBe(true);
  });

  test("is nobody else's: neither another receipt nor an organisation opens it, and what is not theirs looks like nothing", async () => {
    const { caseId } = await reportByLink(code, aReport());
    const draft = await openLink(code);
    const other = await holderOf(draft.session);
    for (const stranger of [other, await team.as.reporter()]) {
      expect(await findOwnCase(stranger, caseId)).toBeNull();
      expect(await addToCase(stranger, caseId, { text: "mine?" })).toMatchObject({ refusal: { kind: "not-found" } });
    }
    expect(await findOwnDraft(await team.as.reporter(), draft.draftId)).toBeNull();
    expect(await findOwnDraft(other, newId() as DraftId)).toBeNull();
  });

  test("cannot be put into a team that its link does not lead to, nor bound to an organisation", async () => {
    const { session, draftId } = await openLink(code);
    const actor = await holderOf(session);
    const { organisationId } = await team.as.reporter();
    const put = (columns: string) =>
      inContext({ role: "receipt", case: draftId }, (tx) =>
        tx.$executeRawUnsafe(
          `INSERT INTO cases (id, status, version, created_week, delete_after_month, sealed_body, sealed_facets, team_id, organisation_id)
           VALUES ('${draftId}', 'received', 1, '2026-01-05', '2031-01-01', '', '', ${columns})`,
        ),
      );
    await expect(put(`'${newId()}', NULL`)).rejects.toThrow();
    await expect(put(`'${actor.teamId}', '${organisationId}'`)).rejects.toThrow();
  });

  test("wrong words, words in part and no words at all get one answer", async () => {
    const { words } = await reportByLink(code, aReport());
    const six = words.split(" ").slice(1).join(" ");
    const answers = [];
    for (const typed of [six, `${six} zoo`, "hello", "ة".repeat(50)]) answers.push(await refusalOf(typed));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject(wrong);
  });

  test("a row that somebody turned to another key or another team opens nothing", async () => {
    const { words, caseId } = await reportByLink(code, aReport());
    await db.sql("UPDATE receipts SET team_id = $1 WHERE id = $2", [team.world.setUp.walledTeamId, caseId]);
    const session = await comeBack(words);
    const request = new Request("http://127.0.0.1/", { headers: { Cookie: sessionCookie(session.token) } });
    const context = { nonce: "", pathOf: () => null, afterResponse: afterResponse(() => undefined) };
    expect((await visitOf(request, context)).actor).toBeNull();
  });

  test("a link that was withdrawn, replaced or turned to another team leads nowhere; what was begun by it goes on", async () => {
    const intake = await team.as.walledIntake();
    const first = await newLink(intake);
    const begun = await openLink(first);
    const second = await newLink(intake);
    expect(await findLinkedTeam(first)).toBeNull();
    expect((await findLinkedTeam(second.toLowerCase()))?.teamId).toBe(team.world.setUp.walledTeamId);
    await db.sql("UPDATE report_links SET team_id = $1 WHERE state = 'open' AND team_id = $2", [
      team.world.setUp.teamId,
      team.world.setUp.walledTeamId,
    ]);
    expect(await findLinkedTeam(second)).toBeNull();
    await db.sql("DELETE FROM report_links WHERE state = 'open' AND code_hash <> $1", [hashCode(code)]);
    const third = await newLink(intake);
    valueFrom(await withdrawReportLink(intake));
    expect(await beginReport(await newGuest(), third)).toMatchObject({ ok: false, refusal: { code: "link.gone" } });
    expect(await findOwnDraft(await holderOf(begun.session), begun.draftId)).not.toBeNull();
    expect(await withdrawReportLink(intake)).toMatchObject({ ok: false, refusal: { code: "link.none" } });
  });

  test("thrown away it leaves nothing", async () => {
    const { session, draftId } = await openLink(code);
    valueFrom(await discardDraft(await holderOf(session), draftId));
    expect(await receipts(draftId)).toBe(0);
    expect(await db.sql("SELECT id FROM case_drafts WHERE id = $1", [draftId])).toEqual([]);
  });

  test("never sent, it is deleted: soon where nobody can come back to it, after eight weeks where words open it", async () => {
    const without = await openLink(code);
    const kept = await openLink(code);
    valueFrom(await saveForLater(await holderOf(kept.session), kept.session));
    const { caseId } = await reportByLink(code, aReport());
    const expire = (weeks: number) =>
      inContext({ role: "job" }, (tx) => deleteAbandonedReceipts(tx, new Date(Date.now() + weeks * WEEK)));
    const left = () => Promise.all([without.draftId, kept.draftId, caseId].map(receipts));
    await expire(1);
    expect(await left()).toEqual([1, 1, 1]);
    await expire(2);
    expect(await left()).toEqual([0, 1, 1]);
    await expire(8);
    expect(await left()).toEqual([0, 1, 1]);
    await expire(9);
    expect(await left()).toEqual([0, 0, 1]);
    const drafts = await db.sql("SELECT id FROM case_drafts WHERE organisation_id IS NULL");
    expect(drafts).toEqual([]);
  });

  async function wordsOn({ token }: { token: string }, actor: Actor) {
    const current = await inSessionContext((tx) => findSession(tx, token, Date.now()));
    return current && wordsToShow(actor, current);
  }
});
