import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NO_VIEW, queueViewIn } from "#app/features/cases/casework/queue-view.ts";
import { addNote, moveCase, setUrgency } from "#app/features/cases/casework/triage-commands.server.ts";
import { saveFilter } from "#app/features/cases/desk/desk-commands.server.ts";
import { addRemedy } from "#app/features/cases/remedies/remedy-commands.server.ts";
import { addToCase, changeConsent } from "#app/features/cases/reporting/report-commands.server.ts";
import { addFile } from "#app/features/evidence/evidence-commands.server.ts";
import { askReporter, writeAsReporter } from "#app/features/messages/message-commands.server.ts";
import { addInstitution } from "#app/features/registers/institutions/institution-commands.server.ts";
import { addTask, endTask } from "#app/features/tasks/task-commands.server.ts";
import { closeDatabase, openDatabase } from "#app/platform/db/database.server.ts";
import { env, setEnv } from "#app/platform/env.server.ts";
import { anInstitution } from "../support/institutions.ts";
import { newLink, reportByLink } from "../support/receipts.ts";
import { agreedReferral, aReferral, newReceiver, take } from "../support/referrals.ts";
import { aRemedy } from "../support/remedies.ts";
import { aReport, sendReport, typeIn } from "../support/reports.ts";
import { startServer } from "../support/server.ts";
import { withPartsFor, writtenNote } from "../support/state-notes.ts";
import { approvedStory, aStory, sayOfStory } from "../support/stories.ts";
import { newVisitor, signIn } from "../support/visitor.ts";
import { actorFor, newReporter, newWorld, valueFrom } from "../support/world.ts";

/** A word for each place where something can be typed; none may be found anywhere at rest. */
const CANARIES = {
  organisation: "canary-organisation-qzx",
  affected: "canary-affected-qzx",
  institution: "canary-institution-qzx",
  story: "canary-story-qzx",
  draft: "canary-draft-qzx",
  addition: "canary-addition-qzx",
  note: "canary-note-qzx",
  question: "canary-question-qzx",
  answer: "canary-answer-qzx",
  reason: "canary-reason-qzx",
  task: "canary-task-qzx",
  remark: "canary-remark-qzx",
  addressee: "canary-addressee-qzx",
  remedyNote: "canary-remedy-note-qzx",
  receiptStory: "canary-receipt-story-qzx",
  bank: "canary-bank-qzx",
  filter: "canary-filter-qzx",
  receiver: "canary-receiver-qzx",
  purpose: "canary-purpose-qzx",
  summary: "canary-summary-qzx",
  letter: "canary-letter-qzx",
  ask: "canary-ask-qzx",
  // The finder lets no word of a name into a story, so these two share none with the organisation's.
  told: "goldfinch-told-wvk",
  takenBack: "goldfinch-back-wvk",
  fileName: "canary-file-name-qzx",
  fileText: "canary-file-text-qzx",
  sentName: "canary-sent-name-qzx",
  sentText: "canary-sent-text-qzx",
  refusedName: "canary-refused-name-qzx",
  refusedText: "canary-refused-text-qzx",
  lostName: "canary-lost-name-qzx",
  wrongField: "canary-wrong-field-qzx",
  wrongPath: "canary-wrong-path-qzx",
} as const;

async function* pieces(...all: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* all;
}

describe("a search for what people typed", () => {
  const folder = mkdtempSync(join(tmpdir(), "thaw-canary-"));
  const dataDir = join(folder, "data");
  const temp = join(folder, "tmp");
  let log = "";
  let secrets: string[] = [];

  beforeAll(async () => {
    mkdirSync(temp);
    await openDatabase({ kind: "embedded", dataDir });
    const world = await newWorld();
    const reporter = await newReporter(world, CANARIES.organisation);
    const actor = await actorFor(reporter, "reporter");
    const caseId = await sendReport(actor, {
      affected: { affected: "partner" },
      affectedType: { affectedType: "cso" },
      affectedName: { affectedName: CANARIES.affected },
      institution: { institutionName: CANARIES.institution, institutionCountry: "DE" },
      story: { story: CANARIES.story },
    });
    await typeIn(actor, aReport({ story: { story: CANARIES.draft } }));
    valueFrom(await addToCase(actor, caseId, { text: CANARIES.addition }));
    setEnv({ ...env(), DATA_DIR: dataDir });
    const letter = { name: `${CANARIES.fileName}.txt`, bytes: pieces(Buffer.from(CANARIES.fileText)) };
    valueFrom(await addFile(actor, caseId, letter));
    const intake = await actorFor(world.coordinators[0], "intake", world.setUp.teamId);
    valueFrom(await addNote(intake, caseId, { text: CANARIES.note }));
    valueFrom(await askReporter(intake, caseId, { text: CANARIES.question }));
    valueFrom(await writeAsReporter(actor, caseId, { text: CANARIES.answer }));
    valueFrom(await moveCase(intake, caseId, { version: 4, event: "triage", reason: CANARIES.reason }));
    valueFrom(await setUrgency(intake, caseId, { version: 5, urgency: "u1_24h", reason: CANARIES.reason }));
    const task = { text: CANARIES.task, kind: "todo", ownerId: null, dueOn: "2027-01-02" } as const;
    const { taskId } = valueFrom(await addTask(intake, caseId, task));
    valueFrom(await endTask(intake, caseId, taskId, { version: 1, end: "done", remark: CANARIES.remark }));
    valueFrom(await addTask(intake, caseId, task));
    const tried = aRemedy({ addressee: CANARIES.addressee, note: CANARIES.remedyNote });
    valueFrom(await addRemedy(intake, caseId, tried));
    valueFrom(await addInstitution(intake, anInstitution({ names: [CANARIES.bank] })));
    valueFrom(
      await saveFilter(intake, { name: CANARIES.filter, view: queueViewIn(new URLSearchParams()), hidden: NO_VIEW }),
    );
    const { key } = await newReceiver();
    const about = { name: CANARIES.receiver, purpose: CANARIES.purpose, summary: CANARIES.summary };
    const referralId = await agreedReferral(intake, actor, caseId, aReferral(key, about));
    await valueFrom(await take(intake, caseId, referralId)).arrayBuffer();
    await writtenNote(intake, await withPartsFor(actor, intake, 1), { letter: CANARIES.letter, asks: [CANARIES.ask] });
    valueFrom(await changeConsent(actor, caseId, { consent: "c3_anonymised_narrative" }));
    const storyId = await approvedStory(intake, actor, caseId, aStory({ texts: { en: CANARIES.told } }));
    valueFrom(await sayOfStory(actor, caseId, storyId, "take_back", CANARIES.takenBack));
    const { words } = await reportByLink(await newLink(intake), aReport({ story: { story: CANARIES.receiptStory } }));
    await closeDatabase();
    secrets = [reporter, ...world.guardians, ...world.coordinators].flatMap(({ passphrase, totpSecret, sheet }) => [
      passphrase,
      totpSecret,
      sheet,
    ]);
    secrets.push(words);
    log = await walkThePages(reporter, caseId);
  }, 300_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function walkThePages(reporter: Awaited<ReturnType<typeof newReporter>>, caseId: string): Promise<string> {
    const server = await startServer({ DATA_DIR: dataDir, TMPDIR: temp });
    const visitor = newVisitor(server.origin);
    await signIn(visitor, reporter, Date.now() + 30_000);
    const page = await visitor.get(`/reports/${caseId}`);
    expect(page.html).toContain(CANARIES.story);
    await visitor.get(`/reports/${CANARIES.wrongPath}`);
    await visitor.get(`/reports/${caseId}/add`);
    await visitor.post(`/reports/${caseId}/add`, { text: "", unknown: CANARIES.wrongField });
    await visitor.get(`/reports/${caseId}/files`);
    const sent = await visitor.upload(`/reports/${caseId}/files`, [
      { name: `${CANARIES.sentName}.txt`, content: CANARIES.sentText.repeat(50_000) },
      { name: `${CANARIES.refusedName}.exe`, content: CANARIES.refusedText },
    ]);
    expect(sent.status).toBe(422);
    expect(sent.html).toContain(CANARIES.refusedName);
    const nobody = newVisitor(server.origin);
    const lost = await nobody.upload(`/reports/${caseId}/files`, [{ name: `${CANARIES.lostName}.pdf`, content: "x" }]);
    expect(lost.status).toBe(401);
    expect(lost.html).toContain(CANARIES.lostName);
    await server.stop("SIGKILL");
    return server.log();
  }

  const found = (bytes: Buffer) => Object.values(CANARIES).filter((word) => holds(bytes, word));

  test("finds none in the data directory, the write-ahead log and temporary files", () => {
    const hits = filesIn(folder).flatMap((file) => found(readFileSync(file)).map((word) => `${word} in ${file}`));
    expect(hits).toEqual([]);
  });

  test("finds none in the server's log", () => {
    expect(log).not.toBe("");
    expect(found(Buffer.from(log))).toEqual([]);
  });

  test("finds no passphrase, code secret or recovery sheet either", () => {
    const files = filesIn(folder).map((file) => readFileSync(file));
    const hits = secrets.filter((secret) => [...files, Buffer.from(log)].some((bytes) => holds(bytes, secret)));
    expect(hits).toEqual([]);
  });

  test("would find a word that is there: the handle is plain", () => {
    const strings = filesIn(dataDir).map((file) => readFileSync(file));
    expect(strings.some((bytes) => bytes.includes("commercial_bank") || bytes.includes("us_eo_14203"))).toBe(true);
  });
});

/** As UTF-8 and as UTF-16, in any case, as base64 in its three alignments. */
function holds(bytes: Buffer, word: string): boolean {
  const forms = [word, word.toUpperCase()].flatMap((form) => [Buffer.from(form), Buffer.from(form, "utf16le")]);
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.from("x".repeat(shift) + word)
      .toString("base64")
      .slice(shift === 0 ? 0 : 4, -4),
  );
  return [...forms, ...base64.map((text) => Buffer.from(text))].some((form) => bytes.includes(form));
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
