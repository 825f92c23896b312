import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { assignCase } from "#app/features/cases/casework/assign-commands.server.ts";
import { withdrawCase } from "#app/features/cases/reporting/report-commands.server.ts";
import { findOwnCase } from "#app/features/cases/reporting/report-queries.server.ts";
import { addFile, discardOriginal } from "#app/features/evidence/evidence-commands.server.ts";
import { eraseCaseWithFiles, objectsInUse } from "#app/features/evidence/evidence-erasure.server.ts";
import { noteOpening } from "#app/features/evidence/evidence-opening.server.ts";
import { findCopy, findFiles, findHalf, type ListedFile } from "#app/features/evidence/evidence-queries.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { sweepObjects } from "#app/platform/blob-store/sweep.server.ts";
import { env, setEnv } from "#app/platform/env.server.ts";
import { type CaseTeam, newCaseTeam } from "../../../support/case-team.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { docx } from "../../../support/documents.ts";
import { CANARY, photograph } from "../../../support/pictures.ts";
import { newLink, reportByLink } from "../../../support/receipts.ts";
import { aReport, sendReport } from "../../../support/reports.ts";
import { actorFor, newReporter, valueFrom } from "../../../support/world.ts";

/** Longer than a short text takes to be sealed and copied. */
const A_WHILE_MS = 2_000;

onBothDatabases("files of a case", (db) => {
  const home = mkdtempSync(join(tmpdir(), "thaw-evidence-"));
  const before = env();
  let team: CaseTeam;
  let caseId: CaseId;
  /** of the same organisation */
  let earlier: CaseId;
  beforeAll(async () => {
    setEnv({ ...before, DATA_DIR: home });
    team = await newCaseTeam();
  });
  afterAll(() => {
    setEnv(before);
    rmSync(home, { recursive: true, force: true });
  });

  const objects = () => readdirSync(join(home, "objects"));
  async function* stream(bytes: Uint8Array) {
    for (let at = 0; at < bytes.length; at += 10_000) yield bytes.subarray(at, at + 10_000);
  }
  const send = async (name: string, bytes: Uint8Array, into = caseId) =>
    addFile(await team.as.reporter(), into, { name, bytes: stream(bytes) });
  const all = async (bytes: AsyncIterable<Uint8Array>) => {
    const parts: Uint8Array[] = [];
    for await (const part of bytes) parts.push(part);
    return Buffer.concat(parts);
  };

  const listFiles = async (actor: Actor, id: CaseId): Promise<readonly ListedFile[]> =>
    (await findFiles(actor, id))?.files ?? [];

  test("are taken from whoever holds a receipt, opened by the team, and by no other receipt", async () => {
    const code = await newLink(await team.as.intake());
    const [own, other] = [await reportByLink(code, aReport()), await reportByLink(code, aReport())];
    const bytes = new TextEncoder().encode("The bank's letter.");
    const { fileId } = valueFrom(await addFile(own.reporter, own.caseId, { name: "letter.txt", bytes: stream(bytes) }));
    for (const reader of [own.reporter, await team.as.intake()])
      expect((await listFiles(reader, own.caseId)).map((file) => file.fileId)).toEqual([fileId]);
    expect(await listFiles(other.reporter, own.caseId)).toEqual([]);
    valueFrom(await discardOriginal(own.reporter, own.caseId, fileId));
    expect((await listFiles(own.reporter, own.caseId))[0]).toMatchObject({ hasOriginal: false });
  });

  describe("of an organisation's case", () => {
    beforeEach(async () => {
      earlier = caseId;
      caseId = await sendReport(await team.as.reporter());
    });

    test("come back as they were, with a clean copy and what it leaves out", async () => {
      const original = photograph();
      const { fileId } = valueFrom(await send(`C:\\${CANARY}.jpg`, original));
      const reporter = await team.as.reporter();
      const [file] = await listFiles(reporter, caseId);
      expect(file).toMatchObject({ fileId, hasOriginal: true });
      expect(file!.record).toMatchObject({
        name: `${CANARY}.jpg`,
        sizeBytes: original.length,
        sha256: createHash("sha256").update(original).digest("hex"),
        copy: { kind: "jpg", removed: ["camera_data", "editing_data", "location", "picture_comments"] },
      });
      const back = await all((await findHalf(reporter, caseId, fileId, "original"))!.bytes);
      expect(Buffer.compare(back, original)).toBe(0);
      const copy = await all((await findCopy(reporter, caseId, fileId))!.bytes);
      expect(copy.subarray(0, 3)).toEqual(Buffer.of(0xff, 0xd8, 0xff));
      expect(copy.includes(CANARY)).toBe(false);
    });

    test("are opened by the team and the lead of the case, and by nobody else; the reporter reads who did, by role", async () => {
      const { fileId } = valueFrom(await send("letter.docx", docx()));
      const stranger = () => newReporter(team.world).then((person) => actorFor(person, "reporter"));
      const seen = async (actor: Actor) => [
        (await listFiles(actor, caseId)).length,
        (await findCopy(actor, caseId, fileId)) !== null,
        (await noteOpening(actor, caseId, fileId, "original")).ok,
      ];
      expect(await seen(await team.as.intake())).toEqual([1, true, true]);
      const { steps } = (await findOwnCase(await team.as.reporter(), caseId))!;
      expect(steps.map(({ action, by }) => `${by} ${action}`)).toEqual(
        expect.arrayContaining(["reporter case.file-added", "intake case.original-taken"]),
      );
      expect(await seen(await team.as.lead())).toEqual([0, false, false]);
      valueFrom(await assignCase(await team.as.intake(), caseId, { version: 1, lead: team.lead.userId }));
      expect(await seen(await team.as.lead())).toEqual([1, true, true]);
      expect(await seen(await team.as.walledIntake())).toEqual([0, false, false]);
      expect(await seen(await stranger())).toEqual([0, false, false]);
    });

    test("come from the team and the lead too, count against its organisation, and are no team's to discard", async () => {
      const by = async (who: Actor, name: string) => addFile(who, caseId, { name, bytes: stream(Buffer.from(name)) });
      const lead = await team.as.lead();
      for (const outside of [lead, await team.as.walledIntake()])
        expect(await by(outside, "other.txt")).toMatchObject({ refusal: { code: "case.none" } });
      valueFrom(await by(await team.as.intake(), "scan.txt"));
      valueFrom(await assignCase(await team.as.intake(), caseId, { version: 1, lead: team.lead.userId }));
      const { fileId } = valueFrom(await by(lead, "expert.txt"));
      const { files, trail } = (await findFiles(await team.as.reporter(), caseId))!;
      expect(files.map(({ record }) => record.name)).toEqual(["scan.txt", "expert.txt"]);
      expect(trail.map((step) => step.by)).toEqual(["intake", "lead"]);
      const theirs = await findHalf(await team.as.reporter(), caseId, fileId, "original");
      expect((await all(theirs!.bytes)).toString()).toBe("expert.txt");
      expect(await discardOriginal(lead, caseId, fileId)).toMatchObject({ refusal: { code: "file.none" } });
      const [large] = await db.sql(
        `INSERT INTO files (id, case_id, object_name, object_bytes, copy_bytes, sealed)
         VALUES (gen_random_uuid(), $1, md5('large'), $2, 0, '\\x01') RETURNING id`,
        [earlier, 500 * 1024 * 1024],
      );
      expect(await by(await team.as.intake(), "late.txt")).toMatchObject({ refusal: { code: "file.no-room" } });
      await db.sql("DELETE FROM files WHERE id = $1", [large!.id]);
    });

    test("leave no word of them on the disk or in a row", async () => {
      valueFrom(await send(`${CANARY}.docx`, docx()));
      for (const name of objects()) expect(readFileSync(join(home, "objects", name)).includes(CANARY)).toBe(false);
      const rows = await db.sql("SELECT files::text AS row FROM files WHERE case_id = $1", [caseId]);
      expect(JSON.stringify(rows)).not.toContain(CANARY);
      expect(JSON.stringify(rows)).not.toContain(Buffer.from(CANARY).toString("hex"));
    });

    test("without a copy say why, and keep the original", async () => {
      const { fileId } = valueFrom(await send("letter.docx", docx({ "word/vbaProject.bin": "x" })));
      const [file] = await listFiles(await team.as.reporter(), caseId);
      expect(file!.record.copy).toEqual({ none: "macro" });
      expect(await findCopy(await team.as.intake(), caseId, fileId)).toBeNull();
      expect((await noteOpening(await team.as.intake(), caseId, fileId, "look")).ok).toBe(false);
      expect((await noteOpening(await team.as.intake(), caseId, fileId, "original")).ok).toBe(true);
    });

    test("that are refused leave nothing", async () => {
      const kept = objects();
      const code = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code;
      expect(code(await send("program.exe", Buffer.from("MZ")))).toBe("file.kind");
      expect(code(await send("long.txt", Buffer.alloc(10 * 1024 * 1024 + 1, 65)))).toBe("file.too-large");
      valueFrom(await withdrawCase(await team.as.reporter(), caseId));
      expect(code(await send("late.txt", Buffer.from("late")))).toBe("case.ended");
      const other = await actorFor(await newReporter(team.world), "reporter");
      expect(code(await addFile(other, caseId, { name: "a.txt", bytes: stream(Buffer.from("a")) }))).toBe("case.none");
      expect(objects()).toEqual(kept);
    });

    test("are not taken into a report that is withdrawn while they arrive", async () => {
      const reporter = await team.as.reporter();
      const withdrawing = withActor(reporter, async (tx) => {
        await tx.case.updateMany({ where: { id: caseId }, data: { status: "withdrawn_by_reporter" } });
        await setTimeout(A_WHILE_MS);
      });
      expect(await send("letter.txt", Buffer.from("a letter"))).toMatchObject({ refusal: { code: "case.ended" } });
      await withdrawing;
      expect(await listFiles(reporter, caseId)).toEqual([]);
    });

    test("are twenty at most, also when two arrive at once", async () => {
      await db.sql(
        `INSERT INTO files (id, case_id, object_name, object_bytes, copy_bytes, sealed)
       SELECT gen_random_uuid(), $1, md5(n::text), 1, 0, '\\x01' FROM generate_series(1, 19) n`,
        [caseId],
      );
      const two = await Promise.all([send("a.txt", Buffer.from("a")), send("b.txt", Buffer.from("b"))]);
      expect(two.map(({ ok }) => ok).sort()).toEqual([false, true]);
      expect(two.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "file.too-many" } });
    });

    test("lose their original when its reporter says so, and keep what was known of it", async () => {
      const { fileId } = valueFrom(await send("photo.jpg", photograph()));
      const [{ object_name: name }] = (await db.sql("SELECT object_name FROM files WHERE id = $1", [fileId])) as [
        { object_name: string },
      ];
      expect((await discardOriginal(await team.as.intake(), caseId, fileId).catch(() => ({ ok: false }))).ok).toBe(
        false,
      );
      expect(objects()).toContain(name);
      valueFrom(await discardOriginal(await team.as.reporter(), caseId, fileId));
      expect(objects()).not.toContain(name);
      const [file] = await listFiles(await team.as.reporter(), caseId);
      expect(file).toMatchObject({ hasOriginal: false, record: { name: "photo.jpg" } });
      expect((await noteOpening(await team.as.reporter(), caseId, fileId, "original")).ok).toBe(false);
      expect(await findCopy(await team.as.intake(), caseId, fileId)).not.toBeNull();
    });

    test("are spared by the sweep, and go with their case: rows, keys and objects", async () => {
      const kept = objects();
      valueFrom(await send("photo.jpg", photograph()));
      const names = objects();
      expect(names).toHaveLength(kept.length + 2);
      expect((await objectsInUse(names)).size).toBe(names.length);
      expect((await objectsInUse(["0".repeat(32)])).size).toBe(0);
      expect(await sweepObjects(objectsInUse)).toBe(0);
      valueFrom(await withdrawCase(await team.as.reporter(), caseId));
      valueFrom(await eraseCaseWithFiles(await team.as.reporter(), caseId));
      expect(objects()).toEqual(kept);
      expect(await db.sql("SELECT id FROM files WHERE case_id = $1", [caseId])).toEqual([]);
    });
  });
});
