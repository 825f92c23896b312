import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { lockAccount } from "#app/features/accounts/people/people-commands.server.ts";
import { readAnswers } from "#app/features/surveys/waves/analyst-commands.server.ts";
import { listAnalystWaves } from "#app/features/surveys/waves/analyst-waves.server.ts";
import { drawPanelWords, readPanelWords } from "#app/features/surveys/waves/panel-words.server.ts";
import { readWave } from "#app/features/surveys/waves/wave-queries.server.ts";
import { grantWaveKey, readReaders } from "#app/features/surveys/waves/wave-readers.server.ts";
import type { TeamId, WaveId } from "#app/kernel/id.ts";
import { inContext } from "#app/platform/db/in-context.server.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { aWaveSuite } from "../../../support/wave-suite.ts";
import { answered, approvedWave, invitedWith, refusalOf } from "../../../support/waves.ts";
import { actorFor, newColleague, valueFrom } from "../../../support/world.ts";

const NONE = { ok: false, refusal: { kind: "not-found" } };
const NOT_NOW = "waves.not-now";

onBothDatabases("a wave of a survey", (db) => {
  const { team, one, analyst, inDays } = aWaveSuite();

  describe("reading", () => {
    test("waits until nothing can be changed any more, and counts what the product did not make", async () => {
      const waveId = await approvedWave(team());
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
      const teamId = team().world.setUp.teamId as TeamId;
      const [early, late] = [await approvedWave(team()), await approvedWave(team())];
      const drawn = valueFrom(await drawPanelWords(teamId));
      const other = valueFrom(await drawPanelWords(team().world.setUp.walledTeamId as TeamId));
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
      const waveId = await approvedWave(team());
      const codes = await invitedWith(await one(), waveId, 5);
      for (const { code } of codes) await answered(code);
      const newcomer = await newColleague(team().world, "analyst");
      await inDays(60, async () => {
        await expect(readAnswers(await actorFor(newcomer, "analyst"), waveId)).rejects.toThrow(
          "a key was asked for that the actor does not hold",
        );
      });
    });
  });

  describe("who can read", () => {
    test("an analyst who came later is let in by one who holds the key, and by nobody else", async () => {
      const waveId = await approvedWave(team());
      const codes = await invitedWith(await one(), waveId, 5);
      for (const { code } of codes) await answered(code);
      const [late, later] = [await newColleague(team().world, "analyst"), await newColleague(team().world, "analyst")];
      const as = (person: typeof late) => actorFor(person, "analyst");
      const before = await readReaders(await analyst(), waveId);
      expect(before).toMatchObject({ holdsKey: true });
      expect(before.waiting.map(({ userId }) => userId)).toEqual(expect.arrayContaining([late.userId, later.userId]));
      expect(before.holders.map(({ userId }) => userId)).toContain(team().analyst.userId);
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

    test("a locked analyst who comes back by a new invitation is let in while it is open, and the locked account never", async () => {
      const waveId = await approvedWave(team());
      const codes = await invitedWith(await one(), waveId, 5);
      for (const { code } of codes.slice(0, 3)) await answered(code);
      const gone = await newColleague(team().world, "analyst");
      valueFrom(await grantWaveKey(await analyst(), waveId, gone.userId));
      const administrator = await actorFor(team().world.administrator, "administrator");
      valueFrom(await lockAccount(administrator, gone.userId));
      const back = await newColleague(team().world, "analyst");
      const { holders, waiting } = await readReaders(await analyst(), waveId);
      expect([...holders, ...waiting].map(({ userId }) => userId)).not.toContain(gone.userId);
      expect(waiting.map(({ userId }) => userId)).toContain(back.userId);
      valueFrom(await grantWaveKey(await analyst(), waveId, back.userId));
      expect(refusalOf(await grantWaveKey(await analyst(), waveId, gone.userId))).toBe("waves.no-reader");
      for (const { code } of codes.slice(3)) await answered(code);
      await inDays(60, async () => {
        expect(valueFrom(await readAnswers(await actorFor(back, "analyst"), waveId)).answers).toHaveLength(5);
      });
    });

    test("nobody who coordinates the team, gave a word, is of another team or has left", async () => {
      const waveId = await approvedWave(team());
      const [newcomer, leaver] = [
        await newColleague(team().world, "analyst"),
        await newColleague(team().world, "analyst"),
      ];
      const coordinator = team().world.coordinators[0].userId;
      await db.sql("UPDATE users SET state = 'locked' WHERE id = $1", [leaver.userId]);
      for (const userId of [coordinator, leaver.userId, team().analyst.userId, "nobody"])
        expect(refusalOf(await grantWaveKey(await analyst(), waveId, userId))).toBe("waves.no-reader");
      // A word on the wave shuts out, whatever hat comes later.
      await db.sql("UPDATE approvals SET user_id = $2 WHERE subject = $1 AND user_id = $3", [
        ...[`survey-wave/${waveId}`, newcomer.userId, coordinator],
      ]);
      expect(refusalOf(await grantWaveKey(await analyst(), waveId, newcomer.userId))).toBe("waves.no-reader");
      await expect(readReaders(await one(), waveId)).rejects.toMatchObject({ status: 404 });
      expect(await grantWaveKey(await one(), waveId, newcomer.userId)).toMatchObject(NONE);
      await expect(readReaders(await team().as.walled(), waveId)).rejects.toMatchObject({ status: 404 });
    });

    test("is told to coordinators while somebody can still be let in, and when nobody can any more", async () => {
      const waveId = await approvedWave(team());
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
      const waveId = await approvedWave(team());
      const newcomer = await newColleague(team().world, "analyst");
      const { teamId } = team().world.setUp;
      const wrapped = async (objectId: string, recipientId: string) => {
        const put = inContext({ role: "analyst", user: team().analyst.userId, team: teamId }, (tx) =>
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
      expect(await wrapped(`wave/${waveId}`, team().world.coordinators[0].userId)).toBe(false);
      expect(await wrapped(`wave/${randomUUID()}`, newcomer.userId)).toBe(false);
      expect(await wrapped(`wave/${waveId}`, newcomer.userId)).toBe(true);
    });
  });
});
