import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { beginSurveyByLink } from "#app/features/surveys/responding/survey-commands.server.ts";
import { passOn, readAnswers } from "#app/features/surveys/waves/analyst-commands.server.ts";
import { listAnalystWaves } from "#app/features/surveys/waves/analyst-waves.server.ts";
import { listContacts } from "#app/features/surveys/waves/contacts.server.ts";
import {
  discardInstrumentDraft,
  listInstrumentDrafts,
  listInstruments,
  saveInstrumentDraft,
} from "#app/features/surveys/waves/instrument-store.server.ts";
import {
  addToPanel,
  giveOutCodes,
  removeFromPanel,
  replaceCode,
} from "#app/features/surveys/waves/panel-commands.server.ts";
import { drawPanelWords, readPanelWords } from "#app/features/surveys/waves/panel-words.server.ts";
import {
  newWordsFor,
  returnToAnswer,
  saveDraft,
  sendAnswer,
} from "#app/features/surveys/waves/respondent-commands.server.ts";
import { beginByLink, findWaveByCode, findWaveByLink } from "#app/features/surveys/waves/respondent-wave.server.ts";
import { moveClosing } from "#app/features/surveys/waves/wave-closing.server.ts";
import {
  approveWave,
  changeWave,
  closeWave,
  discardWave,
  draftWave,
} from "#app/features/surveys/waves/wave-commands.server.ts";
import { sweepWaves } from "#app/features/surveys/waves/wave-expiry.server.ts";
import { makeWaveLink, withdrawWaveLink } from "#app/features/surveys/waves/wave-links.server.ts";
import { listWaves, readPanel, readWave } from "#app/features/surveys/waves/wave-queries.server.ts";
import { grantWaveKey, readReaders } from "#app/features/surveys/waves/wave-readers.server.ts";
import type { TeamId, WaveId } from "#app/kernel/id.ts";
import { inContext } from "#app/platform/db/in-context.server.ts";
import { DAY, heldClock } from "../../../support/clock.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { keysOf, type WrapRow } from "../../../support/key-reach.ts";
import {
  A_QUESTIONNAIRE,
  answered,
  approvedWave,
  aWaveForm,
  backTo,
  invitedWith,
  newSurveyTeam,
  refusalOf,
  type SurveyTeam,
  waveWord,
} from "../../../support/waves.ts";
import { actorFor, newColleague, valueFrom } from "../../../support/world.ts";

const NONE = { ok: false, refusal: { kind: "not-found" } };
const NOT_NOW = "waves.not-now";

onBothDatabases("a wave of a survey", (db) => {
  const clock = heldClock();
  let team: SurveyTeam;
  beforeAll(async () => {
    team = await newSurveyTeam();
  });
  const one = () => team.as.one();
  const other = () => team.as.other();
  const analyst = () => team.as.analyst();
  const stateOf = async (id: WaveId) => (await readWave(await one(), id)).state;
  /** The queue of slow work is full for as long as this takes. */
  const whileAllAreWaiting = async <T>(work: () => Promise<T>): Promise<T> => {
    const place = Symbol.for("thaw.slow-derivation");
    const queue = (globalThis as unknown as Record<symbol, { running: number; waiting: (() => void)[] }>)[place]!;
    queue.running += 2;
    queue.waiting.push(...Array.from({ length: 16 }, () => () => {}));
    try {
      return await work();
    } finally {
      queue.waiting.length = 0;
      queue.running -= 2;
    }
  };
  /** Lets time pass for one test and puts the clock back. */
  const inDays = async (days: number, work: () => Promise<void>) => {
    clock.pass(days * DAY);
    try {
      await work();
    } finally {
      clock.pass(-days * DAY);
    }
  };

  describe("before it opens", () => {
    test("needs the words of two persons for exactly its plan", async () => {
      const form = await aWaveForm(await one());
      const { waveId } = valueFrom(await draftWave(await one(), form));
      expect(await stateOf(waveId)).toBe("draft");
      valueFrom(await waveWord(await one(), waveId));
      expect(await stateOf(waveId)).toBe("in_review");
      expect(refusalOf(await waveWord(await one(), waveId))).toBe("waves.second-person-required");
      valueFrom(await changeWave(await other(), waveId, { ...form, closesOn: "2026-05-15", version: 1 }));
      expect(await stateOf(waveId)).toBe("draft");
      valueFrom(await waveWord(await other(), waveId));
      expect(await stateOf(waveId)).toBe("in_review");
      valueFrom(await waveWord(await one(), waveId));
      expect(await stateOf(waveId)).toBe("open");
      expect(refusalOf(await changeWave(await one(), waveId, { ...form, version: 3 }))).toBe(NOT_NOW);
    });

    test("a word for another plan than the one that was shown is worth nothing", async () => {
      const { waveId } = valueFrom(await draftWave(await one(), await aWaveForm(await one())));
      const given = await approveWave(await other(), waveId, { version: 1, hash: "0".repeat(64) });
      expect(refusalOf(given)).toBe("waves.changed-meanwhile");
    });

    test("a word that was put into the database by hand is nobody's", async () => {
      const { waveId } = valueFrom(await draftWave(await one(), await aWaveForm(await one())));
      valueFrom(await waveWord(await one(), waveId));
      await db.sql("UPDATE approvals SET user_id = $2 WHERE subject = $1", [
        `survey-wave/${waveId}`,
        team.world.coordinators[1].userId,
      ]);
      expect(await stateOf(waveId)).toBe("draft");
    });

    test("says of a day that has passed, a session or a questionnaire that is not there, at its field", async () => {
      const wrong = async (choice: Parameters<typeof aWaveForm>[1]) =>
        draftWave(await one(), await aWaveForm(await one(), choice));
      expect(await wrong({ opensOn: "2026-01-01", closesOn: "2026-02-01" })).toMatchObject({
        refusal: { fields: { closesOn: "waves.days.past" } },
      });
      expect(await wrong({ session: "ASP99" })).toMatchObject({
        refusal: { fields: { session: "waves.session.required" } },
      });
      expect(await wrong({ instrument: "0".repeat(64) })).toMatchObject({
        refusal: { fields: { instrument: "waves.instrument.required" } },
      });
    });

    test("can be discarded, and then nothing of it is there", async () => {
      const { waveId } = valueFrom(await draftWave(await one(), await aWaveForm(await one())));
      const organisations = [{ name: "Harbour Archive", language: "en" as const }];
      valueFrom(await addToPanel(await one(), waveId, { version: 0, organisations }));
      valueFrom(await discardWave(await other(), waveId, { version: 1 }));
      expect(await discardWave(await one(), waveId, { version: 1 })).toMatchObject(NONE);
      const left = await db.sql("SELECT 1 FROM survey_panels WHERE wave_id = $1", [waveId]);
      expect(left).toEqual([]);
    });

    test("is nobody's but its team's", async () => {
      const waveId = await approvedWave(team);
      const walled = await team.as.walled();
      expect(await listWaves(walled)).toEqual([]);
      await expect(readWave(walled, waveId)).rejects.toMatchObject({ status: 404 });
      for (const person of [walled, await analyst(), await actorFor(team.world.guardians[0], "guardian")]) {
        expect(await makeWaveLink(person, waveId)).toMatchObject(NONE);
        expect(await giveOutCodes(person, waveId, { version: 0 })).toMatchObject(NONE);
      }
      for (const person of [await one(), await actorFor(team.world.guardians[0], "guardian")]) {
        expect(await passOn(person, waveId)).toMatchObject(NONE);
        expect(await readAnswers(person, waveId)).toMatchObject(NONE);
      }
    });

    test("its key is the analysts' alone, and no coordinator's, guardian's or administrator's", async () => {
      const waveId = await approvedWave(team);
      const wraps = (await db.sql("SELECT * FROM wraps")) as unknown as WrapRow[];
      const { guardians, coordinators, administrator } = team.world;
      const holds = (person: Parameters<typeof keysOf>[0]) => keysOf(person, wraps).has(`group:wave/${waveId}`);
      expect(holds(team.analyst)).toBe(true);
      expect([...guardians, ...coordinators, administrator].filter(holds)).toEqual([]);
    });

    test("does not open where nobody could read its answers, and a coordinator who analyses as well cannot", async () => {
      const lonely = await newSurveyTeamWithoutAnalyst();
      const { waveId } = valueFrom(await draftWave(await lonely.one(), await aWaveForm(await lonely.one())));
      valueFrom(await waveWord(await lonely.one(), waveId));
      expect(refusalOf(await waveWord(await lonely.other(), waveId))).toBe("waves.no-analyst");
    });

    /** The walled team of the same installation has two coordinators and no analyst. */
    async function newSurveyTeamWithoutAnalyst() {
      const { coordinators, setUp } = team.world;
      return {
        one: () => actorFor(coordinators[0], "intake", setUp.walledTeamId),
        other: () => actorFor(coordinators[1], "intake", setUp.walledTeamId),
      };
    }
  });

  describe("its questionnaires", () => {
    test("are published once a text, and what is being written is the team's", async () => {
      const form = await aWaveForm(await one());
      expect((await aWaveForm(await other())).instrument).toBe(form.instrument);
      const { id, version } = valueFrom(await saveInstrumentDraft(await one(), { title: "draft" }));
      valueFrom(await saveInstrumentDraft(await other(), { title: "better" }, { id, version }));
      expect(refusalOf(await saveInstrumentDraft(await one(), {}, { id, version }))).toBe("waves.changed-meanwhile");
      expect(await listInstrumentDrafts(await one())).toEqual([{ id, version: 2, content: { title: "better" } }]);
      expect(await listInstrumentDrafts(await team.as.walled())).toEqual([]);
      valueFrom(await discardInstrumentDraft(await one(), { id, version: 2 }));
      expect(await listInstrumentDrafts(await one())).toEqual([]);
    });

    test("do not count where somebody changed one in the database", async () => {
      const { digest } = (await listInstruments(await one())).find(({ content }) => content !== null)!;
      await db.sql(`UPDATE survey_instruments SET content = '{"title":"other"}' WHERE digest = $1`, [digest]);
      expect((await listInstruments(await one())).map((row) => row.digest)).not.toContain(digest);
      await db.sql("UPDATE survey_instruments SET content = $2::text::jsonb WHERE digest = $1", [
        digest,
        JSON.stringify(A_QUESTIONNAIRE),
      ]);
      expect((await listInstruments(await one())).map((row) => row.digest)).toContain(digest);
    });
  });

  describe("its panel and codes", () => {
    test("names stand on it once, and who has no code can be taken off", async () => {
      const waveId = await approvedWave(team);
      const names = ["Harbour Archive", "Riverside Legal Clinic", "harbour  archive"];
      const facts = { language: "fr", region: "africa", size: null } as const;
      const organisations = names.map((name) => ({ name, ...facts }));
      const added = valueFrom(await addToPanel(await one(), waveId, { version: 0, organisations }));
      expect(added).toEqual({ added: 2, known: ["harbour  archive"] });
      const [first] = (await readPanel(await one(), waveId)).invited;
      expect(first).toMatchObject(facts);
      const gone = { version: 1, invitedId: first!.id };
      valueFrom(await removeFromPanel(await other(), waveId, gone));
      expect((await readPanel(await one(), waveId)).invited.map(({ organisation }) => organisation)).toEqual([
        "Riverside Legal Clinic",
      ]);
      expect(refusalOf(await removeFromPanel(await one(), waveId, gone))).toBe("waves.changed-meanwhile");
    });

    test("are made for five at least together, shown once, and each finds its wave", async () => {
      const waveId = await approvedWave(team);
      const organisations = ["A", "B", "C", "D"].map((name) => ({ name, language: "en" as const }));
      valueFrom(await addToPanel(await one(), waveId, { version: 0, organisations }));
      expect(refusalOf(await giveOutCodes(await one(), waveId, { version: 1 }))).toBe("waves.too-few-codes");
      const more = [{ name: "E", language: "en" as const }];
      valueFrom(await addToPanel(await one(), waveId, { version: 1, organisations: more }));
      const { codes } = valueFrom(await giveOutCodes(await one(), waveId, { version: 2 }));
      expect(codes.map(({ organisation }) => organisation)).toEqual(["A", "B", "C", "D", "E"]);
      for (const { code } of codes) {
        const found = await findWaveByCode(` ${code.toLowerCase().replaceAll("-", " ")}`);
        expect(found).toMatchObject({ id: waveId, state: "open", way: "panel", questionnaire: A_QUESTIONNAIRE });
      }
      const dump = JSON.stringify(await db.sql("SELECT * FROM survey_codes"));
      for (const { code } of codes) expect(dump).not.toContain(code);
      expect(refusalOf(await giveOutCodes(await one(), waveId, { version: 3 }))).toBe("waves.too-few-codes");
    });

    test("wait for the second person", async () => {
      const { waveId } = valueFrom(await draftWave(await one(), await aWaveForm(await one())));
      expect(refusalOf(await giveOutCodes(await one(), waveId, { version: 0 }))).toBe(NOT_NOW);
      expect(refusalOf(await makeWaveLink(await one(), waveId))).toBe(NOT_NOW);
    });

    test("that somebody wrote into the database open nothing", async () => {
      const waveId = await approvedWave(team);
      const [first] = await invitedWith(await one(), waveId, 5);
      expect(await findWaveByCode(first!.code)).not.toBeNull();
      await db.sql("UPDATE survey_codes SET by_link = true WHERE wave_id = $1", [waveId]);
      expect(await findWaveByCode(first!.code)).toBeNull();
      expect(await findWaveByCode("0000-0000-0000-0000-0000")).toBeNull();
      expect(await findWaveByCode("not a code")).toBeNull();
    });

    test("a wave that was turned to another team or other days takes nobody in", async () => {
      const waveId = await approvedWave(team);
      const [first] = await invitedWith(await one(), waveId, 5);
      await db.sql(`UPDATE survey_waves SET facts = jsonb_set(facts, '{closesOn}', '"2029-01-01"') WHERE id = $1`, [
        waveId,
      ]);
      expect(await findWaveByCode(first!.code)).toBeNull();
    });
  });

  describe("answering", () => {
    test("what was saved comes back with code and words, and can be changed until it closes", async () => {
      const waveId = await approvedWave(team);
      const [first] = await invitedWith(await one(), waveId, 5);
      const { words, ticket } = valueFrom(await newWordsFor(first!.code));
      expect(words.split(" ")).toHaveLength(4);
      valueFrom(await saveDraft(ticket, { q1: "yes" }));
      expect(await backTo({ code: first!.code, words })).toMatchObject({ draft: { q1: "yes" }, isSent: false });
      const sent = valueFrom(await sendAnswer(ticket, { answers: { q1: "yes" }, contact: null }));
      expect(sent).toMatchObject({ closesOn: "2026-04-30", sentOn: "2026-03-04" });
      const again = await backTo({ code: first!.code, words });
      expect(again).toMatchObject({ isSent: true, receipt: sent.receipt });
      valueFrom(await saveDraft(again.ticket, { q1: "no" }));
      const changed = valueFrom(await sendAnswer(again.ticket, { answers: { q1: "no" }, contact: null }));
      expect(changed.receipt).toBe(sent.receipt);
      const rows = await db.sql("SELECT 1 FROM survey_answers WHERE wave_id = $1", [waveId]);
      expect(rows).toHaveLength(1);
      await inDays(60, async () => {
        expect(refusalOf(await saveDraft(again.ticket, { q1: "late" }))).toBe("waves.not-open");
        expect(refusalOf(await sendAnswer(again.ticket, { answers: {}, contact: null }))).toBe("waves.not-open");
        expect(await backTo({ code: first!.code, words })).toMatchObject({ draft: { q1: "no" } });
        const { answers } = valueFrom(await readAnswers(await analyst(), waveId));
        expect(answers).toMatchObject([{ answers: { q1: "no" }, way: "panel" }]);
      });
    });

    test("the code alone, wrong words and a wrong code get one answer, and wait after five tries", async () => {
      const waveId = await approvedWave(team);
      const codes = await invitedWith(await one(), waveId, 5);
      const sent = await answered(codes[0]!.code);
      const wrong = await returnToAnswer(sent.code, "");
      expect(refusalOf(wrong)).toBe("waves.wrong");
      expect(await returnToAnswer(sent.code, "abandon ability able about")).toEqual(wrong);
      expect(await returnToAnswer(codes[1]!.code, sent.words)).toEqual(wrong);
      expect(await returnToAnswer("0000-0000-0000-0000-0000", sent.words)).toEqual(wrong);
      for (let tries = 0; tries < 3; tries += 1) await returnToAnswer(sent.code, "wrong words");
      expect(refusalOf(await returnToAnswer(sent.code, sent.words))).toBe("rate-limited");
    });

    test("beginning again with the code alone says nothing of what was sent, and takes its place in the end", async () => {
      const waveId = await approvedWave(team);
      const [first] = await invitedWith(await one(), waveId, 5);
      const before = await newWordsFor(first!.code);
      const sent = await answered(first!.code, { q1: "first" });
      clock.pass(1_000);
      const later = await newWordsFor(first!.code);
      expect(Object.keys(valueFrom(later))).toEqual(Object.keys(valueFrom(before)));
      const second = await answered(first!.code, { q1: "second" });
      expect(second.words).not.toBe(sent.words);
      expect(await backTo(sent)).toMatchObject({ draft: { answers: { q1: "first" } } });
      await inDays(60, async () => {
        const read = valueFrom(await readAnswers(await analyst(), waveId));
        expect(read).toMatchObject({ answers: [{ answers: { q1: "second" } }], superseded: 1, broken: 0 });
      });
    });

    test("too many beginnings with one code have to wait", async () => {
      const waveId = await approvedWave(team);
      const [first] = await invitedWith(await one(), waveId, 5);
      for (let begun = 0; begun < 10; begun += 1) valueFrom(await newWordsFor(first!.code));
      expect(refusalOf(await newWordsFor(first!.code))).toBe("rate-limited");
    });

    test("what fills no room is refused, and nothing of it is kept", async () => {
      const waveId = await approvedWave(team);
      const [first] = await invitedWith(await one(), waveId, 5);
      const { ticket } = valueFrom(await newWordsFor(first!.code));
      const long = "x".repeat(70_000);
      expect(refusalOf(await saveDraft(ticket, { long }))).toBe("waves.too-long");
      expect(refusalOf(await sendAnswer(ticket, { answers: { long }, contact: null }))).toBe("waves.too-long");
      const contact = { channel: "x".repeat(2_000) };
      expect(refusalOf(await sendAnswer(ticket, { answers: {}, contact }))).toBe("waves.too-long");
      expect(await db.sql("SELECT 1 FROM survey_answers WHERE wave_id = $1", [waveId])).toEqual([]);
    });

    test("opens on its first day and closes after its last, or when a coordinator closes it", async () => {
      const waveId = await approvedWave(team, { opensOn: "2026-03-06", closesOn: "2026-03-08" });
      const [first] = await invitedWith(await one(), waveId, 5);
      expect(await stateOf(waveId)).toBe("approved");
      expect(refusalOf(await newWordsFor(first!.code))).toBe("waves.not-open");
      await inDays(2, async () => {
        expect(await stateOf(waveId)).toBe("open");
        await answered(first!.code);
      });
      await inDays(4, async () => {
        expect(await stateOf(waveId)).toBe("open");
        const { version } = await readWave(await one(), waveId);
        valueFrom(await closeWave(await one(), waveId, { version }));
        expect(await stateOf(waveId)).toBe("closed");
        expect((await listWaves(await one()))[0]).toMatchObject({ endedOn: "2026-03-08" });
        expect(refusalOf(await newWordsFor(first!.code))).toBe("waves.not-open");
      });
    });

    test("its last day moves: an earlier one at once, a later one by two persons, and respondents see it", async () => {
      const waveId = await approvedWave(team);
      const [first] = await invitedWith(await one(), waveId, 5);
      const seen = async () => (await findWaveByCode(first!.code))!.facts.closesOn;
      const move = async (actor: Promise<Actor>, closesOn: string) =>
        moveClosing(await actor, waveId, { version: (await readWave(await one(), waveId)).version, closesOn });
      expect(await move(one(), "2026-03-03")).toMatchObject({ refusal: { fields: { closesOn: "waves.days.past" } } });
      expect(valueFrom(await move(one(), "2026-03-20"))).toEqual({ hasMoved: true });
      expect(await seen()).toBe("2026-03-20");
      expect(valueFrom(await move(one(), "2026-06-30"))).toEqual({ hasMoved: false });
      expect(await seen()).toBe("2026-03-20");
      expect(refusalOf(await move(one(), "2026-06-30"))).toBe("waves.second-person-required");
      expect(await readWave(await other(), waveId)).toMatchObject({
        moving: { closesOn: "2026-06-30", isMine: false },
      });
      expect(valueFrom(await move(other(), "2026-06-30"))).toEqual({ hasMoved: true });
      expect(await seen()).toBe("2026-06-30");
      expect(await readWave(await one(), waveId)).toMatchObject({ moving: null, state: "open" });
      await inDays(100, async () => {
        await answered(first!.code);
        // What is thrown away after the last day is counted from the new one.
        await inContext({ role: "job" }, (tx) => sweepWaves(tx, new Date(clock.now())));
        expect(await findWaveByCode(first!.code)).not.toBeNull();
      });
      await inDays(120, async () => {
        expect(await stateOf(waveId)).toBe("closed");
        expect(refusalOf(await move(one(), "2026-12-30"))).toBe(NOT_NOW);
      });
      expect(refusalOf(await moveClosing(await analyst(), waveId, { version: 9, closesOn: "2026-03-30" }))).toBe(
        "waves.none",
      );
    });

    test("by the open link, until it is withdrawn, each with a code of their own", async () => {
      const waveId = await approvedWave(team);
      const { code: link } = valueFrom(await makeWaveLink(await one(), waveId));
      expect(await findWaveByLink(link)).toMatchObject({ id: waveId, way: "link" });
      const { code } = valueFrom(await beginByLink(link));
      const sent = await answered(code, { q1: "by link" });
      valueFrom(await withdrawWaveLink(await one(), waveId));
      expect(refusalOf(await withdrawWaveLink(await one(), waveId))).toBe("waves.no-link");
      expect(await findWaveByLink(link)).toBeNull();
      expect(refusalOf(await beginByLink(link))).toBe("waves.wrong-code");
      expect(await backTo(sent)).toMatchObject({ isSent: true });
      await inDays(60, async () => {
        const { answers } = valueFrom(await readAnswers(await analyst(), waveId));
        expect(answers).toMatchObject([{ way: "link", answers: { q1: "by link" } }]);
      });
    });

    test("whoever is told that too many have come at once has taken nobody's place by the open link", async () => {
      const waveId = await approvedWave(team);
      const { code: link } = valueFrom(await makeWaveLink(await one(), waveId));
      expect(refusalOf(await whileAllAreWaiting(() => beginSurveyByLink(link)))).toBe("busy");
      const taken = async () => (await db.sql(`SELECT id FROM survey_codes WHERE wave_id = '${waveId}'`)).length;
      expect(await taken()).toBe(0);
      valueFrom(await beginSurveyByLink(link));
      expect(await taken()).toBe(1);
    });
  });

  describe("a lost code", () => {
    test("opens nothing any more; what it sent counts until the new one sends, and nobody is told which", async () => {
      const waveId = await approvedWave(team);
      const codes = await invitedWith(await one(), waveId, 6);
      const { invited, version } = await readPanel(await one(), waveId);
      const idOf = (organisation: string) => invited.find((each) => each.organisation === organisation)!.id;
      await answered(codes[0]!.code, { who: "first, with the lost code" });
      await answered(codes[1]!.code, { who: "second, with the lost code" });
      const replaced = [];
      for (const [place, { organisation }] of codes.slice(0, 3).entries())
        replaced.push(
          valueFrom(
            await replaceCode(await one(), waveId, { version: version + place, invitedId: idOf(organisation) }),
          ),
        );
      expect(replaced.map((each) => Object.keys(each).sort())).toEqual(
        Array(3).fill(["code", "language", "organisation"]),
      );
      for (const { code } of codes.slice(0, 3)) expect(await findWaveByCode(code)).toBeNull();
      await answered(replaced[1]!.code, { who: "second, with the new code" });
      await answered(replaced[2]!.code, { who: "third" });
      await inDays(60, async () => {
        const { answers, superseded } = valueFrom(await readAnswers(await analyst(), waveId));
        expect(answers.map((each) => (each.answers as { who: string }).who).sort()).toEqual([
          "first, with the lost code",
          "second, with the new code",
          "third",
        ]);
        expect(superseded).toBe(1);
      });
    });

    test("is refused without a code, and where the hand-over has said that it was answered", async () => {
      const waveId = await approvedWave(team);
      const codes = await invitedWith(await one(), waveId, 5);
      for (const { code } of codes) await answered(code);
      const more = [{ name: "Late", language: "en" as const }];
      const before = await readPanel(await one(), waveId);
      valueFrom(await addToPanel(await one(), waveId, { version: before.version, organisations: more }));
      const { invited, version } = await readPanel(await one(), waveId);
      const late = invited.find(({ organisation }) => organisation === "Late")!;
      const codeless = await replaceCode(await one(), waveId, { version, invitedId: late.id });
      expect(refusalOf(codeless)).toBe("waves.no-code-yet");
      const replace = async () =>
        replaceCode(await one(), waveId, { version, invitedId: invited.find((each) => each !== late)!.id });
      await inDays(60, async () => {
        valueFrom(await passOn(await analyst(), waveId));
        expect(refusalOf(await replace())).toBe(NOT_NOW);
      });
      expect(refusalOf(await replace())).toBe("waves.has-answered");
    });
  });

  describe("handing over who has answered", () => {
    test("tells the team nothing before ten have answered, and leaves five behind while it is open", async () => {
      const waveId = await approvedWave(team);
      const codes = await invitedWith(await one(), waveId, 14);
      const standings = async () => (await readPanel(await one(), waveId)).invited.map(({ standing }) => standing);
      const known = async () => (await standings()).filter((standing) => standing === "answered").length;
      for (const { code } of codes.slice(0, 9)) await answered(code);
      expect(refusalOf(await passOn(await analyst(), waveId))).toBe("waves.too-few-answers");
      expect(await known()).toBe(0);
      for (const { code } of codes.slice(9, 12)) await answered(code, {}, { channel: "signal" });
      expect(valueFrom(await passOn(await analyst(), waveId))).toMatchObject({ answers: 7 });
      expect(await known()).toBe(7);
      expect(refusalOf(await passOn(await analyst(), waveId))).toBe("waves.too-few-answers");
      await inDays(60, async () => {
        expect(valueFrom(await passOn(await analyst(), waveId))).toMatchObject({ answers: 5 });
        expect(await known()).toBe(12);
        expect(refusalOf(await passOn(await analyst(), waveId))).toBe("waves.too-few-answers");
        const panel = await readPanel(await one(), waveId);
        expect(panel).toMatchObject({ byLink: 0, asOf: "2026-05-03" });
        const contacts = (await listContacts(await one())).filter((each) => each.waveId === waveId);
        expect(contacts.map(({ contact }) => contact)).toEqual(Array(3).fill({ channel: "signal" }));
      });
    });

    test("takes a contact once, however often its answer is sent again, and a new one when it changes", async () => {
      const waveId = await approvedWave(team);
      const codes = await invitedWith(await one(), waveId, 10);
      const sent = [];
      for (const { code } of codes) sent.push(await answered(code, {}, { channel: "post", box: code }));
      expect(valueFrom(await passOn(await analyst(), waveId))).toEqual({ answers: 5, contacts: 5 });
      for (const each of sent) {
        const { ticket } = await backTo(each);
        valueFrom(await sendAnswer(ticket, { answers: { again: true }, contact: { channel: "post", box: each.code } }));
      }
      await inDays(60, async () => {
        expect(valueFrom(await passOn(await analyst(), waveId))).toEqual({ answers: 5, contacts: 5 });
        const contacts = (await listContacts(await one())).filter((each) => each.waveId === waveId);
        expect(contacts.map(({ contact }) => (contact as { box: string }).box).sort()).toEqual(
          codes.map(({ code }) => code).sort(),
        );
      });
    });

    test("is for nobody who knows the panel", async () => {
      const waveId = await approvedWave(team);
      await db.sql(
        `INSERT INTO approvals (id, user_id, subject, text_hash, week)
         VALUES (gen_random_uuid(), $1, $2, decode('01', 'hex'), '2026-03-02')`,
        [team.analyst.userId, `survey-wave/${waveId}`],
      );
      expect(refusalOf(await passOn(await analyst(), waveId))).toBe("waves.knows-the-panel");
      await inDays(60, async () => {
        expect(refusalOf(await readAnswers(await analyst(), waveId))).toBe("waves.knows-the-panel");
      });
    });
  });

  describe("reading", () => {
    test("waits until nothing can be changed any more, and counts what the product did not make", async () => {
      const waveId = await approvedWave(team);
      const codes = await invitedWith(await one(), waveId, 5);
      for (const { code } of codes) await answered(code, { from: code });
      expect(refusalOf(await readAnswers(await analyst(), waveId))).toBe(NOT_NOW);
      // What lies in another's place does not open there.
      await db.sql(
        `INSERT INTO survey_answers SELECT 'put-in-by-hand', wave_id, key_version, sealed FROM survey_answers
         WHERE wave_id = $1 LIMIT 1`,
        [waveId],
      );
      await inDays(60, async () => {
        const { answers, broken } = valueFrom(await readAnswers(await analyst(), waveId));
        expect(answers.map((each) => (each.answers as { from: string }).from).sort()).toEqual(
          codes.map(({ code }) => code).sort(),
        );
        expect(broken).toBe(1);
        expect(Object.keys(answers[0]!).sort()).toEqual(["answers", "instrument", "panelMark", "way"]);
        const waves = await listAnalystWaves(await analyst());
        expect(waves.find(({ id }) => id === waveId)).toMatchObject({ state: "read" });
      });
    });

    test("sets an answer beside one of another survey of the team where the same words were given, and no other", async () => {
      const teamId = team.world.setUp.teamId as TeamId;
      const [early, late] = [await approvedWave(team), await approvedWave(team)];
      const drawn = valueFrom(await drawPanelWords(teamId));
      const other = valueFrom(await drawPanelWords(team.world.setUp.walledTeamId as TeamId));
      const before = await invitedWith(await one(), early, 5);
      const after = await invitedWith(await one(), late, 5);
      const typed = drawn.words.toUpperCase().replaceAll(" ", ", ");
      await answered(before[0]!.code, { who: "the same, before" }, null, drawn);
      await answered(before[1]!.code, { who: "another, before" });
      await answered(after[3]!.code, { who: "the same, after" }, null, valueFrom(await readPanelWords(teamId, typed)));
      await answered(after[1]!.code, { who: "another, after" }, null, other);
      const slip = await readPanelWords(teamId, drawn.words.split(" ").reverse().slice(1).join(" "));
      expect(slip).toMatchObject({ refusal: { fields: { panelWords: "refusal.waves.wrong-panel-words" } } });
      await inDays(60, async () => {
        const marks = async (id: WaveId) => {
          const { answers } = valueFrom(await readAnswers(await analyst(), id));
          return Object.fromEntries(
            answers.map(({ answers: said, panelMark }) => [(said as { who: string }).who, panelMark]),
          );
        };
        expect(await marks(early)).toEqual({ "the same, before": drawn.mark, "another, before": null });
        expect(await marks(late)).toEqual({ "the same, after": drawn.mark, "another, after": other.mark });
        expect(drawn.mark).toHaveLength(43);
        expect(drawn.words).not.toContain(drawn.mark);
      });
    });

    test("needs the key: an analyst who came later sees the wave and opens nothing of it", async () => {
      const waveId = await approvedWave(team);
      const codes = await invitedWith(await one(), waveId, 5);
      for (const { code } of codes) await answered(code);
      const newcomer = await newColleague(team.world, "analyst");
      await inDays(60, async () => {
        await expect(readAnswers(await actorFor(newcomer, "analyst"), waveId)).rejects.toThrow(
          "a key was asked for that the actor does not hold",
        );
      });
    });
  });

  describe("who can read", () => {
    test("an analyst who came later is let in by one who holds the key, and by nobody else", async () => {
      const waveId = await approvedWave(team);
      const codes = await invitedWith(await one(), waveId, 5);
      for (const { code } of codes) await answered(code);
      const [late, later] = [await newColleague(team.world, "analyst"), await newColleague(team.world, "analyst")];
      const as = (person: typeof late) => actorFor(person, "analyst");
      const before = await readReaders(await analyst(), waveId);
      expect(before).toMatchObject({ holdsKey: true });
      expect(before.waiting.map(({ userId }) => userId)).toEqual(expect.arrayContaining([late.userId, later.userId]));
      expect(before.holders.map(({ userId }) => userId)).toContain(team.analyst.userId);
      expect(await readReaders(await as(late), waveId)).toMatchObject({ holdsKey: false });
      expect(refusalOf(await grantWaveKey(await as(late), waveId, later.userId))).toBe("waves.no-key");
      valueFrom(await grantWaveKey(await analyst(), waveId, late.userId));
      expect(refusalOf(await grantWaveKey(await analyst(), waveId, late.userId))).toBe("waves.no-reader");
      // Who was let in lets in others.
      valueFrom(await grantWaveKey(await as(late), waveId, later.userId));
      await inDays(60, async () => {
        expect(valueFrom(await readAnswers(await as(later), waveId)).answers).toHaveLength(5);
      });
      const entries = await db.sql("SELECT 1 FROM audit_entries WHERE class LIKE '%key%' OR class LIKE '%wave%'");
      expect(entries.length).toBeGreaterThan(0);
    });

    test("nobody who coordinates the team, gave a word, is of another team or has left", async () => {
      const waveId = await approvedWave(team);
      const [newcomer, leaver] = [await newColleague(team.world, "analyst"), await newColleague(team.world, "analyst")];
      const coordinator = team.world.coordinators[0].userId;
      await db.sql("UPDATE users SET state = 'locked' WHERE id = $1", [leaver.userId]);
      for (const userId of [coordinator, leaver.userId, team.analyst.userId, "nobody"])
        expect(refusalOf(await grantWaveKey(await analyst(), waveId, userId))).toBe("waves.no-reader");
      // A word on the wave shuts out, whatever hat comes later.
      await db.sql("UPDATE approvals SET user_id = $2 WHERE subject = $1 AND user_id = $3", [
        ...[`survey-wave/${waveId}`, newcomer.userId, coordinator],
      ]);
      expect(refusalOf(await grantWaveKey(await analyst(), waveId, newcomer.userId))).toBe("waves.no-reader");
      await expect(readReaders(await one(), waveId)).rejects.toMatchObject({ status: 404 });
      expect(await grantWaveKey(await one(), waveId, newcomer.userId)).toMatchObject(NONE);
      await expect(readReaders(await team.as.walled(), waveId)).rejects.toMatchObject({ status: 404 });
    });

    test("is told to coordinators while somebody can still be let in, and when nobody can any more", async () => {
      const waveId = await approvedWave(team);
      const readers = async () => (await readWave(await one(), waveId)).readers;
      const before = (await readers())!;
      expect(before).toBeGreaterThan(0);
      const { holders } = await readReaders(await analyst(), waveId);
      expect(holders).toHaveLength(before);
      const ids = holders.map(({ userId }) => userId);
      await db.sql("UPDATE users SET state = 'locked' WHERE id = ANY($1::uuid[])", [ids]);
      expect(await readers()).toBe(0);
      await db.sql("UPDATE users SET state = 'active' WHERE id = ANY($1::uuid[])", [ids]);
      expect(await readers()).toBe(before);
    });

    test("an analyst seals keys of surveys to analysts of the team, and no other key to anybody", async () => {
      const waveId = await approvedWave(team);
      const newcomer = await newColleague(team.world, "analyst");
      const { teamId } = team.world.setUp;
      const wrapped = async (objectId: string, recipientId: string) => {
        const put = inContext({ role: "analyst", user: team.analyst.userId, team: teamId }, (tx) =>
          tx.wrap.createMany({
            data: {
              ...{ id: randomUUID(), objectKind: "group", objectId, objectVersion: 1, sealed: new Uint8Array([1]) },
              ...{ recipientKind: "user", recipientId, recipientVersion: 1 },
            },
          }),
        );
        return put.then(
          () => true,
          () => false,
        );
      };
      expect(await wrapped(`analytics/${teamId}`, newcomer.userId)).toBe(false);
      expect(await wrapped(`wave/${waveId}`, team.world.coordinators[0].userId)).toBe(false);
      expect(await wrapped(`wave/${randomUUID()}`, newcomer.userId)).toBe(false);
      expect(await wrapped(`wave/${waveId}`, newcomer.userId)).toBe(true);
    });
  });

  test("drafts and codes go a month after its last day, answers and panel after two years", async () => {
    const waveId = await approvedWave(team);
    const [first] = await invitedWith(await one(), waveId, 5);
    const sent = await answered(first!.code);
    const sweep = (days: number) =>
      inContext({ role: "job" }, (tx) => sweepWaves(tx, new Date(clock.now() + days * DAY)));
    const left = async () => {
      const tables = ["survey_drafts", "survey_codes", "survey_answers", "survey_panels"];
      const found = [];
      for (const table of tables)
        if ((await db.sql(`SELECT 1 FROM ${table} WHERE wave_id = $1`, [waveId])).length > 0) found.push(table);
      return found;
    };
    await sweep(57 + 29);
    expect(await left()).toHaveLength(4);
    await sweep(57 + 32);
    expect(await left()).toEqual(["survey_answers", "survey_panels"]);
    expect(refusalOf(await returnToAnswer(sent.code, sent.words))).toBe("waves.wrong");
    await sweep(57 + 740);
    expect(await left()).toEqual([]);
  });
});
