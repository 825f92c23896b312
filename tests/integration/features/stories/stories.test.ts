import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import type { CaseReport } from "#app/features/cases/case-report.ts";
import type { SealedPart } from "#app/features/cases/case-seals.server.ts";
import { assignCase } from "#app/features/cases/casework/assign-commands.server.ts";
import { assessCase } from "#app/features/cases/casework/triage-commands.server.ts";
import { moveBehindWall } from "#app/features/cases/casework/wall-commands.server.ts";
import { eraseCase } from "#app/features/cases/reporting/erasure-commands.server.ts";
import { changeConsent, withdrawCase } from "#app/features/cases/reporting/report-commands.server.ts";
import { findOwnCase } from "#app/features/cases/reporting/report-queries.server.ts";
import { listPrintable } from "#app/features/stories/approved-stories.server.ts";
import { storiesFollow } from "#app/features/stories/consent-follows.server.ts";
import { decideStory } from "#app/features/stories/reporter-commands.server.ts";
import {
  askForStory,
  changeStory,
  checkStory,
  draftStory,
  endStoryByTeam,
} from "#app/features/stories/story-commands.server.ts";
import {
  readCaseStories,
  readCaseStory,
  readOwnStory,
  readStories,
  storiesAskedAmong,
} from "#app/features/stories/story-queries.server.ts";
import { notesSeal, openStoryLetter, recordSeal } from "#app/features/stories/story-seals.server.ts";
import type { CaseId, StoryId } from "#app/kernel/id.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import { env, setEnv } from "#app/platform/env.server.ts";
import { A_JUDGEMENT, type CaseTeam, newCaseTeam } from "../../../support/case-team.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { keysOf, type WrapRow } from "../../../support/key-reach.ts";
import { newLink, reportByLink } from "../../../support/receipts.ts";
import { aReport, sendReport } from "../../../support/reports.ts";
import {
  approvedStory,
  aStory,
  askedStory,
  sayOfStory,
  storyOf,
  TOLD,
  TOLD_IN_ARABIC,
} from "../../../support/stories.ts";
import { actorFor, newColleague, newReporter, type Person, valueFrom } from "../../../support/world.ts";

const TELLING: CaseReport = { consent: { consent: "c3_anonymised_narrative" }, story: { story: "They closed it." } };

onBothDatabases("telling a story of a case", (db) => {
  let team: CaseTeam;
  let editor: Person;
  let caseId: CaseId;

  const before = env();
  afterAll(() => setEnv(before));
  beforeAll(async () => {
    setEnv({ ...env(), NEW_CASES_A_DAY: 100 });
    team = await newCaseTeam();
    editor = await newColleague(team.world, "editor");
  });
  beforeEach(async () => {
    caseId = await sendReport(await team.as.reporter(), TELLING);
  });

  const stateOf = async (id: StoryId) => (await storyOf(await team.as.reporter(), caseId, id)).state;
  const consent = async (level: Parameters<typeof changeConsent>[2]["consent"]) =>
    valueFrom(await changeConsent(await team.as.reporter(), caseId, { consent: level }, storiesFollow(caseId)));
  const printable = async () => {
    const actor = await actorFor(editor, "editor");
    return (await withActor(actor, (tx) => listPrintable(actor, tx))).map(({ id }) => id);
  };
  const approved = async (form = aStory()) =>
    approvedStory(await team.as.intake(), await team.as.reporter(), caseId, form);

  test("is printed as its reporter has read and approved it, by people who learn nothing of whose it is", async () => {
    const texts = { en: TOLD, ar: TOLD_IN_ARABIC };
    const [intake, reporter] = [await team.as.intake(), await team.as.reporter()];
    const { storyId: id } = valueFrom(await draftStory(intake, caseId, aStory({ texts, beside: ["incident"] })));
    expect(await readStories(reporter, caseId)).toEqual([]);
    expect(await storiesAskedAmong(reporter, [caseId])).toEqual([]);
    valueFrom(await askForStory(intake, { caseId, id, version: 1 }));
    expect(await storiesAskedAmong(reporter, [caseId])).toEqual([caseId]);
    expect(await printable()).not.toContain(id);
    const { story } = await readOwnStory(reporter, { caseId, storyId: id }, "ar");
    expect(story.texts).toEqual([
      { locale: "en", paragraphs: [TOLD] },
      { locale: "ar", paragraphs: [TOLD_IN_ARABIC] },
    ]);
    valueFrom(await sayOfStory(reporter, caseId, id, "approve"));
    const actor = await actorFor(editor, "editor");
    const [one] = (await withActor(actor, (tx) => listPrintable(actor, tx))).filter((told) => told.id === id);
    expect(one).toEqual({
      id,
      hash: story.hash,
      content: { form: 1, texts, beside: { incident: "account" } },
      unit: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(JSON.stringify(one)).not.toContain(reporter.organisationId);
    await expect(withActor(actor, (tx) => tx.story.findMany({ select: { caseId: true } }))).rejects.toThrow();
    const told = (await findOwnCase(reporter, caseId))!.steps.map(({ action, by }) => `${by} ${action}`);
    for (const step of ["intake case.story-asked", "reporter case.story-approved"]) expect(told).toContain(step);
    expect(told).not.toContain("intake case.story-drafted");
  });

  test("a yes holds for the text that was read, and for no other", async () => {
    const id = await approved();
    const [intake, reporter] = [await team.as.intake(), await team.as.reporter()];
    const { version, hash } = await storyOf(intake, caseId, id);
    const other = aStory({ texts: { en: `${TOLD} Nobody told us.` } });
    valueFrom(await changeStory(intake, { caseId, id, version }, other));
    expect(await printable()).not.toContain(id);
    expect(await storyOf(intake, caseId, id)).toMatchObject({ state: "draft", approved: null });
    valueFrom(await askForStory(intake, { caseId, id, version: version + 1 }));
    const yes = { version: version + 2, hash, decision: "approve", comment: "" } as const;
    expect(await decideStory(reporter, caseId, id, yes)).toMatchObject({
      refusal: { code: "stories.changed-meanwhile" },
    });
    expect(await changeStory(intake, { caseId, id, version }, other)).toMatchObject({ refusal: { kind: "conflict" } });
    valueFrom(await sayOfStory(reporter, caseId, id, "approve"));
    expect(await printable()).toContain(id);
  });

  test("what the finder stops is never read by the reporter, and an edited text goes back to it", async () => {
    const intake = await team.as.intake();
    const stopped = aStory({ texts: { en: "Northern Savings Bank ended our account on 3 May 2025 in Kenya." } });
    const { storyId: id } = valueFrom(await draftStory(intake, caseId, stopped));
    const page = await readCaseStory(intake, { caseId, storyId: id }, "en");
    expect(page).toMatchObject({ tellsTooMuch: true, may: { ask: false, write: true } });
    expect(page.findings?.en?.map(({ kind, words }) => `${kind}: ${words}`)).toEqual([
      "name: Northern Savings Bank",
      "date: May",
      "place: Kenya",
    ]);
    const tooMuch = { refusal: { code: "stories.tells-too-much" } };
    expect(await askForStory(intake, { caseId, id, version: 1 })).toMatchObject(tooMuch);
    expect(await readStories(await team.as.reporter(), caseId)).toEqual([]);
    valueFrom(await changeStory(intake, { caseId, id, version: 1 }, aStory()));
    valueFrom(await askForStory(intake, { caseId, id, version: 2 }));
    expect(await stateOf(id)).toBe("asked");
  });

  test("the risk decides how closely it may tell: what was fine yesterday is stopped once it is judged severe", async () => {
    const intake = await team.as.intake();
    const form = aStory({ texts: { en: `${TOLD} That was in 2025.` }, beside: ["affected_region"] });
    const { storyId: id } = valueFrom(await draftStory(intake, caseId, form));
    expect((await readCaseStory(intake, { caseId, storyId: id }, "en")).tellsTooMuch).toBe(false);
    valueFrom(await assessCase(intake, caseId, { ...A_JUDGEMENT, risk: "severe", version: 1 }));
    const page = await readCaseStory(intake, { caseId, storyId: id }, "en");
    expect(page).toMatchObject({ tellsTooMuch: true, precision: { time: "none", place: "none", amount: "none" } });
    valueFrom(await changeStory(intake, { caseId, id, version: 1 }, aStory({ beside: ["affected_region"] })));
    expect((await storyOf(intake, caseId, id)).content?.beside).toEqual({});
  });

  test("a lead writes, and only a coordinator's session lets the finder look and asks", async () => {
    const intake = await team.as.intake();
    valueFrom(await assignCase(intake, caseId, { version: 1, lead: team.lead.userId }));
    const lead = await team.as.lead();
    const { storyId: id } = valueFrom(await draftStory(lead, caseId, aStory({ texts: { en: "Amina waited." } })));
    expect(await readCaseStory(lead, { caseId, storyId: id }, "en")).toMatchObject({
      findings: null,
      may: { write: true, ask: false, check: false },
    });
    const none = { refusal: { kind: "not-found" } };
    expect(await askForStory(lead, { caseId, id, version: 1 })).toMatchObject(none);
    expect(await checkStory(lead, { caseId, id, version: 1 })).toMatchObject(none);
    valueFrom(await checkStory(intake, { caseId, id, version: 1 }));
    expect(await readCaseStory(lead, { caseId, storyId: id }, "en")).toMatchObject({
      writtenBy: "lead",
      findings: { en: [] },
    });
    valueFrom(await changeStory(lead, { caseId, id, version: 2 }, aStory()));
    expect((await readCaseStory(lead, { caseId, storyId: id }, "en")).findings).toBeNull();
    valueFrom(await askForStory(await team.as.intake(), { caseId, id, version: 3 }));
    expect(await stateOf(id)).toBe("asked");
  });

  test("a no says why, and a yes can be taken back at any time, also from an old page", async () => {
    const [intake, reporter] = [await team.as.intake(), await team.as.reporter()];
    const id = await askedStory(intake, caseId);
    valueFrom(await sayOfStory(reporter, caseId, id, "decline", "They would know us by the weeks."));
    expect((await readCaseStory(intake, { caseId, storyId: id }, "en")).story).toMatchObject({
      state: "declined",
      answer: { kind: "declined", comment: "They would know us by the weeks.", on: isoDayOf(new Date()) },
    });
    expect(await sayOfStory(reporter, caseId, id, "approve")).toMatchObject({ refusal: { kind: "conflict" } });
    const other = await approved();
    const back = { version: 1, hash: "", decision: "take_back", comment: "" } as const;
    valueFrom(await decideStory(reporter, caseId, other, back));
    expect(await storyOf(reporter, caseId, other)).toMatchObject({ approved: null, answer: { kind: "taken-back" } });
    expect(await printable()).not.toContain(other);
  });

  test("a lowered consent ends every story at once, with its text and for good", async () => {
    const [told, drafted] = [await approved(), await askedStory(await team.as.intake(), caseId)];
    await consent("c4_confidential_to_named");
    expect([await stateOf(told), await stateOf(drafted)]).toEqual(["approved", "asked"]);
    await consent("c2_aggregate");
    for (const id of [told, drafted])
      expect(await storyOf(await team.as.reporter(), caseId, id)).toMatchObject({
        state: "ended",
        content: null,
        approved: null,
        ended: { by: "consent" },
      });
    expect(await printable()).not.toContain(told);
    const intake = await team.as.intake();
    expect(await readCaseStories(intake, caseId, "en")).toMatchObject({ objection: "consent", mayAdd: false });
    expect(await draftStory(intake, caseId, aStory())).toMatchObject({ refusal: { code: "stories.no-consent" } });
    await consent("c3_anonymised_narrative");
    expect(await stateOf(told)).toBe("ended");
  });

  test("goes with its case: behind the wall, withdrawn, and erased into nothing", async () => {
    const id = await approved();
    valueFrom(await moveBehindWall(await team.as.intake(), caseId, { version: 1, reason: "listed" }));
    await expect(readCaseStories(await team.as.intake(), caseId, "en")).rejects.toMatchObject({ status: 404 });
    expect((await readCaseStories(await team.as.walledIntake(), caseId, "en")).stories).toMatchObject([{ id }]);
    const reporter = await team.as.reporter();
    valueFrom(await withdrawCase(reporter, caseId, storiesFollow(caseId)));
    expect(await stateOf(id)).toBe("ended");
    valueFrom(await eraseCase(reporter, caseId));
    expect(await db.sql("SELECT id FROM stories WHERE case_id = $1", [caseId])).toEqual([]);
  });

  test("is out of reach of everybody else, and what only the team has seen leaves no trace", async () => {
    const intake = await team.as.intake();
    const id = await approved();
    const neighbour = await actorFor(await newReporter(team.world, "Harbour Archive"), "reporter");
    const shown = { caseId, id, version: 3 };
    const none = { refusal: { kind: "not-found" } };
    const strangers: Actor[] = [neighbour, await team.as.lead(), await team.as.walledIntake()];
    for (const stranger of strangers) {
      expect(await draftStory(stranger, caseId, aStory())).toMatchObject(none);
      expect(await changeStory(stranger, shown, aStory())).toMatchObject(none);
      expect(await askForStory(stranger, shown)).toMatchObject(none);
    }
    await expect(readOwnStory(neighbour, { caseId, storyId: id }, "en")).rejects.toMatchObject({ status: 404 });
    const { storyId: draft } = valueFrom(await draftStory(intake, caseId, aStory()));
    valueFrom(await endStoryByTeam(intake, { caseId, id: draft, version: 1 }));
    expect(await db.sql("SELECT id FROM stories WHERE id = $1", [draft])).toEqual([]);
    valueFrom(await endStoryByTeam(intake, { caseId, id, version: (await storyOf(intake, caseId, id)).version }));
    expect(await storyOf(intake, caseId, id)).toMatchObject({ state: "ended", content: null, ended: { by: "team" } });
  });

  test("its parts open with the keys of the reporter, the team and the editorial room, each its own", async () => {
    const id = await approved();
    const wraps = (await db.sql("SELECT * FROM wraps")) as unknown as WrapRow[];
    const [row] = (await db.sql("SELECT * FROM stories WHERE id = $1", [id])) as Record<string, Uint8Array>[];
    const opens = (person: Person) => {
      const keys = keysOf(person, wraps);
      const part = (seal: SealedPart<unknown>, key: string, sealed: string) => {
        const held = keys.get(`${key}:${caseId}`);
        return held !== undefined && Boolean(seal.open(held, id, new Uint8Array(row![sealed]!)));
      };
      return [part(recordSeal, "case", "sealed_record"), part(notesSeal, "notes", "sealed")];
    };
    const { coordinators, guardians, administrator } = team.world;
    expect(opens(team.reporter)).toEqual([true, false]);
    expect(opens(coordinators[0])).toEqual([true, true]);
    const others = [team.lead, editor, guardians[0], administrator, await newReporter(team.world, "Hillside Archive")];
    for (const person of others) expect(opens(person)).toEqual([false, false]);
    const letter = {
      id,
      version: Number(row!.version),
      sealedLetter: new Uint8Array(row!.sealed_letter!),
      keyVersion: 1,
    };
    const reads = async (actor: Actor) => withActor(actor, (tx) => openStoryLetter(actor, tx, letter));
    for (const holder of [await actorFor(editor, "editor"), await actorFor(guardians[0], "guardian")])
      expect((await reads(holder))?.content.texts.en).toBe(TOLD);
    for (const stranger of [await team.as.intake(), await team.as.reporter(), await team.as.lead()])
      await expect(reads(stranger)).rejects.toThrow();
  });

  test("whoever holds a receipt is asked like everybody, and at rest nothing tells a yes from a no", async () => {
    const code = await newLink(await team.as.intake());
    const sent = await reportByLink(code, aReport(TELLING));
    const intake = await team.as.intake();
    const yes = await approvedStory(intake, sent.reporter, sent.caseId, aStory());
    const no = await askedStory(intake, sent.caseId, aStory({ texts: { en: TOLD, ar: TOLD_IN_ARABIC } }));
    valueFrom(await sayOfStory(sent.reporter, sent.caseId, no, "decline"));
    const rows = await db.sql(
      "SELECT id, length(sealed_letter) AS size, stories::text AS row FROM stories WHERE case_id = $1",
      [sent.caseId],
    );
    expect(new Set(rows.map(({ size }) => size)).size).toBe(1);
    expect(await printable()).toEqual(expect.arrayContaining([yes]));
    expect(await printable()).not.toContain(no);
    for (const secret of ["approved", "declined", "ended the account", "المصرف"])
      for (const form of [secret, Buffer.from(secret).toString("hex")])
        expect(JSON.stringify(rows)).not.toContain(form);
  });
});
