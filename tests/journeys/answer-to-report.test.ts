import { beforeAll, describe, expect, test } from "vitest";
import { withdrawReportLink } from "#app/features/cases/receipts/report-links.server.ts";
import { instrumentText } from "#app/features/surveys/instruments/read-instrument.ts";
import { standardInstrument } from "#app/features/surveys/instruments/standard-instrument.server.ts";
import { ownCopyJson } from "#app/features/surveys/responding/own-copy.ts";
import { publishInstrument } from "#app/features/surveys/waves/instrument-store.server.ts";
import { newWordsFor, saveDraft, sendAnswer } from "#app/features/surveys/waves/respondent-commands.server.ts";
import type { WaveId } from "#app/kernel/id.ts";
import { onDatabase } from "../support/database.ts";
import { everyRow, type TracedRow } from "../support/database-traces.ts";
import { TWO_READERS, withJourney } from "../support/journey.ts";
import { newLink } from "../support/receipts.ts";
import type { Walker } from "../support/walker.ts";
import { approvedWave, backTo, invitedWith, newSurveyTeam, openNow, type SurveyTeam } from "../support/waves.ts";
import { wordTraces } from "../support/word-traces.ts";
import { valueFrom } from "../support/world.ts";

const CANARY = "The archive of canary qzx";
const ANSWERS = {
  ...{ q1: "yes", q2: "c2_aggregate", q3: "yes", q11: ["no"], q38: CANARY },
  ...{ q13: { account_closed: "once", account_frozen: "no", transfer_delayed: "once" }, q15: "worse" },
  ...{ q16: ["commercial_bank", "correspondent_bank"], q18: ["risk_appetite"], q19: "never", q29: ["extra_cost"] },
};

onDatabase("postgresql", "from the answers to a survey to a report", (db) => {
  let team: SurveyTeam;
  let wave: WaveId;
  let codes: readonly string[];
  const instrument = standardInstrument();
  const journey = withJourney(db, async () => {
    team = await newSurveyTeam();
    const one = await team.as.one();
    const { digest } = valueFrom(await publishInstrument(one, JSON.parse(instrumentText(instrument))));
    wave = await approvedWave(team, { ...openNow(), instrument: digest });
    codes = (await invitedWith(await team.as.one(), wave, 5)).map(({ code }) => code);
    await newLink(await team.as.one());
  });

  /** Somebody who has answered and sent, at a browser of their own. */
  async function respondent(code: string, options: (typeof TWO_READERS)[number][1]) {
    const { words, ticket } = valueFrom(await newWordsFor(code));
    valueFrom(await saveDraft(ticket, valueFrom(ownCopyJson(instrument, { answers: ANSWERS, panel: null }))));
    valueFrom(await sendAnswer(ticket, { answers: ANSWERS, contact: null }));
    const walker = await journey.walker(options);
    await walker.open("/answer/return");
    await walker.fill({ code, words });
    await walker.press("/answer/check");
    return { walker, words };
  }

  /** Every row of the survey, with the place where it lies and the transaction that wrote it. */
  const surveyRows = (rows: readonly TracedRow[]) =>
    rows
      .filter(({ table }) => table.startsWith("survey_"))
      .map(
        ({ table, xmin, ctid, cells }) =>
          `${table} ${xmin} ${ctid} ${Object.values(cells)
            .map((cell) => Buffer.from(cell).toString("hex"))
            .join(" ")}`,
      )
      .sort();

  describe.each(TWO_READERS)("%s", (name, options) => {
    let walker: Walker;
    let words: string;
    let code: string;

    beforeAll(async () => {
      code = codes[TWO_READERS.findIndex(([other]) => other === name)]!;
      ({ walker, words } = await respondent(code, options));
    });

    test("what is ticked becomes the draft of a report, and nothing on the survey's side is touched", async () => {
      const before = await everyRow(db.sql);
      await walker.follow("/answer/report");
      await walker.tick("take", "listedParties", "affected", "inWriting", "story-q38");
      await walker.tick("one-incident", "account_closed");
      await walker.press(/\/reports\/draft\/[^/]+$/);
      const draft = new URL(walker.page.url()).pathname;
      const after = await everyRow(db.sql);
      expect(surveyRows(after)).toEqual(surveyRows(before));
      const isNew = new Set(before.map(({ table, xmin, ctid }) => `${table} ${xmin} ${ctid}`));
      const made = after.filter(({ table, xmin, ctid }) => !isNew.has(`${table} ${xmin} ${ctid}`));
      expect([...new Set(made.map(({ table }) => table))].sort()).toEqual(["case_drafts", "receipts", "sessions"]);
      const cells = made.flatMap((row) => Object.values(row.cells)).map((cell) => Buffer.from(cell));
      for (const secret of [code, wave, CANARY, ...wordTraces(words)])
        expect(cells.filter((cell) => cell.includes(secret))).toEqual([]);

      await walker.open(`${draft}/check`);
      const checked = await walker.words();
      expect(checked).toContain(CANARY);
      // What was not chosen stays behind.
      expect(await walker.page.locator(`a[href="${draft}/institution-type"]`).count()).toBeGreaterThan(0);
      await walker.open(`${draft}/institution-type`);
      expect(await walker.page.locator("main input:checked").count()).toBe(0);
      await walker.open(`${draft}/incident`);
      expect(await walker.page.locator("main input:checked").inputValue()).toBe("account_closed");
      expect(walker.page.url()).not.toContain(code);
    }, 120_000);

    test("the answers are closed in this browser, nothing was sent, and code and words still open them", async () => {
      await walker.page.goto("/answer/check");
      expect(new URL(walker.page.url()).pathname).toBe("/answer/return");
      const again = await backTo({ code, words });
      expect(again).toMatchObject({ isSent: true, draft: { answers: { answers: ANSWERS } } });
      expect(await db.sql("SELECT 1 FROM cases")).toEqual([]);
      expect(walker.complaints).toEqual([]);
    }, 60_000);
  });

  test("who has not sent yet is led back to the answers, and a team without a link says how to be reached", async () => {
    const { words, ticket } = valueFrom(await newWordsFor(codes[3]!));
    valueFrom(await saveDraft(ticket, valueFrom(ownCopyJson(instrument, { answers: ANSWERS, panel: null }))));
    const early = await journey.walker({ scripts: false });
    await early.open("/answer/return");
    await early.fill({ code: codes[3]!, words });
    await early.press(/\/answer\/(pages|check)/);
    await early.page.goto("/answer/report");
    expect(new URL(early.page.url()).pathname).toBe("/answer/check");
    expect(await early.page.locator('main a[href="/answer/report"]').count()).toBe(0);

    const { walker } = await respondent(codes[4]!, { locale: "en", scripts: false });
    await walker.follow("/answer/report");
    valueFrom(await withdrawReportLink(await team.as.one()));
    await walker.press("/answer/report");
    expect(await walker.page.locator("main [name=take]").count()).toBe(0);
    expect(await walker.words()).toContain("takes no reports without an account");
  }, 120_000);
});
