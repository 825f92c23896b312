import { describe, expect, test } from "vitest";
import { passOn, readAnswers } from "#app/features/surveys/waves/analyst-commands.server.ts";
import { listContacts } from "#app/features/surveys/waves/contacts.server.ts";
import { returnToAnswer, sendAnswer } from "#app/features/surveys/waves/respondent-commands.server.ts";
import { sweepWaves } from "#app/features/surveys/waves/wave-expiry.server.ts";
import { readPanel } from "#app/features/surveys/waves/wave-queries.server.ts";
import { inContext } from "#app/platform/db/in-context.server.ts";
import { DAY } from "../../../support/clock.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { aWaveSuite } from "../../../support/wave-suite.ts";
import { answered, approvedWave, backTo, invitedWith, refusalOf } from "../../../support/waves.ts";
import { valueFrom } from "../../../support/world.ts";

onBothDatabases("a wave of a survey", (db) => {
  const { team, one, analyst, inDays, clock } = aWaveSuite();

  describe("handing over who has answered", () => {
    test("tells the team nothing before ten have answered, and leaves five behind while it is open", async () => {
      const waveId = await approvedWave(team());
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
      const waveId = await approvedWave(team());
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
      const waveId = await approvedWave(team());
      await db.sql(
        `INSERT INTO approvals (id, user_id, subject, text_hash, week)
         VALUES (gen_random_uuid(), $1, $2, decode('01', 'hex'), '2026-03-02')`,
        [team().analyst.userId, `survey-wave/${waveId}`],
      );
      expect(refusalOf(await passOn(await analyst(), waveId))).toBe("waves.knows-the-panel");
      await inDays(60, async () => {
        expect(refusalOf(await readAnswers(await analyst(), waveId))).toBe("waves.knows-the-panel");
      });
    });
  });

  test("drafts and codes go a month after its last day, answers and panel after two years", async () => {
    const waveId = await approvedWave(team());
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
