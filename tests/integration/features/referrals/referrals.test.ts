import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { SealedPart } from "#app/features/cases/case-seals.server.ts";
import { assignCase } from "#app/features/cases/casework/assign-commands.server.ts";
import { moveBehindWall } from "#app/features/cases/casework/wall-commands.server.ts";
import { eraseCase } from "#app/features/cases/reporting/erasure-commands.server.ts";
import { changeConsent, withdrawCase } from "#app/features/cases/reporting/report-commands.server.ts";
import { findOwnCase } from "#app/features/cases/reporting/report-queries.server.ts";
import { addFile, discardOriginal } from "#app/features/evidence/evidence-commands.server.ts";
import { findFiles } from "#app/features/evidence/evidence-queries.server.ts";
import { referralsFollow } from "#app/features/referrals/consent-follows.server.ts";
import type { ChosenFile } from "#app/features/referrals/referral.ts";
import { endByTeam, releaseReferral } from "#app/features/referrals/referral-commands.server.ts";
import { deleteExpiredContent } from "#app/features/referrals/referral-expiry.server.ts";
import { changeReferral, prepareReferral } from "#app/features/referrals/referral-preparing.server.ts";
import {
  askedAmong,
  readCaseReferrals,
  readOwnReferral,
  readOwnReferrals,
} from "#app/features/referrals/referral-queries.server.ts";
import { contentSeal, notesSeal, recordSeal } from "#app/features/referrals/referral-seals.server.ts";
import { decideReferral } from "#app/features/referrals/reporter-commands.server.ts";
import type { CaseId, ReferralId } from "#app/kernel/id.ts";
import { addDays, isoDayOf } from "#app/kernel/iso-day.ts";
import { newAgeIdentity } from "#app/platform/crypto/age.server.ts";
import { inContext } from "#app/platform/db/in-context.server.ts";
import { env, setEnv } from "#app/platform/env.server.ts";
import { type CaseTeam, newCaseTeam } from "../../../support/case-team.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { keysOf, type WrapRow } from "../../../support/key-reach.ts";
import { newObjectHome } from "../../../support/object-home.ts";
import { newLink, reportByLink } from "../../../support/receipts.ts";
import {
  agreedReferral,
  aReferral,
  askedReferral,
  newReceiver,
  opened,
  referralOf,
  take,
} from "../../../support/referrals.ts";
import { aReport, sendReport } from "../../../support/reports.ts";
import { actorFor, newReporter, type Person, valueFrom } from "../../../support/world.ts";

onBothDatabases("handing on a part of a case", (db) => {
  let team: CaseTeam;
  let receiver: Awaited<ReturnType<typeof newReceiver>>;
  let caseId: CaseId;

  const before = env();
  afterAll(() => setEnv(before));
  beforeAll(async () => {
    newObjectHome();
    setEnv({ ...env(), NEW_CASES_A_DAY: 100 });
    team = await newCaseTeam();
    receiver = await newReceiver();
  });
  beforeEach(async () => {
    caseId = await sendReport(await team.as.reporter(), {
      consent: { consent: "c1_internal" },
      story: { story: "They closed it." },
    });
  });

  const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());
  const text = (bytes?: Uint8Array) => new TextDecoder().decode(bytes);
  const agreed = async (form = aReferral(receiver.key)) =>
    agreedReferral(await team.as.intake(), await team.as.reporter(), caseId, form);
  const stateOf = async (id: ReferralId) => (await referralOf(await team.as.reporter(), caseId, id)).state;
  const consent = async (level: Parameters<typeof changeConsent>[2]) =>
    valueFrom(await changeConsent(await team.as.reporter(), caseId, level, referralsFollow(caseId)));
  const lowTo = (recipients: string) => ({ consent: "c4_confidential_to_named", recipients }) as const;
  const aLetter = async () => {
    async function* bytes() {
      yield new TextEncoder().encode("Dear client, goodbye.");
    }
    return valueFrom(await addFile(await team.as.reporter(), caseId, { name: "letter.txt", bytes: bytes() })).fileId;
  };

  test("the receiver opens exactly what the reporter has read and agreed to, and its trail says so", async () => {
    const fileId = await aLetter();
    const files: ChosenFile[] = [
      { fileId, half: "copy" },
      { fileId, half: "original" },
    ];
    const id = await agreed(aReferral(receiver.key, { files }));
    const shown = (await readOwnReferral(await team.as.reporter(), caseId, id)).referral;
    expect(shown).toMatchObject({ state: "ready", tlp: "tlp_red", agreedOn: isoDayOf(new Date()) });
    const answer = valueFrom(await take(await team.as.intake(), caseId, id));
    expect(answer.headers.get("Content-Disposition")).toMatch(/^attachment; filename="sealed-[0-9a-f]{8}\.zip\.age"$/);
    const sealed = await bytesOf(answer);
    expect(text(sealed)).not.toContain("Advocate");
    const archive = await opened(receiver.identity, sealed);
    expect(Object.keys(archive)).toEqual([
      "READ-FIRST.txt",
      "case.txt",
      "case.json",
      "files/01-copy.txt",
      "files/02-original.txt",
    ]);
    expect(createHash("sha256").update(archive["case.json"]!).digest("hex")).toBe(shown.hash);
    expect(JSON.parse(text(archive["case.json"]))).toEqual(shown.content);
    expect(text(archive["case.txt"])).toContain("They closed it.");
    const cover = text(archive["READ-FIRST.txt"]);
    for (const words of ["TLP:RED", "Anna Advocate", "To contest the closure.", shown.hash])
      expect(cover).toContain(words);
    for (const file of shown.content!.files) {
      expect(createHash("sha256").update(archive[file.place]!).digest("hex")).toBe(file.sha256);
      expect(cover).toContain(file.sha256);
    }
    expect(text(archive["files/02-original.txt"])).toBe("Dear client, goodbye.");
    const trail = (await findFiles(await team.as.reporter(), caseId))!.trail;
    expect(trail.filter(({ action }) => action === "case.file-forwarded")).toEqual([
      { fileId, action: "case.file-forwarded", by: "intake", on: isoDayOf(new Date()), to: "Anna Advocate" },
      { fileId, action: "case.file-forwarded", by: "intake", on: isoDayOf(new Date()), to: "Anna Advocate" },
    ]);
    const steps = (await findOwnCase(await team.as.reporter(), caseId))!.steps.map(
      ({ action, by }) => `${by} ${action}`,
    );
    for (const step of ["intake case.referral-asked", "reporter case.referral-agreed", "intake case.referral-taken"])
      expect(steps).toContain(step);
    expect(await stateOf(id)).toBe("taken");
  });

  test("also to a key that a computer of tomorrow does not open, and to nothing that is no key", async () => {
    const { identity, recipient } = await newAgeIdentity();
    const id = await agreed(aReferral(recipient));
    const archive = await opened(identity, await bytesOf(valueFrom(await take(await team.as.intake(), caseId, id))));
    expect(Object.keys(archive)).toHaveLength(3);
    for (const key of [`${receiver.key}q`, receiver.identity, "age1tag1qqqq", "age1"])
      expect(await prepareReferral(await team.as.intake(), caseId, aReferral(key))).toMatchObject({
        refusal: { fields: { key: "referrals.key.invalid" } },
      });
  });

  test("nothing leaves before a yes, after a no, or under a yes to something else", async () => {
    const [intake, reporter] = [await team.as.intake(), await team.as.reporter()];
    const refused = { refusal: { kind: "conflict" } };
    const { referralId: id } = valueFrom(await prepareReferral(intake, caseId, aReferral(receiver.key)));
    expect((await readOwnReferrals(reporter, caseId)).referrals).toEqual([]);
    expect(await askedAmong(reporter, [caseId])).toEqual([]);
    expect(await decideReferral(reporter, caseId, id, { version: 1, hash: "", decision: "agree" })).toMatchObject({
      refusal: { kind: "not-found" },
    });
    expect(await take(intake, caseId, id)).toMatchObject(refused);
    const form = aReferral(receiver.key, { name: "Anna A. Advocate" });
    valueFrom(await changeReferral(intake, caseId, id, { version: 1, form }));
    valueFrom(await releaseReferral(intake, caseId, id, { version: 2 }));
    expect(await askedAmong(reporter, [caseId])).toEqual([caseId]);
    expect(await changeReferral(intake, caseId, id, { version: 3, form })).toMatchObject(refused);
    expect(await take(intake, caseId, id)).toMatchObject(refused);
    const wrong = { version: 3, hash: "0".repeat(64), decision: "agree" } as const;
    expect(await decideReferral(reporter, caseId, id, wrong)).toMatchObject({
      refusal: { code: "referrals.changed-meanwhile" },
    });
    valueFrom(await decideReferral(reporter, caseId, id, { version: 3, hash: "", decision: "refuse" }));
    expect(await askedAmong(reporter, [caseId])).toEqual([]);
    expect(await take(intake, caseId, id)).toMatchObject(refused);
    expect((await referralOf(intake, caseId, id)).content).toBeNull();
  });

  test("what the consent does not carry is refused beside its field", async () => {
    const intake = await team.as.intake();
    const fieldsOf = async (choice: Parameters<typeof aReferral>[1]) => {
      const answer = await prepareReferral(intake, caseId, aReferral(receiver.key, choice));
      return answer.ok ? null : (answer.refusal as { fields?: object }).fields;
    };
    expect(await fieldsOf({ kind: "state_authority" })).toEqual({ parts: "referrals.objection.parts" });
    expect(await fieldsOf({ tlp: "tlp_green" })).toEqual({ tlp: "referrals.objection.tlp" });
    await consent(lowTo("Embassy of Norway"));
    expect(await fieldsOf({ kind: "partner", name: "Somebody" })).toEqual({ name: "referrals.objection.not-named" });
    expect(await fieldsOf({ kind: "partner", name: "Embassy of Norway" })).toBeNull();
  });

  test("a consent that permits naming in public says yes to facts by itself, and its end asks them back", async () => {
    await consent({ consent: "c5_public_named" });
    const intake = await team.as.intake();
    const id = await askedReferral(
      intake,
      caseId,
      aReferral(receiver.key, { kind: "partner", parts: ["what", "names"], summary: "" }),
    );
    expect(await referralOf(intake, caseId, id)).toMatchObject({ state: "ready", agreed: null });
    valueFrom(await take(intake, caseId, id));
    await consent({ consent: "c2_aggregate" });
    expect(await referralOf(intake, caseId, id)).toMatchObject({ state: "recalled", ended: { by: "consent" } });
  });

  test("a lowered consent stops what has not left and marks what has, at once and for good", async () => {
    await consent(lowTo("Embassy of Norway"));
    const forEmbassy = aReferral(receiver.key, { kind: "state_authority", name: "Embassy of Norway" });
    const [ready, taken, forLawyer] = [await agreed(forEmbassy), await agreed(forEmbassy), await agreed()];
    const intake = await team.as.intake();
    valueFrom(await take(intake, caseId, taken));
    await consent({ consent: "c3_anonymised_narrative" });
    expect([await stateOf(ready), await stateOf(taken), await stateOf(forLawyer)]).toEqual([
      "stopped",
      "recalled",
      "ready",
    ]);
    expect((await referralOf(intake, caseId, ready)).content).toBeNull();
    for (const id of [ready, taken]) expect(await take(intake, caseId, id)).toMatchObject({ ok: false });
    await consent(lowTo("Embassy of Norway"));
    expect([await stateOf(ready), await stateOf(taken)]).toEqual(["stopped", "recalled"]);
    const { version } = await referralOf(intake, caseId, taken);
    valueFrom(await endByTeam(intake, caseId, taken, { version }));
    expect(await referralOf(intake, caseId, taken)).toMatchObject({
      deletionAskedOn: isoDayOf(new Date()),
      content: null,
    });
    valueFrom(await withdrawCase(await team.as.reporter(), caseId, referralsFollow(caseId)));
    expect(await stateOf(forLawyer)).toBe("stopped");
    const told = (await findOwnCase(await team.as.reporter(), caseId))!.steps.map(({ action }) => action);
    for (const action of ["case.referral-stopped", "case.referral-recalled", "case.referral-deletion-asked"])
      expect(told).toContain(action);
  });

  test("a reporter objects to one of them, from an old page too", async () => {
    const [one, other] = [await agreed(), await agreed()];
    const reporter = await team.as.reporter();
    valueFrom(await take(await team.as.intake(), caseId, one));
    for (const id of [one, other])
      valueFrom(await decideReferral(reporter, caseId, id, { version: 1, hash: "", decision: "object" }));
    expect([await stateOf(one), await stateOf(other)]).toEqual(["recalled", "stopped"]);
  });

  test("taking out and taking back at one moment leave nothing in between", async () => {
    const id = await agreed();
    const [intake, reporter] = [await team.as.intake(), await team.as.reporter()];
    const back = { version: 1, hash: "", decision: "object" } as const;
    const [out] = await Promise.all([take(intake, caseId, id), decideReferral(reporter, caseId, id, back)]);
    expect(await stateOf(id)).toBe(out.ok ? "recalled" : "stopped");
  });

  test("withdrawing while something leaves never waits for ever, and is never refused for it", async () => {
    const ids = [await agreed(), await agreed(), await agreed()];
    const intake = await team.as.intake();
    const withdrawn = withdrawCase(await team.as.reporter(), caseId, referralsFollow(caseId));
    await Promise.all(ids.map((id) => take(intake, caseId, id)));
    valueFrom(await withdrawn);
    for (const id of ids) expect(["recalled", "stopped"]).toContain(await stateOf(id));
  });

  test("a file that its reporter has discarded does not leave", async () => {
    const fileId = await aLetter();
    const id = await agreed(aReferral(receiver.key, { files: [{ fileId, half: "original" }] }));
    valueFrom(await discardOriginal(await team.as.reporter(), caseId, fileId));
    expect(await take(await team.as.intake(), caseId, id)).toMatchObject({ refusal: { code: "referrals.file-gone" } });
    expect(await stateOf(id)).toBe("ready");
  });

  test("after its last day nothing leaves, and what was to be sent is swept away without a key", async () => {
    const id = await agreed(aReferral(receiver.key, { days: 7 }));
    const expiresOn = addDays(isoDayOf(new Date()), 7);
    const [row] = await db.sql("SELECT expires_on::text AS day FROM referrals WHERE id = $1", [id]);
    expect(row!.day).toBe(expiresOn);
    const sweepOn = (day: string) =>
      inContext({ role: "job" }, (tx) => deleteExpiredContent(tx, new Date(`${day}T10:00:00Z`)));
    await sweepOn(expiresOn);
    expect((await referralOf(await team.as.intake(), caseId, id)).content).not.toBeNull();
    await sweepOn(addDays(expiresOn, 1));
    expect(await referralOf(await team.as.reporter(), caseId, id)).toMatchObject({ state: "ready", content: null });
    expect(await take(await team.as.intake(), caseId, id)).toMatchObject({ refusal: { code: "referrals.expired" } });
  });

  test("is the team's to do and the lead's to see; it goes with its case, behind the wall and into nothing", async () => {
    const intake = await team.as.intake();
    const id = await agreed();
    valueFrom(await assignCase(intake, caseId, { version: 1, lead: team.lead.userId }));
    const lead = await team.as.lead();
    expect(await readCaseReferrals(lead, caseId, "en")).toMatchObject({ mayAdd: false, referrals: [{ id }] });
    const none = { refusal: { kind: "not-found" } };
    const form = aReferral(receiver.key);
    const neighbour = await actorFor(await newReporter(team.world, "Harbour Archive"), "reporter");
    for (const stranger of [lead, neighbour, await team.as.reporter(), await team.as.walledIntake()])
      expect(await prepareReferral(stranger, caseId, form)).toMatchObject(none);
    const object = { version: 3, hash: "", decision: "object" } as const;
    for (const stranger of [neighbour, intake, lead])
      expect(await decideReferral(stranger, caseId, id, object)).toMatchObject(none);
    expect(await askedAmong(neighbour, [caseId])).toEqual([]);
    await expect(readOwnReferrals(neighbour, caseId)).rejects.toMatchObject({ status: 404 });
    valueFrom(await moveBehindWall(intake, caseId, { version: 2, reason: "listed" }));
    await expect(readCaseReferrals(intake, caseId, "en")).rejects.toMatchObject({ status: 404 });
    const walled = await team.as.walledIntake();
    expect(
      (await opened(receiver.identity, await bytesOf(valueFrom(await take(walled, caseId, id)))))["case.txt"],
    ).toBeDefined();
    const reporter = await team.as.reporter();
    valueFrom(await withdrawCase(reporter, caseId, referralsFollow(caseId)));
    expect(await stateOf(id)).toBe("recalled");
    valueFrom(await eraseCase(reporter, caseId));
    expect(await db.sql("SELECT id FROM referrals WHERE case_id = $1", [caseId])).toEqual([]);
  });

  test("its parts open with the keys of the reporter, the team and an assigned lead, and with nobody else's", async () => {
    const id = await agreed();
    const wraps = (await db.sql("SELECT * FROM wraps")) as unknown as WrapRow[];
    const [row] = (await db.sql("SELECT * FROM referrals WHERE id = $1", [id])) as Record<string, Uint8Array>[];
    const opens = (person: Person) => {
      const keys = keysOf(person, wraps);
      const part = (seal: SealedPart<unknown>, key: string, sealed: string) => {
        const held = keys.get(`${key}:${caseId}`);
        return held !== undefined && Boolean(seal.open(held, id, new Uint8Array(row![sealed]!)));
      };
      return [
        part(recordSeal, "case", "sealed_record"),
        part(contentSeal, "case", "sealed_content"),
        part(notesSeal, "notes", "sealed"),
      ];
    };
    const { coordinators, guardians, administrator } = team.world;
    expect(opens(team.reporter)).toEqual([true, true, false]);
    expect(opens(coordinators[0])).toEqual([true, true, true]);
    const others = [team.lead, guardians[0], administrator, await newReporter(team.world, "Hillside Archive")];
    for (const person of others) expect(opens(person)).toEqual([false, false, false]);
    const held = keysOf(team.reporter, wraps).get(`case:${caseId}`)!;
    expect(() => notesSeal.open(held, id, new Uint8Array(row!.sealed!))).toThrow();
  });

  test("whoever holds a receipt is asked like everybody, and no row says a word at rest", async () => {
    const code = await newLink(await team.as.intake());
    const sent = await reportByLink(code, aReport());
    const intake = await team.as.intake();
    const id = await askedReferral(intake, sent.caseId, aReferral(receiver.key));
    const { version, hash } = await referralOf(sent.reporter, sent.caseId, id);
    valueFrom(await decideReferral(sent.reporter, sent.caseId, id, { version, hash, decision: "agree" }));
    expect((await readOwnReferrals(sent.reporter, sent.caseId)).referrals).toMatchObject([{ state: "ready" }]);
    const rows = await db.sql("SELECT referrals::text AS row FROM referrals", []);
    for (const secret of ["Advocate", "contest", receiver.key, "lawyer", "tlp"])
      for (const form of [secret, Buffer.from(secret).toString("hex")])
        expect(JSON.stringify(rows)).not.toContain(form);
  });
});
