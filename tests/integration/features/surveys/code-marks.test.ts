import { beforeAll, expect, test } from "vitest";
import { replaceCode } from "#app/features/surveys/waves/panel-commands.server.ts";
import { findWaveByCode } from "#app/features/surveys/waves/respondent-wave.server.ts";
import { readPanel } from "#app/features/surveys/waves/wave-queries.server.ts";
import type { WaveId } from "#app/kernel/id.ts";
import { heldClock } from "../../../support/clock.ts";
import { onDatabase } from "../../../support/database.ts";
import { answered, approvedWave, invitedWith, newSurveyTeam, type SurveyTeam } from "../../../support/waves.ts";
import { valueFrom } from "../../../support/world.ts";

onDatabase("postgresql", "the rows of codes on the disk", (db) => {
  heldClock();
  let team: SurveyTeam;
  let waveId: WaveId;

  beforeAll(async () => {
    const [{ name }] = (await db.sql("SELECT current_database()::text AS name")) as [{ name: string }];
    // As on a real server: what is committed is written, so that a row may be marked as soon as it is read.
    await db.sql(`ALTER DATABASE ${name} SET synchronous_commit = on`);
    await db.sql("CREATE EXTENSION pageinspect");
    team = await newSurveyTeam();
    waveId = await approvedWave(team);
  });

  /** The flags of each row that is there, as the disk has them. */
  const flags = async () => {
    const rows = await db.sql(`
      SELECT t_infomask::int AS flags FROM generate_series(0, pg_relation_size('survey_codes') / 8192 - 1) AS page,
        heap_page_items(get_raw_page('survey_codes', page::int)) WHERE t_xmax::text = '0'`);
    return rows.map((row) => Number(row.flags));
  };

  test("do not say which code was looked at, nor with which somebody has answered", async () => {
    const codes = (await invitedWith(await team.as.one(), waveId, 8)).map(({ code }) => code);
    const untouched = await flags();
    expect(untouched).toHaveLength(8);
    expect(new Set(untouched).size).toBe(1);
    await findWaveByCode(codes[0]!);
    for (const code of codes.slice(1, 4)) await answered(code);
    expect(await flags()).toEqual(untouched);
  });

  test("do not say so of a code that took another's place", async () => {
    const { invited, version } = await readPanel(await team.as.one(), waveId);
    const before = { version, invitedId: invited[5]!.id };
    const { code } = valueFrom(await replaceCode(await team.as.one(), waveId, before));
    const untouched = await flags();
    expect(new Set(untouched).size).toBe(1);
    await findWaveByCode(code);
    expect(await flags()).toEqual(untouched);
  });
});
