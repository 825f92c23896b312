import { describe, expect, test } from "vitest";
import { passOn, readAnswers } from "#app/features/surveys/waves/analyst-commands.server.ts";
import {
  addToPanel,
  giveOutCodes,
  removeFromPanel,
  replaceCode,
} from "#app/features/surveys/waves/panel-commands.server.ts";
import { findWaveByCode } from "#app/features/surveys/waves/respondent-wave.server.ts";
import { draftWave } from "#app/features/surveys/waves/wave-commands.server.ts";
import { makeWaveLink } from "#app/features/surveys/waves/wave-links.server.ts";
import { readPanel } from "#app/features/surveys/waves/wave-queries.server.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { aWaveSuite } from "../../../support/wave-suite.ts";
import { A_QUESTIONNAIRE, answered, approvedWave, aWaveForm, invitedWith, refusalOf } from "../../../support/waves.ts";
import { valueFrom } from "../../../support/world.ts";

const NOT_NOW = "waves.not-now";

onBothDatabases("a wave of a survey", (db) => {
  const { team, one, other, analyst, inDays } = aWaveSuite();

  describe("its panel and codes", () => {
    test("names stand on it once, and who has no code can be taken off", async () => {
      const waveId = await approvedWave(team());
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
      const waveId = await approvedWave(team());
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
      const waveId = await approvedWave(team());
      const [first] = await invitedWith(await one(), waveId, 5);
      expect(await findWaveByCode(first!.code)).not.toBeNull();
      await db.sql("UPDATE survey_codes SET by_link = true WHERE wave_id = $1", [waveId]);
      expect(await findWaveByCode(first!.code)).toBeNull();
      expect(await findWaveByCode("0000-0000-0000-0000-0000")).toBeNull();
      expect(await findWaveByCode("not a code")).toBeNull();
    });

    test("a wave that was turned to another team or other days takes nobody in", async () => {
      const waveId = await approvedWave(team());
      const [first] = await invitedWith(await one(), waveId, 5);
      await db.sql(`UPDATE survey_waves SET facts = jsonb_set(facts, '{closesOn}', '"2029-01-01"') WHERE id = $1`, [
        waveId,
      ]);
      expect(await findWaveByCode(first!.code)).toBeNull();
    });
  });

  describe("a lost code", () => {
    test("opens nothing any more; what it sent counts until the new one sends, and nobody is told which", async () => {
      const waveId = await approvedWave(team());
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
      const waveId = await approvedWave(team());
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
});
