import { beforeAll, describe, expect, test } from "vitest";
import { withActor } from "#app/access/with-actor.server.ts";
import { assignCase } from "#app/features/cases/casework/assign-commands.server.ts";
import { moveCase } from "#app/features/cases/casework/triage-commands.server.ts";
import { moveBehindWall } from "#app/features/cases/casework/wall-commands.server.ts";
import { findWorkCase } from "#app/features/cases/casework/work-case-queries.server.ts";
import { addToCase, withdrawCase } from "#app/features/cases/reporting/report-commands.server.ts";
import { findOwnCase } from "#app/features/cases/reporting/report-queries.server.ts";
import { askReporter, markRead, writeAsReporter, writeAsTeam } from "#app/features/messages/message-commands.server.ts";
import { findConversation, unreadAmong } from "#app/features/messages/message-queries.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import { env, setEnv } from "#app/platform/env.server.ts";
import { type CaseTeam, newCaseTeam } from "../../../support/case-team.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { sendReport } from "../../../support/reports.ts";
import { actorFor, newReporter, type Person, valueFrom } from "../../../support/world.ts";

onBothDatabases("the conversation of a case", (db) => {
  let team: CaseTeam;
  let reporter: Person;
  let caseId: CaseId;
  let sent = 0;

  beforeAll(async () => {
    team = await newCaseTeam();
    reporter = team.reporter;
  });

  const asReporter = () => actorFor(reporter, "reporter");
  /** A new case; from time to time of another organisation, for one may send ten a day. */
  const fresh = async () => {
    sent += 1;
    if (sent % 9 === 0) reporter = await newReporter(team.world, `Organisation ${sent}`);
    caseId = await sendReport(await asReporter());
  };
  const told = async () => (await findConversation(await asReporter(), caseId))!;
  const isNewTo = async (who: "reporter" | "intake" | "lead") =>
    (await unreadAmong(await (who === "reporter" ? asReporter() : team.as[who]()), [caseId])).length === 1;
  const actionsOf = async () => (await findOwnCase(await asReporter(), caseId))!.steps.map(({ action }) => action);

  test("goes both ways, in order, by role and with the minute", async () => {
    await fresh();
    valueFrom(await writeAsTeam(await team.as.intake(), caseId, { text: "We have read it." }));
    valueFrom(await writeAsReporter(await asReporter(), caseId, { text: "شكراً", language: "ar" }));
    const { messages, status, language } = await told();
    expect(messages.map(({ by, text, asks }) => [by, text, asks])).toEqual([
      ["intake", "We have read it.", false],
      ["reporter", "شكراً", false],
    ]);
    expect(messages[0]!.at < messages[1]!.at).toBe(true);
    expect([status, language]).toEqual(["received", "ar"]);
    expect(JSON.stringify(messages)).not.toContain(team.world.coordinators[0].handle);
  });

  test("leaves nothing plain in its rows but random ids and the case's", async () => {
    await fresh();
    valueFrom(await writeAsTeam(await team.as.intake(), caseId, { text: "canary of the team" }));
    const [message] = await db.sql("SELECT * FROM messages WHERE case_id = $1", [caseId]);
    const [standing] = await db.sql("SELECT * FROM message_standings WHERE case_id = $1", [caseId]);
    expect(Object.keys(message!).sort()).toEqual(["case_id", "id", "sealed"]);
    expect(Object.keys(standing!).sort()).toEqual(["case_id", "sealed"]);
    const bytes = Buffer.from(message!.sealed as Uint8Array);
    expect(bytes.includes("canary")).toBe(false);
    expect(bytes.includes("intake")).toBe(false);
  });

  describe("a question", () => {
    test("reaches the reporter and makes the case wait; the answer brings it back", async () => {
      await fresh();
      valueFrom(await askReporter(await team.as.intake(), caseId, { text: "On which day?" }));
      expect(await told()).toMatchObject({ status: "needs_clarification", messages: [{ asks: true }] });
      expect((await findWorkCase(await team.as.intake(), caseId))?.assessment.status).toBe("needs_clarification");
      valueFrom(await writeAsReporter(await asReporter(), caseId, { text: "On Monday." }));
      expect((await told()).status).toBe("received");
      expect(await actionsOf()).toEqual(["case.submitted", "case.asked", "case.moved", "case.messaged", "case.moved"]);
      const { steps } = (await findOwnCase(await asReporter(), caseId))!;
      expect(steps.at(-1)).toMatchObject({ by: "reporter", details: { from: "needs_clarification", to: "received" } });
      expect(JSON.stringify(steps)).not.toContain("On which day?");
    });

    test("that cannot be asked now sends nothing and moves nothing", async () => {
      await fresh();
      valueFrom(await moveCase(await team.as.intake(), caseId, { version: 1, event: "triage", reason: "" }));
      const before = await actionsOf();
      const refused = await askReporter(await team.as.intake(), caseId, { text: "On which day?" });
      expect(refused).toMatchObject({ ok: false, refusal: { code: "case.transition-refused" } });
      expect((await told()).messages).toEqual([]);
      expect(await actionsOf()).toEqual(before);
    });

    test("can be the lead's as well, and a message of the team does not answer it", async () => {
      await fresh();
      valueFrom(await assignCase(await team.as.intake(), caseId, { version: 1, lead: team.lead.userId }));
      valueFrom(await askReporter(await team.as.lead(), caseId, { text: "How much?" }));
      valueFrom(await writeAsTeam(await team.as.intake(), caseId, { text: "An estimate is enough." }));
      const { status, messages } = await told();
      expect(status).toBe("needs_clarification");
      expect(messages.map(({ by }) => by)).toEqual(["lead", "intake"]);
    });
  });

  describe("what is new", () => {
    test("is new to the other side alone, until one of that side has read it", async () => {
      await fresh();
      valueFrom(await assignCase(await team.as.intake(), caseId, { version: 1, lead: team.lead.userId }));
      valueFrom(await writeAsReporter(await asReporter(), caseId, { text: "They rang." }));
      expect([await isNewTo("reporter"), await isNewTo("intake"), await isNewTo("lead")]).toEqual([false, true, true]);
      const seenAt = (await told()).messages.at(-1)!.at;
      valueFrom(await markRead(await team.as.lead(), caseId, { seenAt }));
      expect([await isNewTo("intake"), await isNewTo("lead")]).toEqual([false, false]);
    });

    test("stays new where it came after the page of whoever answers", async () => {
      await fresh();
      valueFrom(await writeAsTeam(await team.as.intake(), caseId, { text: "one" }));
      const seenAt = (await told()).messages.at(-1)!.at;
      valueFrom(await writeAsTeam(await team.as.intake(), caseId, { text: "two" }));
      valueFrom(await writeAsReporter(await asReporter(), caseId, { text: "to one", seenAt }));
      expect(await isNewTo("reporter")).toBe(true);
      const shown = (await told()).messages.at(-1)!.at;
      valueFrom(await writeAsReporter(await asReporter(), caseId, { text: "to both", seenAt: shown }));
      expect(await isNewTo("reporter")).toBe(false);
    });

    test("is not changed by looking", async () => {
      await fresh();
      valueFrom(await writeAsTeam(await team.as.intake(), caseId, { text: "one" }));
      await told();
      await unreadAmong(await asReporter(), [caseId]);
      expect(await isNewTo("reporter")).toBe(true);
    });

    test("is told of the cases that were asked for, and that the actor reaches", async () => {
      await fresh();
      valueFrom(await writeAsReporter(await asReporter(), caseId, { text: "They rang." }));
      expect(await unreadAmong(await team.as.intake(), [])).toEqual([]);
      expect(await unreadAmong(await team.as.intake(), [newId(), caseId])).toEqual([caseId]);
      expect(await unreadAmong(await team.as.walledIntake(), [caseId])).toEqual([]);
    });

    test("survives two who write at the same moment", async () => {
      await fresh();
      const written = await Promise.all([
        writeAsTeam(await team.as.intake(), caseId, { text: "from the team" }),
        writeAsReporter(await asReporter(), caseId, { text: "from the reporter" }),
        writeAsTeam(await team.as.intake(), caseId, { text: "once more" }),
      ]);
      expect(written.map(({ ok }) => ok)).toEqual([true, true, true]);
      const { messages } = await told();
      expect(new Set(messages.map(({ at }) => at)).size).toBe(3);
      expect([await isNewTo("reporter"), await isNewTo("intake")]).toEqual([true, true]);
    });
  });

  test("of a withdrawn case is read and not written", async () => {
    await fresh();
    valueFrom(await writeAsTeam(await team.as.intake(), caseId, { text: "We have read it." }));
    valueFrom(await withdrawCase(await asReporter(), caseId));
    expect(await told()).toMatchObject({ closed: "case.ended", messages: [{ text: "We have read it." }] });
    const ended = { ok: false, refusal: { kind: "conflict", code: "case.ended" } };
    expect(await writeAsReporter(await asReporter(), caseId, { text: "wait" })).toMatchObject(ended);
    expect(await writeAsTeam(await team.as.intake(), caseId, { text: "why?" })).toMatchObject(ended);
    expect(await askReporter(await team.as.intake(), caseId, { text: "why?" })).toMatchObject(ended);
    expect((await told()).messages).toHaveLength(1);
  });

  test("goes behind the wall with its case, and stays open to its reporter", async () => {
    await fresh();
    valueFrom(await writeAsReporter(await asReporter(), caseId, { text: "our partner is listed" }));
    valueFrom(await moveBehindWall(await team.as.intake(), caseId, { version: 1, reason: "a listed partner" }));
    expect(await findConversation(await team.as.intake(), caseId)).toBeNull();
    const walled = await team.as.walledIntake();
    expect(await unreadAmong(walled, [caseId])).toEqual([caseId]);
    valueFrom(await writeAsTeam(walled, caseId, { text: "We take care of it." }));
    expect((await told()).messages.map(({ text }) => text)).toEqual(["our partner is listed", "We take care of it."]);
  });

  test("is nobody else's: to a neighbour and to another team it is not there", async () => {
    await fresh();
    valueFrom(await writeAsTeam(await team.as.intake(), caseId, { text: "We have read it." }));
    const neighbour = await actorFor(await newReporter(team.world, `Neighbour of ${caseId}`), "reporter");
    for (const stranger of [neighbour, await team.as.walledIntake(), await team.as.lead()]) {
      expect(await findConversation(stranger, caseId)).toBeNull();
      const rows = await withActor(stranger, (tx) => tx.message.findMany({ where: { caseId } }));
      expect(rows).toEqual([]);
    }
    const none = { ok: false, refusal: { kind: "not-found" } };
    expect(await writeAsReporter(neighbour, caseId, { text: "hello" })).toMatchObject(none);
    expect(await markRead(neighbour, caseId, { seenAt: null })).toMatchObject(none);
  });

  test("takes thirty writes an hour from one person, and then no more", async () => {
    await fresh();
    const reporter = await asReporter();
    const codes = new Set<string>();
    for (let count = 0; count < 31; count += 1) {
      const sent = await writeAsReporter(reporter, caseId, { text: `message ${count}` });
      if (!sent.ok) codes.add(sent.refusal.kind);
    }
    expect([...codes]).toEqual(["rate-limited"]);
    expect((await told()).messages).toHaveLength(30);
  }, 60_000);

  test("takes as many texts of a reporter as the setting says, and beyond them what the team has asked for", async () => {
    await fresh();
    const before = env();
    setEnv({ ...before, TEXTS_A_CASE: 2 });
    try {
      const reporter = await asReporter();
      const full = { refusal: { kind: "conflict", code: "case.too-many-texts" } };
      for (const text of ["one", "two"]) {
        valueFrom(await writeAsReporter(reporter, caseId, { text }));
        valueFrom(await addToCase(reporter, caseId, { text }));
      }
      valueFrom(await writeAsTeam(await team.as.intake(), caseId, { text: "thank you" }));
      expect(await writeAsReporter(reporter, caseId, { text: "three" })).toMatchObject(full);
      expect(await addToCase(reporter, caseId, { text: "three" })).toMatchObject(full);
      valueFrom(await askReporter(await team.as.intake(), caseId, { text: "And then?" }));
      valueFrom(await writeAsReporter(reporter, caseId, { text: "three, as asked" }));
      expect(await writeAsReporter(reporter, caseId, { text: "four" })).toMatchObject(full);
      expect((await told()).messages.map(({ text }) => text)).toEqual([
        ...["one", "two", "thank you", "And then?", "three, as asked"],
      ]);
    } finally {
      setEnv(before);
    }
  });
});
