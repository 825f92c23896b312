import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { moveBehindWall } from "#app/features/cases/casework/wall-commands.server.ts";
import { agreeToList, askForList } from "#app/features/cases/lists/list-commands.server.ts";
import { listFile, readLists, type WholeList } from "#app/features/cases/lists/lists-page.server.ts";
import { eraseCase } from "#app/features/cases/reporting/erasure-commands.server.ts";
import { withdrawCase } from "#app/features/cases/reporting/report-commands.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import * as list from "#app/routes/casework/queue-list.tsx";
import * as remove from "#app/routes/casework/queue-list-delete.tsx";
import * as file from "#app/routes/casework/queue-list-file.tsx";
import * as lists from "#app/routes/casework/queue-lists.tsx";
import { type CaseTeam, newCaseTeam } from "../../support/case-team.ts";
import { onBothDatabases } from "../../support/database.ts";
import { sendReport } from "../../support/reports.ts";
import { type Cookie, open, send, signedInAs } from "../../support/requests.ts";
import { actorFor, valueFrom } from "../../support/world.ts";

onBothDatabases("a list of several cases", (db) => {
  let team: CaseTeam;
  let asking: Cookie;
  let agreeing: Cookie;
  let cases: CaseId[];

  beforeAll(async () => {
    team = await newCaseTeam();
    const { coordinators, setUp } = team.world;
    asking = await signedInAs(coordinators[0], "intake", setUp.teamId);
    agreeing = await signedInAs(coordinators[1], "intake", setUp.teamId);
    cases = [await sendReport(await team.as.reporter()), await sendReport(await team.as.reporter())];
  });

  const second = () => actorFor(team.world.coordinators[1], "intake", team.world.setUp.teamId);
  const ask = async (...ids: CaseId[]) => {
    const chosen = ids.map((caseId) => ({ caseId, version: 1 }));
    return valueFrom(await askForList(await team.as.intake(), chosen, "en")).listId;
  };
  const asked = (cookie: Cookie, listId: string) => ({ cookie, params: { listId } });
  const look = async (listId: string, cookie = asking) =>
    (await open<{ list: WholeList; formToken: string }>(list.loader, "/list", asked(cookie, listId))).data;
  const refusedTo = async (listId: string, cookie: Cookie) =>
    (await open(file.loader, `/queue/lists/${listId}/file`, asked(cookie, listId))).status;
  const agree = async (listId: string, cookie: Cookie) => {
    const { formToken } = await look(listId, cookie);
    return send<{ refusal: { code: string } }>(
      list.action,
      `/queue/lists/${listId}`,
      { formToken },
      asked(cookie, listId),
    );
  };

  test("is no file before a second person has agreed, and only who asked gets it then", async () => {
    const listId = await ask(...cases);
    expect(await look(listId)).toMatchObject({ list: { count: 2, isMine: true, isAgreed: false } });
    expect(await refusedTo(listId, asking)).toBe(404);
    expect((await agree(listId, asking)).data.refusal.code).toBe("lists.second-person-required");
    expect(await refusedTo(listId, asking)).toBe(404);
    expect(await look(listId, agreeing)).toMatchObject({
      list: { isMine: false, by: team.world.coordinators[0].handle },
    });
    expect((await agree(listId, agreeing)).location).toBe("/queue/lists");
    expect(await refusedTo(listId, agreeing)).toBe(404);
    const answer = await listFile(await team.as.intake(), listId);
    expect(answer.headers.get("Content-Disposition")).toBe('attachment; filename="tlp-red-cases.csv"');
    const lines = (await answer.text()).trim().split("\r\n");
    expect(lines[0]).toContain('"Reference"');
    expect(lines).toHaveLength(3);
    expect(lines.slice(1).every((line) => line.startsWith('"TH-') && line.endsWith('"TLP:RED"'))).toBe(true);
    expect(lines[1]).toContain('"Notice of account closure","Commercial bank, DE","Received"');
  });

  test("is read by nobody at rest, and found by no other team", async () => {
    const listId = await ask(cases[0]!);
    const [row] = await db.sql("SELECT encode(sealed || content, 'escape') AS text FROM case_lists WHERE id = $1", [
      listId,
    ]);
    expect(row!.text).not.toMatch(/TH-|account closure/);
    const walled = await signedInAs(team.world.coordinators[1], "intake", team.world.setUp.walledTeamId);
    expect((await open(list.loader, "/list", asked(walled, listId))).status).toBe(404);
    expect((await open<{ lists: object[] }>(lists.loader, "/lists", { cookie: walled })).data.lists).toEqual([]);
    expect(await agreeToList(await team.as.walledIntake(), listId)).toMatchObject({ refusal: { code: "lists.none" } });
  });

  test("what lies plain of it lets nobody try what the facets of a case are", async () => {
    const listId = await ask(cases[0]!);
    const { content } = (await look(listId)).list;
    const approvals = await db.sql("SELECT text_hash FROM approvals WHERE subject = $1", [`case-list/${listId}`]);
    const guess = createHash("sha256")
      .update(content ?? "")
      .digest("hex");
    expect(approvals.map(({ text_hash: hash }) => Buffer.from(hash as Uint8Array).toString("hex"))).not.toContain(
      guess,
    );
    expect(approvals).toHaveLength(1);
  });

  test("an approval is worth nothing for another text", async () => {
    const listId = await ask(cases[0]!);
    valueFrom(await agreeToList(await second(), listId));
    await db.sql("UPDATE approvals SET text_hash = '\\x00' WHERE subject = $1 AND user_id = $2", [
      `case-list/${listId}`,
      team.world.coordinators[1].userId,
    ]);
    expect(await refusedTo(listId, asking)).toBe(404);
  });

  test("holds another team's cases never, is deleted by a button, and waits seven days at most", async () => {
    const nothing = await askForList(await team.as.walledIntake(), [{ caseId: cases[0]!, version: 1 }], "en");
    expect(nothing).toMatchObject({ refusal: { code: "lists.empty" } });
    const listId = await ask(cases[0]!);
    const { formToken } = await look(listId, agreeing);
    await send(remove.action, `/queue/lists/${listId}/delete`, { formToken }, asked(agreeing, listId));
    expect((await open(list.loader, "/list", asked(asking, listId))).status).toBe(404);
  });

  test("holds no case that was withdrawn, and leaves no more once one of its own is", async () => {
    const [staying, leaving] = [await sendReport(await team.as.reporter()), await sendReport(await team.as.reporter())];
    const listId = await ask(staying, leaving);
    valueFrom(await agreeToList(await second(), listId));
    const other = await ask(leaving);
    valueFrom(await withdrawCase(await team.as.reporter(), leaving));
    expect(await refusedTo(listId, asking)).toBe(404);
    expect((await open(list.loader, "/list", asked(agreeing, listId))).status).toBe(404);
    expect((await readLists(await team.as.intake())).map(({ id }) => id)).not.toContain(listId);
    expect(await agreeToList(await second(), other)).toMatchObject({ refusal: { code: "lists.none" } });
    expect((await look(await ask(staying, leaving))).list.count).toBe(1);
    expect(await db.sql("SELECT id FROM case_lists WHERE id = ANY ($1)", [[listId, other]])).toEqual([]);
  });

  test("goes with each case that is erased or moved behind the wall", async () => {
    const leaving = await sendReport(await team.as.reporter());
    const erased = await sendReport(await team.as.reporter());
    await ask(leaving);
    valueFrom(await moveBehindWall(await team.as.intake(), leaving, { version: 1, reason: "listed" }));
    expect(await readLists(await team.as.intake())).toEqual([]);
    await ask(erased);
    valueFrom(await withdrawCase(await team.as.reporter(), erased));
    valueFrom(await eraseCase(await team.as.reporter(), erased));
    expect(await readLists(await team.as.intake())).toEqual([]);
  });
});
