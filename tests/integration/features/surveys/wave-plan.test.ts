import { describe, expect, test } from "vitest";
import { passOn, readAnswers } from "#app/features/surveys/waves/analyst-commands.server.ts";
import {
  discardInstrumentDraft,
  listInstrumentDrafts,
  saveInstrumentDraft,
} from "#app/features/surveys/waves/instrument-drafts.server.ts";
import { listInstruments } from "#app/features/surveys/waves/instrument-store.server.ts";
import { addToPanel, giveOutCodes } from "#app/features/surveys/waves/panel-commands.server.ts";
import { approveWave, changeWave, discardWave, draftWave } from "#app/features/surveys/waves/wave-commands.server.ts";
import { makeWaveLink } from "#app/features/surveys/waves/wave-links.server.ts";
import { listWaves, readWave } from "#app/features/surveys/waves/wave-queries.server.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { keysOf, type WrapRow } from "../../../support/key-reach.ts";
import { aWaveSuite } from "../../../support/wave-suite.ts";
import { A_QUESTIONNAIRE, approvedWave, aWaveForm, refusalOf, waveWord } from "../../../support/waves.ts";
import { actorFor, valueFrom } from "../../../support/world.ts";

const NONE = { ok: false, refusal: { kind: "not-found" } };
const NOT_NOW = "waves.not-now";

onBothDatabases("a wave of a survey", (db) => {
  const { team, one, other, analyst, stateOf } = aWaveSuite();

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
        team().world.coordinators[1].userId,
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
      const waveId = await approvedWave(team());
      const walled = await team().as.walled();
      expect(await listWaves(walled)).toEqual([]);
      await expect(readWave(walled, waveId)).rejects.toMatchObject({ status: 404 });
      for (const person of [walled, await analyst(), await actorFor(team().world.guardians[0], "guardian")]) {
        expect(await makeWaveLink(person, waveId)).toMatchObject(NONE);
        expect(await giveOutCodes(person, waveId, { version: 0 })).toMatchObject(NONE);
      }
      for (const person of [await one(), await actorFor(team().world.guardians[0], "guardian")]) {
        expect(await passOn(person, waveId)).toMatchObject(NONE);
        expect(await readAnswers(person, waveId)).toMatchObject(NONE);
      }
    });

    test("its key is the analysts' alone, and no coordinator's, guardian's or administrator's", async () => {
      const waveId = await approvedWave(team());
      const wraps = (await db.sql("SELECT * FROM wraps")) as unknown as WrapRow[];
      const { guardians, coordinators, administrator } = team().world;
      const holds = (person: Parameters<typeof keysOf>[0]) => keysOf(person, wraps).has(`group:wave/${waveId}`);
      expect(holds(team().analyst)).toBe(true);
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
      const { coordinators, setUp } = team().world;
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
      expect(await listInstrumentDrafts(await team().as.walled())).toEqual([]);
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
});
