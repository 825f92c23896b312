import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { moveBehindWall } from "#app/features/cases/casework/wall-commands.server.ts";
import { eraseCase } from "#app/features/cases/reporting/erasure-commands.server.ts";
import { changeConsent, withdrawCase } from "#app/features/cases/reporting/report-commands.server.ts";
import { findOwnCase } from "#app/features/cases/reporting/report-queries.server.ts";
import { referralsFollow } from "#app/features/referrals/consent-follows.server.ts";
import { endByTeam } from "#app/features/referrals/referral-commands.server.ts";
import { readOwnReferral } from "#app/features/referrals/referral-queries.server.ts";
import { decideReferral } from "#app/features/referrals/reporter-commands.server.ts";
import { endNote, giveWord } from "#app/features/state-notes/state-note-commands.server.ts";
import { sweepStateNotes } from "#app/features/state-notes/state-note-expiry.server.ts";
import { readNewNote, readNote, readNoteForm, readNotes } from "#app/features/state-notes/state-note-queries.server.ts";
import { beginNote, changeNote } from "#app/features/state-notes/state-note-writing.server.ts";
import type { CaseId, ReferralId, StateNoteId } from "#app/kernel/id.ts";
import { addDays, isoDayOf } from "#app/kernel/iso-day.ts";
import { inContext } from "#app/platform/db/in-context.server.ts";
import { env, setEnv } from "#app/platform/env.server.ts";
import { type CaseTeam, newCaseTeam } from "../../../support/case-team.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { keysOf, type WrapRow } from "../../../support/key-reach.ts";
import { agreedReferral, newReceiver, opened, referralOf } from "../../../support/referrals.ts";
import { aReport, sendReport } from "../../../support/reports.ts";
import {
  type AgreedParts,
  ASK,
  agreedPart,
  aNewNote,
  approvedNote,
  forMinistry,
  LETTER,
  MINISTRY,
  NAMES_MINISTRY,
  takeOutNote,
  versionOf,
  withPartsFor,
  word,
  writtenNote,
} from "../../../support/state-notes.ts";
import { actorFor, newReporter, type Person, valueFrom } from "../../../support/world.ts";

const CONFLICT = { ok: false, refusal: { kind: "conflict" } };
const NONE = { ok: false, refusal: { kind: "not-found" } };

onBothDatabases("a confidential note for a State", (db) => {
  let team: CaseTeam;
  let neighbour: Person;
  let told: AgreedParts;

  const before = env();
  afterAll(() => setEnv(before));
  beforeAll(async () => {
    setEnv({ ...env(), NEW_CASES_A_DAY: 200 });
    team = await newCaseTeam();
    neighbour = await newReporter(team.world, "Harbour Archive");
    told = await twoParts();
  });
  const one = () => team.as.intake();
  const other = () => actorFor(team.world.coordinators[1], "intake", team.world.setUp.teamId);
  const neighbours = () => actorFor(neighbour, "reporter");
  /** Two organisations, a part of each, for one key. */
  const twoParts = async (): Promise<AgreedParts> => {
    const { receiver, parts } = await withPartsFor(await team.as.reporter(), await one(), 1);
    return { receiver, parts: [...parts, await agreedPart(await neighbours(), await one(), receiver.key)] };
  };

  const text = (bytes?: Uint8Array) => new TextDecoder().decode(bytes);
  const taken = async (id: StateNoteId, { receiver } = told) => {
    const answer = valueFrom(await takeOutNote(await one(), id));
    return opened(receiver.identity, new Uint8Array(await answer.arrayBuffer()));
  };
  const seen = async (id: StateNoteId) => readNote(await one(), id, "en");
  const stateOf = async (id: StateNoteId) => (await seen(id)).state;
  const approved = async (parts = told) => approvedNote(await one(), await other(), parts);
  const lower = async (reporter: Actor, caseId: CaseId) =>
    valueFrom(await changeConsent(reporter, caseId, { consent: "c3_anonymised_narrative" }, referralsFollow(caseId)));

  test("its receiver opens letter, asks and each part exactly as its reporter agreed to it", async () => {
    const id = await writtenNote(await one(), told);
    expect(await stateOf(id)).toBe("draft");
    expect(await takeOutNote(await one(), id)).toMatchObject(CONFLICT);
    valueFrom(await word(await one(), id));
    expect(await stateOf(id)).toBe("in_review");
    expect(await takeOutNote(await one(), id)).toMatchObject(CONFLICT);
    valueFrom(await word(await other(), id));
    const { hash, parts, history, facts } = await seen(id);
    expect(history.map(({ step, by }) => `${step} ${by}`)).toEqual([
      `begun ${team.world.coordinators[0].handle}`,
      `sent ${team.world.coordinators[0].handle}`,
      `approved ${team.world.coordinators[1].handle}`,
    ]);
    expect(facts).toMatchObject({ code: "NO", status: "party", law: "none" });
    const archive = await taken(id);
    expect(Object.keys(archive)).toEqual([
      ...["READ-FIRST.txt", "note.txt", "note.json"],
      ...["part-01/case.txt", "part-01/case.json", "part-02/case.txt", "part-02/case.json"],
    ]);
    expect(createHash("sha256").update(archive["note.json"]!).digest("hex")).toBe(hash);
    const note = JSON.parse(text(archive["note.json"]));
    expect(note).toMatchObject({ letter: LETTER, asks: [ASK], tlp: "tlp_red", state: { code: "NO", name: "Norway" } });
    for (const [place, part] of parts.entries()) {
      const json = archive[`part-0${place + 1}/case.json`]!;
      const { hash: agreed, content } = await referralOf(
        await one(),
        part.caseId as CaseId,
        part.referralId as ReferralId,
      );
      expect(createHash("sha256").update(json).digest("hex")).toBe(agreed);
      expect(JSON.parse(text(json))).toEqual(content);
      expect(note.parts[place]).toMatchObject({ sha256: agreed });
      expect(text(archive["READ-FIRST.txt"])).toContain(agreed);
      expect(text(archive["note.txt"])).toContain(content!.reference);
    }
    for (const words of ["TLP:RED", MINISTRY, "Legal Affairs", hash])
      expect(text(archive["READ-FIRST.txt"])).toContain(words);
  });

  test("a reporter reads to whom their own part went and on which day, and nothing of anybody else's", async () => {
    await taken(await approved());
    const [mine, theirs] = told.parts;
    const reporter = await team.as.reporter();
    const shown = await readOwnReferral(reporter, mine!.caseId, mine!.referralId);
    expect(shown.referral).toMatchObject({
      state: "taken",
      name: MINISTRY,
      inNoteOn: expect.arrayContaining([isoDayOf(new Date())]),
    });
    const { steps } = (await findOwnCase(reporter, mine!.caseId))!;
    expect(steps.map(({ action }) => action)).toContain("case.referral-noted");
    const { reference } = await readOwnReferral(await neighbours(), theirs!.caseId, theirs!.referralId);
    const said = JSON.stringify([shown, steps]);
    for (const foreign of [theirs!.caseId, theirs!.referralId, reference, "Harbour Archive", LETTER, ASK])
      expect(said).not.toContain(foreign);
  });

  test("one person alone lets nothing go, and a word is worth nothing for another text", async () => {
    const id = await writtenNote(await one(), told);
    const { version } = await seen(id);
    expect(await giveWord(await one(), id, { version, hash: "0".repeat(64) })).toMatchObject(CONFLICT);
    valueFrom(await word(await one(), id));
    expect(await word(await one(), id)).toMatchObject({ refusal: { code: "state-notes.second-person-required" } });
    const chosen = told.parts.map(({ referralId }) => referralId);
    const form = { parts: chosen, letter: `${LETTER}!`, asks: [ASK] };
    valueFrom(await changeNote(await other(), id, { version: await versionOf(await one(), id), ...form }));
    expect(await stateOf(id)).toBe("draft");
    valueFrom(await word(await other(), id));
    expect(await stateOf(id)).toBe("in_review");
    await db.sql("UPDATE approvals SET user_id = $2 WHERE subject = $1 AND user_id = $3", [
      `state-note/${id}`,
      team.world.guardians[0].userId,
      team.world.coordinators[1].userId,
    ]);
    expect(await stateOf(id)).toBe("draft");
    const again = await approved();
    const swap = "UPDATE state_notes SET sealed_content = (SELECT sealed_content FROM state_notes WHERE id = $2)";
    await db.sql(`${swap} WHERE id = $1`, [again, id]);
    await expect(takeOutNote(await one(), again)).rejects.toThrow();
    await db.sql("DELETE FROM state_notes WHERE id = $1", [again]);
  });

  test("a part that ends before it leaves makes the note a draft without it, for good", async () => {
    const ways: readonly ((at: AgreedParts["parts"][number]) => Promise<unknown>)[] = [
      async ({ caseId }) => lower(await neighbours(), caseId),
      async ({ caseId }) => withdrawCase(await neighbours(), caseId, referralsFollow(caseId)),
      async ({ caseId, referralId }) =>
        decideReferral(await neighbours(), caseId, referralId, { version: 1, hash: "", decision: "object" }),
      async ({ caseId, referralId }) => {
        const { version } = await referralOf(await one(), caseId, referralId);
        return endByTeam(await one(), caseId, referralId, { version });
      },
      async ({ caseId }) => moveBehindWall(await one(), caseId, { version: 1, reason: "listed" }),
    ];
    const [staying] = told.parts;
    const leaving: AgreedParts["parts"][number][] = [];
    for (const _ of ways) leaving.push(await agreedPart(await neighbours(), await one(), told.receiver.key));
    const id = await approved({ ...told, parts: [staying!, ...leaving] });
    const endsBy = async (at: number) => {
      const { caseId, referralId } = leaving[at]!;
      await ways[at]!({ caseId, referralId });
      const { state, parts } = await seen(id);
      expect(state).toBe("draft");
      expect(parts.find((part) => part.referralId === referralId)).toMatchObject({ standing: "ended", content: null });
      return referralId;
    };
    const wroteWithout = async () => {
      const { version, values, offered } = await readNoteForm(await one(), id, "en");
      const parts = values.parts as ReferralId[];
      expect(offered.map(({ referralId }) => referralId)).toEqual(expect.arrayContaining(parts));
      return { version, parts, letter: LETTER, asks: [] };
    };
    const first = await endsBy(0);
    expect(await takeOutNote(await one(), id)).toMatchObject(CONFLICT);
    expect(await word(await one(), id)).toMatchObject({ refusal: { code: "state-notes.not-whole" } });
    const form = await wroteWithout();
    expect(form.parts).not.toContain(first);
    expect(await changeNote(await one(), id, { ...form, parts: [...form.parts, first] })).toMatchObject({
      refusal: { fields: { parts: "state-notes.parts.ended" } },
    });
    valueFrom(await changeNote(await one(), id, form));
    expect(await stateOf(id)).toBe("draft");
    valueFrom(await word(await one(), id));
    valueFrom(await word(await other(), id));
    for (const at of [1, 2, 3, 4]) await endsBy(at);
    expect(await takeOutNote(await one(), id)).toMatchObject(CONFLICT);
    valueFrom(await changeNote(await one(), id, await wroteWithout()));
    valueFrom(await word(await one(), id));
    valueFrom(await word(await other(), id));
    expect(Object.keys(await taken(id)).filter((place) => place.endsWith("case.json"))).toEqual(["part-01/case.json"]);
  });

  test("what ends afterwards is asked back, in the note and where its reporter reads it; also what was erased", async () => {
    const fresh = await twoParts();
    const [mine, theirs] = fresh.parts;
    const id = await approved(fresh);
    await taken(id, fresh);
    valueFrom(await withdrawCase(await neighbours(), theirs!.caseId, referralsFollow(theirs!.caseId)));
    expect(await stateOf(id)).toBe("recalled");
    expect(await takeOutNote(await one(), id)).toMatchObject({ ok: false });
    valueFrom(await endNote(await one(), id, { version: await versionOf(await one(), id) }));
    expect(await stateOf(id)).toBe("taken");
    expect(await referralOf(await neighbours(), theirs!.caseId, theirs!.referralId)).toMatchObject({
      deletionAskedOn: isoDayOf(new Date()),
    });
    expect(await takeOutNote(await one(), id)).toMatchObject({ ok: false });
    const reporter = await team.as.reporter();
    valueFrom(await withdrawCase(reporter, mine!.caseId, referralsFollow(mine!.caseId)));
    valueFrom(await eraseCase(reporter, mine!.caseId));
    const { state, parts } = await seen(id);
    expect([state, parts.map(({ standing }) => standing).sort()]).toEqual(["recalled", ["asked", "recalled"]]);
    expect(parts.every(({ content }) => content === null)).toBe(true);
    valueFrom(await endNote(await one(), id, { version: await versionOf(await one(), id) }));
    expect(await stateOf(id)).toBe("taken");
    expect(await endNote(await one(), id, { version: await versionOf(await one(), id) })).toMatchObject(CONFLICT);
  });

  test("taking out and taking back at one moment leave nothing in between", async () => {
    const fresh = await twoParts();
    const [, theirs] = fresh.parts;
    const id = await approved(fresh);
    const version = await versionOf(await one(), id);
    const back = { version: 1, hash: "", decision: "object" } as const;
    const reporter = await neighbours();
    const [out] = await Promise.all([
      takeOutNote(await one(), id),
      decideReferral(reporter, theirs!.caseId, theirs!.referralId, back),
    ]);
    const { state } = await referralOf(reporter, theirs!.caseId, theirs!.referralId);
    expect(["recalled", "stopped"]).toContain(state);
    // Where its record says that it left, it is asked back; where it was stopped, no byte has left of any part.
    expect(await stateOf(id)).toBe(state === "recalled" ? "recalled" : "draft");
    if (state === "stopped") expect([out.ok, await versionOf(await one(), id)]).toEqual([false, version]);
  });

  test("only agreed parts for this very key and name are offered, from a consent that names this receiver", async () => {
    const intake = await one();
    const reporter = await team.as.reporter();
    const { key } = told.receiver;
    const elsewhere = await newReceiver();
    await agreedPart(reporter, intake, elsewhere.key);
    const low = await sendReport(reporter, aReport({ consent: { consent: "c3_anonymised_narrative" } }));
    await agreedReferral(intake, reporter, low, forMinistry(key, { parts: ["what"] }));
    const lawyers = await sendReport(reporter, aReport(NAMES_MINISTRY));
    await agreedReferral(intake, reporter, lawyers, forMinistry(key, { kind: "lawyer" }));
    const { receivers } = await readNewNote(intake, "en");
    const mine = receivers.find(({ code }) => code === aNewNote(key).receiver);
    expect(mine).toMatchObject({ name: MINISTRY, parts: 2 });
    expect(await beginNote(intake, { ...aNewNote(key), receiver: "0".repeat(32) })).toMatchObject({
      refusal: { fields: { receiver: "state-notes.receiver.required" } },
    });
    expect(await beginNote(intake, { ...aNewNote(key), state: "US" })).toMatchObject({
      refusal: { fields: { state: "state-notes.state.required" } },
    });
    const id = await writtenNote(intake, told);
    expect((await readNoteForm(intake, id, "en")).offered.map(({ referralId }) => referralId).sort()).toEqual(
      told.parts.map(({ referralId }) => referralId).sort(),
    );
  });

  test("after its last day nothing leaves; its words go without a key, and a year later its record", async () => {
    const id = await approved();
    const expiresOn = addDays(isoDayOf(new Date()), 30);
    const sweepOn = (day: string) =>
      inContext({ role: "job" }, (tx) => sweepStateNotes(tx, new Date(`${day}T10:00:00Z`)));
    await sweepOn(expiresOn);
    expect((await seen(id)).words).not.toBeNull();
    await sweepOn(addDays(expiresOn as never, 1));
    expect((await seen(id)).words).toBeNull();
    expect(await takeOutNote(await one(), id)).toMatchObject({ refusal: { code: "state-notes.expired" } });
    await sweepOn(addDays(expiresOn as never, 366));
    expect(await db.sql("SELECT id FROM state_notes WHERE id = $1", [id])).toEqual([]);
  });

  test("is the team's alone: no lead, no reporter, no guardian and no other team finds it", async () => {
    const id = await approved();
    const none = { status: 404 };
    const version = await versionOf(await one(), id);
    const walled = await team.as.walledIntake();
    await expect(readNote(walled, id, "en")).rejects.toMatchObject(none);
    expect((await readNotes(walled, "en")).map((note) => note.id)).not.toContain(id);
    for (const stranger of [walled, await team.as.lead(), await team.as.reporter()]) {
      expect(await takeOutNoteAs(stranger, id, version)).toMatchObject(NONE);
      expect(await endNote(stranger, id, { version })).toMatchObject(NONE);
    }
    expect((await readNotes(await one(), "en")).find((note) => note.id === id)).toMatchObject({
      ...{ stateName: "Norway", receiver: MINISTRY, parts: 2, state: "approved" },
    });
  });

  async function takeOutNoteAs(actor: Actor, id: StateNoteId, version: number) {
    const { takeNote } = await import("#app/features/state-notes/note-taking.server.ts");
    return takeNote(actor, { id, version }, {});
  }

  test("opens with the team's key and nobody else's, and no row says a word at rest", async () => {
    const id = await approved();
    const wraps = (await db.sql("SELECT * FROM wraps")) as unknown as WrapRow[];
    const reaches = (person: Person) => keysOf(person, wraps).has(`group:team/${team.world.setUp.teamId}`);
    const { coordinators, guardians, administrator } = team.world;
    expect(coordinators.map(reaches)).toEqual([true, true]);
    expect([team.lead, team.reporter, neighbour, ...guardians, administrator].map(reaches)).not.toContain(true);
    const [row] = await db.sql("SELECT state_notes::text AS row FROM state_notes WHERE id = $1", [id]);
    const [first] = told.parts;
    for (const secret of [MINISTRY, "Dear colleague", ASK, "NO", told.receiver.key, first!.caseId, first!.referralId])
      for (const form of [secret, Buffer.from(secret).toString("hex")])
        if (form.length > 4) expect(JSON.stringify(row)).not.toContain(form);
    const hashes = await db.sql("SELECT text_hash FROM approvals WHERE subject = $1", [`state-note/${id}`]);
    const { hash } = await seen(id);
    expect(hashes).toHaveLength(2);
    expect(hashes.map(({ text_hash: said }) => Buffer.from(said as Uint8Array).toString("hex"))).not.toContain(hash);
  });
});
