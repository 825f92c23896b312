import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { withdrawCase } from "#app/features/cases/reporting/report-commands.server.ts";
import type { FilePageData, FilesPageData } from "#app/features/evidence/file-page.ts";
import type { FileOutcome } from "#app/features/evidence/taken-files.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { newId } from "#app/platform/crypto/random.server.ts";
import * as teamFile from "#app/routes/casework/case-file.tsx";
import * as teamOriginal from "#app/routes/casework/case-file-original.tsx";
import * as teamPicture from "#app/routes/casework/case-file-picture.ts";
import * as teamFiles from "#app/routes/casework/case-files.tsx";
import * as file from "#app/routes/reporter/report-file.tsx";
import * as copy from "#app/routes/reporter/report-file-copy.ts";
import * as discard from "#app/routes/reporter/report-file-discard.tsx";
import * as original from "#app/routes/reporter/report-file-original.tsx";
import * as picture from "#app/routes/reporter/report-file-picture.ts";
import * as files from "#app/routes/reporter/report-files.tsx";
import { type CaseTeam, newCaseTeam } from "../support/case-team.ts";
import { onDatabase } from "../support/database.ts";
import { docx, page, pdf, stream } from "../support/documents.ts";
import type { Refused } from "../support/drafts.ts";
import { newObjectHome } from "../support/object-home.ts";
import { CANARY, photograph, pixelFlood, plainPng } from "../support/pictures.ts";
import { sendReport } from "../support/reports.ts";
import { type Cookie, fetched, open, send, sendFiles, signedInAs } from "../support/requests.ts";
import type { ChosenFile } from "../support/visitor.ts";
import { newReporter, valueFrom } from "../support/world.ts";

type Sent = Refused & { readonly outcomes: readonly FileOutcome[] };
interface List {
  readonly formToken: string;
  readonly files: FilesPageData;
}
interface One {
  readonly formToken: string;
  readonly read: FilePageData;
}

onDatabase("postgresql", "the pages of files", () => {
  let home: string;
  let team: CaseTeam;
  let reporter: Cookie;
  let intake: Cookie;
  let stranger: Cookie;
  let caseId: CaseId;

  beforeAll(async () => {
    home = newObjectHome();
    team = await newCaseTeam();
    reporter = await signedInAs(team.reporter, "reporter");
    intake = await signedInAs(team.world.coordinators[0], "intake", team.world.setUp.teamId);
    stranger = await signedInAs(await newReporter(team.world, "Harbour Archive"), "reporter");
    caseId = await sendReport(await team.as.reporter());
  });

  const objects = () => readdirSync(join(home, "objects"));
  const asked = (cookie: Cookie, more: Record<string, string> = {}) => ({ cookie, params: { caseId, ...more } });
  const list = async (cookie = reporter) => (await open<List>(files.loader, "/files", asked(cookie))).data;
  const upload = async (chosen: readonly ChosenFile[], formToken?: string) =>
    sendFiles<Sent>(
      files.action,
      "/files",
      { formToken: formToken ?? (await list()).formToken },
      chosen,
      asked(reporter),
    );
  const fresh = async () => {
    caseId = await sendReport(await team.as.reporter());
  };
  const added = async (name: string, content: Uint8Array | string) => {
    const [outcome] = (await upload([{ name, content }])).data.outcomes;
    return { fileId: outcome?.fileId ?? "" };
  };

  test("take several files at once, and one that is refused takes nothing away from the others", async () => {
    const answer = await upload([
      { name: "letter.txt", content: "The bank closed it." },
      { name: "program.exe", content: "MZ" },
      { name: "empty.txt", content: "" },
      { name: "long.txt", content: Buffer.alloc(10 * 1024 * 1024 + 1, 65) },
      { name: "photo.jpg", content: photograph() },
      { name: "sixth.txt", content: "one too many at once" },
    ]);
    expect(answer.status).toBe(422);
    expect(answer.data.outcomes.map(({ name, refused }) => [name, refused])).toEqual([
      ["letter.txt", null],
      ["program.exe", "file.kind"],
      ["empty.txt", "file.empty"],
      ["long.txt", "file.too-large"],
      ["photo.jpg", null],
      ["sixth.txt", "file.too-many-at-once"],
    ]);
    const { files: listed } = (await list()).files;
    expect(listed.map(({ name, hasOriginal, copy }) => [name, hasOriginal, "none" in copy])).toEqual([
      ["letter.txt", true, false],
      ["photo.jpg", true, false],
    ]);
    expect(objects()).toHaveLength(4);
  });

  test("say for each hostile file why there is no copy, and keep its original", async () => {
    await fresh();
    const { data, status } = await upload([
      { name: "macros.docx", content: docx({ "word/vbaProject.bin": "x" }) },
      { name: "flood.png", content: pixelFlood(40_000, 40_000) },
      { name: "really-a-page.pdf", content: "<html><script>alert(1)</script></html>" },
      { name: "cut.jpg", content: photograph().subarray(0, 200) },
    ]);
    expect(status).toBe(200);
    expect(data.outcomes.every(({ refused }) => refused === null)).toBe(true);
    const { files: listed } = (await list()).files;
    const reasons = Object.fromEntries(listed.map(({ name, copy }) => [name, "none" in copy ? copy.none : null]));
    expect(reasons).toMatchObject({ "macros.docx": "macro", "flood.png": "too_many_pixels" });
    expect(Object.values(reasons)).not.toContain(null);
  });

  test("a form sent twice, at the same moment or later, adds its files once; with another file it adds that one", async () => {
    await fresh();
    const { formToken } = await list();
    const before = objects().length;
    const chosen = [{ name: "letter.txt", content: "Once." }];
    const twice = await Promise.all([upload(chosen, formToken), upload(chosen, formToken)]);
    const third = await upload(chosen, formToken);
    const ids = [...twice, third].map(({ data }) => data.outcomes[0]?.fileId);
    expect(new Set(ids).size).toBe(1);
    expect(objects()).toHaveLength(before + 2);
    expect((await upload([{ name: "letter.txt", content: "Another." }], formToken)).status).toBe(200);
    expect((await list()).files.files).toHaveLength(2);
  });

  test("a name can neither steer the page nor fill it", async () => {
    await fresh();
    const names = [
      '<img src=x onerror=alert("1")>.txt',
      "a\u202Etxt.exe.txt",
      `${"x".repeat(300)}.txt`,
      "..\\..\\a.txt",
    ];
    await upload(names.map((name) => ({ name, content: name })));
    const shown = (await list()).files.files.map(({ name }) => name);
    expect(shown).toEqual([
      '<img src=x onerror=alert("1")>.txt',
      "atxt.exe.txt",
      expect.stringMatching(/^x{50,}….txt$/),
      "a.txt",
    ]);
  });

  test("nothing is taken without a file, from a form of somebody else, or into a withdrawn report", async () => {
    await fresh();
    expect(await upload([])).toMatchObject({ status: 422, data: { refusal: { code: "file.none-sent" } } });
    expect(await upload([{ name: "a.txt", content: "a" }], "x".repeat(64))).toMatchObject({
      status: 409,
      data: { refusal: { code: "form.not-yours" } },
    });
    const { formToken } = await list();
    valueFrom(await withdrawCase(await team.as.reporter(), caseId));
    const late = await upload([{ name: "a.txt", content: "a" }], formToken);
    expect(late.data.outcomes).toEqual([{ name: "a.txt", fileId: null, refused: "case.ended" }]);
    expect((await list()).files).toMatchObject({ files: [], closed: "case.ended" });
  });

  test("a session that has ended says which files were not taken, and a body that breaks off which one", async () => {
    await fresh();
    const { formToken } = await list();
    const gone = await sendFiles<{ lost: string[]; reason: string }>(
      files.action,
      "/files",
      { formToken },
      ["a.pdf", "b\u202E.png"].map((name) => ({ name, content: "x" })),
      { params: { caseId } },
    );
    expect(gone).toMatchObject({ status: 401, data: { reason: "ended", lost: ["a.pdf", "b.png"] } });
    const broken = await fetched(files.action, "/files", {
      ...asked(reporter),
      type: "multipart/form-data; boundary=b",
      body: [
        `--b\r\nContent-Disposition: form-data; name="formToken"\r\n\r\n${formToken}\r\n`,
        `--b\r\nContent-Disposition: form-data; name="files"; filename="whole.txt"\r\n\r\nwhole\r\n`,
        `--b\r\nContent-Disposition: form-data; name="files"; filename="cut.txt"\r\n\r\nand then`,
      ].join(""),
    });
    expect(broken.status).toBe(422);
    expect(((await broken.json()) as Sent).outcomes.map(({ name, refused }) => [name, refused])).toEqual([
      ["whole.txt", null],
      ["cut.txt", "file.broken-off"],
    ]);
  });

  describe("a file", () => {
    test("is looked at page by page, as pictures drawn anew", async () => {
      await fresh();
      const text = stream("BT /F 24 Tf 20 100 Td (Second) Tj ET");
      const two = await added("letter.pdf", pdf({ 5: text, 101: page("/Contents 5 0 R") }, "", 2));
      const { read } = (await open<One>(file.loader, "/file?page=2", asked(reporter, two))).data;
      expect(read).toMatchObject({ picture: 2, file: { copy: { kind: "pdf", pictures: 2 } } });
      const second = await fetched(picture.loader, "/picture", asked(reporter, { ...two, number: "2" }));
      expect(second.headers.get("Content-Type")).toBe("image/jpeg");
      expect(second.headers.get("Content-Security-Policy")).toBe("sandbox; default-src 'none'");
      const bytes = Buffer.from(await second.arrayBuffer());
      expect(bytes.subarray(0, 3)).toEqual(Buffer.of(0xff, 0xd8, 0xff));
      expect(bytes.length).toBe(Number(second.headers.get("Content-Length")));
      expect((await fetched(picture.loader, "/picture", asked(reporter, { ...two, number: "3" }))).status).toBe(404);
    });

    test("leaves as a copy under a generated name, of a fixed type, inert", async () => {
      const one = await added(`${CANARY}.jpg`, photograph());
      const answer = await fetched(copy.loader, "/copy", asked(reporter, one));
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        "content-type": "image/jpeg",
        "content-disposition": expect.stringMatching(/^attachment; filename="copy-[0-9a-f]{8}\.jpg"$/),
        "content-security-policy": "sandbox; default-src 'none'",
      });
      expect(Buffer.from(await answer.arrayBuffer()).includes(CANARY)).toBe(false);
    });

    test("is looked at by the team after a press that its reporter reads of, and its pictures are for that session alone", async () => {
      const one = await added("photo.jpg", photograph());
      const trail = async () =>
        (await open<One>(file.loader, "/file", asked(reporter, one))).data.read.trail.map(
          ({ by, action }) => `${by} ${action}`,
        );
      const shown = { ...one, number: "1" };
      expect((await open(teamPicture.loader as never, "/picture?view=guessed", asked(intake, shown))).status).toBe(404);
      const { data } = await open<One & { mark: string | null }>(teamFile.loader, "/file", asked(intake, one));
      expect(data.mark).toBeNull();
      const form = { formToken: data.formToken, use: "look" };
      const { location } = await send(teamFile.action, "/file", form, asked(intake, one));
      const { search } = new URL(location!, "http://127.0.0.1");
      expect(await trail()).toEqual(["intake case.file-opened", "reporter case.file-added"]);
      const picture = await fetched(teamPicture.loader, `/picture${search}`, asked(intake, shown));
      expect(picture.headers.get("Content-Type")).toBe("image/jpeg");
      const another = await signedInAs(team.world.coordinators[0], "intake", team.world.setUp.teamId);
      expect((await open(teamPicture.loader as never, `/picture${search}`, asked(another, shown))).status).toBe(404);

      const { formToken } = (await open<One>(teamFile.loader, "/file", asked(intake, one))).data;
      const download = { formToken, use: "download" };
      const copied = await fetched(teamFile.action, "/file", { ...asked(intake, one), form: download });
      expect(copied.headers.get("Content-Disposition")).toMatch(/^attachment; filename="copy-[0-9a-f]{8}\.jpg"$/);
      expect((await trail())[0]).toBe("intake case.copy-taken");
    });

    test("leaves as an original only after a warning, and its trail says so before the first byte", async () => {
      await fresh();
      const bytes = photograph();
      const one = await added("photo.jpg", bytes);
      const { data } = await open<One>(teamOriginal.loader, "/original", asked(intake, one));
      const trail = async () =>
        (await open<One>(file.loader, "/file", asked(reporter, one))).data.read.trail.map(
          ({ by, action }) => `${by} ${action}`,
        );
      expect(await trail()).toEqual(["reporter case.file-added"]);
      const form = { formToken: data.formToken };
      const answer = await fetched(teamOriginal.action, "/original", { ...asked(intake, one), form });
      expect(await trail()).toEqual(["intake case.original-taken", "reporter case.file-added"]);
      expect(answer.headers.get("Content-Type")).toBe("application/octet-stream");
      expect(answer.headers.get("Content-Disposition")).toMatch(/^attachment; filename="original-[0-9a-f]{8}\.jpg"$/);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      expect(
        createHash("sha256")
          .update(Buffer.from(await answer.arrayBuffer()))
          .digest("hex"),
      ).toBe(sha256);
      const { files: seen } = (await open<List>(teamFiles.loader, "/files", asked(intake))).data;
      expect(seen.files).toMatchObject([{ sha256, kind: "jpg", sizeBytes: bytes.length }]);
      expect(seen.trail).toHaveLength(2);
    });

    test("loses its original when its reporter says so, and keeps the rest", async () => {
      await fresh();
      const one = await added("screen.png", plainPng());
      const { formToken } = (await open<One>(discard.loader, "/discard", asked(reporter, one))).data;
      expect(await send(discard.action, "/discard", { formToken }, asked(reporter, one))).toMatchObject({
        location: `/reports/${caseId}/files/${one.fileId}`,
      });
      const { read } = (await open<One>(teamFile.loader, "/file", asked(intake, one))).data;
      expect(read.file).toMatchObject({ hasOriginal: false, copy: { kind: "png" } });
      for (const door of [discard, original])
        expect((await open(door.loader, "/gone", asked(reporter, one))).status).toBe(404);
    });

    test("of somebody else looks like one that never was, and a team adds by its own door and discards none", async () => {
      await fresh();
      const one = await added("letter.txt", "Ours.");
      for (const door of [file, copy, original, discard]) {
        const theirs = await open(door.loader, "/file", asked(stranger, one));
        const none = await open(door.loader, "/file", {
          cookie: stranger,
          params: { caseId: newId(), fileId: newId() },
        });
        expect([theirs.status, theirs.data]).toEqual([404, null]);
        expect([none.status, none.data]).toEqual([404, null]);
        expect((await open(door.loader, "/file", asked(reporter, { fileId: newId() }))).status).toBe(404);
        expect((await open(door.loader, "/file", asked(intake, one))).status).toBe(404);
      }
      const { formToken } = (await open<One>(teamFile.loader, "/file", asked(intake, one))).data;
      expect((await send(discard.action, "/discard", { formToken }, asked(intake, one))).status).toBe(404);
      const theirs = [{ name: "a.txt", content: "a" }];
      const sendBy = (door: typeof files, cookie: Cookie, token = formToken) =>
        sendFiles<Sent>(door.action, "/", { formToken: token }, theirs, asked(cookie));
      expect((await sendBy(files, intake)).status).toBe(404);
      expect((await sendBy(teamFiles as never, reporter, (await list()).formToken)).status).toBe(404);
      expect(await sendBy(teamFiles as never, intake)).toMatchObject({
        status: 200,
        data: { outcomes: [{ name: "a.txt" }] },
      });
      expect((await list()).files.files.map(({ name }) => name)).toEqual(["letter.txt", "a.txt"]);
    });
  });
});
