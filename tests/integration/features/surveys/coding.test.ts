import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { chooseList, codeText, openTexts, settleText } from "#app/features/surveys/coding/coding-commands.server.ts";
import { agreementPage, codedTexts, codePage, textsPage } from "#app/features/surveys/coding/coding-pages.server.ts";
import { writeCoding } from "#app/features/surveys/coding/coding-rows.server.ts";
import type { WaveId } from "#app/kernel/id.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { closedSurvey } from "../../../support/survey-results.ts";
import { newSurveyTeam, refusalOf, type SurveyTeam } from "../../../support/waves.ts";
import { actorFor, newColleague, valueFrom } from "../../../support/world.ts";

onBothDatabases("coding the texts of a survey", (db) => {
  let team: SurveyTeam;
  let actors: Record<"first" | "second" | "third" | "intake", Actor>;
  let wave: WaveId;

  beforeAll(async () => {
    team = await newSurveyTeam();
    const colleagues = [await newColleague(team.world, "analyst"), await newColleague(team.world, "analyst")];
    const [second, third] = await Promise.all(colleagues.map((one) => actorFor(one, "analyst")));
    actors = {
      ...{ first: await team.as.analyst(), second: second!, third: third! },
      intake: await team.as.one(),
    };
  });

  beforeEach(async () => {
    wave = await closedSurvey(team, { invited: 5, answers: 3 });
  }, 60_000);

  const textOf = async (actor: Actor) => (await codePage(actor, wave, "q38", "en")).text;
  async function codeAll(actor: Actor, codesOf: (place: number) => readonly string[]): Promise<string[]> {
    valueFrom(await openTexts(actor, wave));
    const marks: string[] = [];
    for (let text = await textOf(actor); text; text = await textOf(actor)) {
      valueFrom(await codeText(actor, wave, "q38", { mark: text.mark, codes: [...codesOf(marks.length)] }));
      marks.push(text.mark);
    }
    return marks;
  }
  const chosen = async () => {
    valueFrom(await openTexts(actors.first, wave));
    valueFrom(await chooseList(actors.first, wave, "q38", "consequence"));
  };

  describe("the texts", () => {
    test("are open to whoever opened them in this sitting, and their order is each coder's own", async () => {
      expect((await textsPage(actors.first, wave, "en")).frame.is).toBe("sealed");
      await chosen();
      expect((await textsPage(actors.first, wave, "en")).frame.is).toBe("open");
      expect((await textsPage(actors.second, wave, "en")).frame.is).toBe("sealed");
      expect(await textOf(actors.second)).toBeNull();
    });
    test("are no coordinator's, neither to open nor to code", async () => {
      await chosen();
      expect(refusalOf(await openTexts(actors.intake, wave))).toBe("waves.none");
      expect(refusalOf(await codeText(actors.intake, wave, "q38", { mark: "0".repeat(32), codes: [] }))).toBe(
        "waves.none",
      );
      await expect(textsPage(actors.intake, wave, "en")).rejects.toMatchObject({ status: 404 });
    });
    test("lie in no table, nor how many there are", async () => {
      await chosen();
      await codeAll(actors.first, () => ["staff_unpaid"]);
      const [row] = await db.sql("SELECT length(sealed) AS size, encode(sealed, 'escape') AS text FROM survey_codings");
      expect(String(row!.text)).not.toContain("staff_unpaid");
      const { first } = actors;
      await withActor(first, async (tx) => {
        const own = { version: 1, content: { questions: { q38: {} } } };
        await tx.surveyCoding.updateMany({ where: { waveId: wave }, data: { version: 1 } });
        expect(await writeCoding(first, tx, wave, own)).toBe(true);
      });
      const [again] = await db.sql("SELECT length(sealed) AS size FROM survey_codings");
      expect(again!.size).toBe(row!.size);
    });
  });

  describe("a list of codes", () => {
    test("is needed first, knows its codes, and stays once a text has one", async () => {
      valueFrom(await openTexts(actors.first, wave));
      valueFrom(await chooseList(actors.first, wave, "q38", "remedy"));
      valueFrom(await chooseList(actors.first, wave, "q38", "consequence"));
      const { mark } = (await textOf(actors.first))!;
      expect(refusalOf(await codeText(actors.first, wave, "q38", { mark, codes: ["ombudsman"] }))).toBe(
        "coding.not-a-code",
      );
      expect(refusalOf(await codeText(actors.first, wave, "q38", { mark: "0".repeat(32), codes: [] }))).toBe(
        "coding.no-text",
      );
      valueFrom(await codeText(actors.first, wave, "q38", { mark, codes: [] }));
      expect(refusalOf(await chooseList(actors.first, wave, "q38", "remedy"))).toBe("coding.list-fixed");
      expect(refusalOf(await codeText(actors.first, wave, "q25_text", { mark, codes: [] }))).toMatch(/coding\.no-/);
    });
  });

  describe("two coders", () => {
    test("see nothing of each other before both are done, and a third has no place", async () => {
      await chosen();
      await codeAll(actors.first, () => ["staff_unpaid"]);
      expect((await agreementPage(actors.first, wave, "q38", "en")).agreement).toBeNull();
      expect(refusalOf(await settleText(actors.first, wave, "q38", { mark: "0".repeat(32), codes: [] }))).toBe(
        "coding.not-both-done",
      );
      valueFrom(await openTexts(actors.second, wave));
      const text = (await textOf(actors.second))!;
      valueFrom(await codeText(actors.second, wave, "q38", { mark: text.mark, codes: [] }));
      expect((await agreementPage(actors.second, wave, "q38", "en")).agreement).toBeNull();
      expect(JSON.stringify(await codePage(actors.second, wave, "q38", "en"))).not.toMatch(/"codes"|theirs/);
      valueFrom(await openTexts(actors.third, wave));
      expect((await codePage(actors.third, wave, "q38", "en")).standing.step).toBe("full");
      expect(refusalOf(await codeText(actors.third, wave, "q38", { mark: text.mark, codes: [] }))).toBe(
        "coding.two-code",
      );
    });

    test("settle where they differ; what each gave at first stays, and only then does it count", async () => {
      await chosen();
      await codeAll(actors.first, () => ["staff_unpaid"]);
      const marks = await codeAll(actors.second, (place) =>
        (place === 0 ? ["staff_unpaid", "programme_stopped"] : ["staff_unpaid"]).filter(
          (code) => place === 0 || code === "staff_unpaid",
        ),
      );
      expect(refusalOf(await codeText(actors.second, wave, "q38", { mark: marks[0]!, codes: [] }))).toBe(
        "coding.no-text",
      );
      const before = await agreementPage(actors.second, wave, "q38", "en");
      expect(before).toMatchObject({ unsettled: 1, differing: { mark: marks[0], theirs: ["staff_unpaid"] } });
      expect(Object.keys((await codedTexts(actors.second, wave)).q38!.codes)).toHaveLength(2);
      expect(refusalOf(await settleText(actors.second, wave, "q38", { mark: marks[1]!, codes: [] }))).toBe(
        "coding.no-text",
      );
      valueFrom(await openTexts(actors.third, wave));
      expect(refusalOf(await settleText(actors.third, wave, "q38", { mark: marks[0]!, codes: [] }))).toBe(
        "coding.two-code",
      );
      valueFrom(await settleText(actors.first, wave, "q38", { mark: marks[0]!, codes: ["staff_unpaid"] }));
      const after = await agreementPage(actors.second, wave, "q38", "en");
      expect(after).toMatchObject({ unsettled: 0, differing: null });
      expect(after.agreement).toEqual(before.agreement);
      expect((await codedTexts(actors.first, wave)).q38!.codes[marks[0]!]).toEqual(["staff_unpaid"]);
    });

    test("cannot write for each other, in the database neither", async () => {
      await chosen();
      await codeAll(actors.first, () => []);
      const forged = {
        waveId: wave,
        coderId: actors.first.userId,
        version: 9,
        keyVersion: 1,
        sealed: new Uint8Array(1),
      };
      await expect(withActor(actors.second, (tx) => tx.surveyCoding.createMany({ data: forged }))).rejects.toThrow();
      const { count } = await withActor(actors.second, (tx) =>
        tx.surveyCoding.updateMany({ where: { waveId: wave }, data: { version: 9 } }),
      );
      expect(count).toBe(0);
    });
  });
});
