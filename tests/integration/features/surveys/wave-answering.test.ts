import { describe, expect, test } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { beginSurveyByLink } from "#app/features/surveys/responding/survey-commands.server.ts";
import { readAnswers } from "#app/features/surveys/waves/analyst-commands.server.ts";
import {
  newWordsFor,
  returnToAnswer,
  saveDraft,
  sendAnswer,
} from "#app/features/surveys/waves/respondent-commands.server.ts";
import { beginByLink, findWaveByCode, findWaveByLink } from "#app/features/surveys/waves/respondent-wave.server.ts";
import { moveClosing } from "#app/features/surveys/waves/wave-closing.server.ts";
import { closeWave } from "#app/features/surveys/waves/wave-commands.server.ts";
import { sweepWaves } from "#app/features/surveys/waves/wave-expiry.server.ts";
import { makeWaveLink, withdrawWaveLink } from "#app/features/surveys/waves/wave-links.server.ts";
import { listWaves, readWave } from "#app/features/surveys/waves/wave-queries.server.ts";
import { inContext } from "#app/platform/db/in-context.server.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { aWaveSuite } from "../../../support/wave-suite.ts";
import { answered, approvedWave, backTo, invitedWith, refusalOf } from "../../../support/waves.ts";
import { valueFrom } from "../../../support/world.ts";

const NOT_NOW = "waves.not-now";

onBothDatabases("a wave of a survey", (db) => {
  const { team, one, other, analyst, stateOf, inDays, clock } = aWaveSuite();

  /** The queue of slow work is full for as long as this takes. */
  const whileAllAreWaiting = async <T>(work: () => Promise<T>): Promise<T> => {
    const place = Symbol.for("thaw.slow-derivation");
    const queue = (globalThis as unknown as Record<symbol, { running: number; waiting: (() => void)[] }>)[place]!;
    queue.running += 2;
    queue.waiting.push(...Array.from({ length: 16 }, () => () => undefined));
    try {
      return await work();
    } finally {
      queue.running -= 2;
      queue.waiting.length = 0;
    }
  };

  describe("answering", () => {
    test("what was saved comes back with code and words, and can be changed until it closes", async () => {
      const waveId = await approvedWave(team());
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
      const waveId = await approvedWave(team());
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
      const waveId = await approvedWave(team());
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
      const waveId = await approvedWave(team());
      const [first] = await invitedWith(await one(), waveId, 5);
      for (let begun = 0; begun < 10; begun += 1) valueFrom(await newWordsFor(first!.code));
      expect(refusalOf(await newWordsFor(first!.code))).toBe("rate-limited");
    });

    test("what fills no room is refused, and nothing of it is kept", async () => {
      const waveId = await approvedWave(team());
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
      const waveId = await approvedWave(team(), { opensOn: "2026-03-06", closesOn: "2026-03-08" });
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
      const waveId = await approvedWave(team());
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
      const waveId = await approvedWave(team());
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
      const waveId = await approvedWave(team());
      const { code: link } = valueFrom(await makeWaveLink(await one(), waveId));
      const taken = async () =>
        (await db.sql(`SELECT count(*)::int AS taken FROM survey_codes WHERE wave_id = '${waveId}'`))[0];
      const begun = await whileAllAreWaiting(() =>
        Promise.all(Array.from({ length: 8 }, () => beginSurveyByLink(link))),
      );
      expect(begun.map(refusalOf)).toEqual(Array(8).fill("busy"));
      expect(await taken()).toEqual({ taken: 0 });
      valueFrom(await beginSurveyByLink(link));
      expect(await taken()).toEqual({ taken: 1 });
    });
  });
});
