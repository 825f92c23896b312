import { beforeAll, describe, expect, test } from "vitest";
import type { QueuePageData } from "#app/features/cases/casework/queue-page.ts";
import { setUrgency } from "#app/features/cases/casework/triage-commands.server.ts";
import { findWorkCase } from "#app/features/cases/casework/work-case-queries.server.ts";
import type { ChosenPageData, NamedResult } from "#app/features/cases/chosen/chosen-page.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import * as queue from "#app/routes/casework/queue.tsx";
import * as chosen from "#app/routes/casework/queue-chosen.tsx";
import * as assign from "#app/routes/casework/queue-chosen-assign.tsx";
import * as urgency from "#app/routes/casework/queue-chosen-urgency.tsx";
import * as filter from "#app/routes/casework/queue-filter.tsx";
import * as filterDelete from "#app/routes/casework/queue-filter-delete.tsx";
import * as filters from "#app/routes/casework/queue-filters.tsx";
import { type CaseTeam, newCaseTeam } from "../../support/case-team.ts";
import { onBothDatabases } from "../../support/database.ts";
import { sendReport } from "../../support/reports.ts";
import { type Cookie, open, send, signedInAs } from "../../support/requests.ts";
import { valueFrom } from "../../support/world.ts";

interface QueueData {
  readonly queue: QueuePageData;
  readonly filters: readonly { readonly id: string; readonly name: string }[];
  readonly formToken: string;
}
type Door = { readonly loader: unknown; readonly action: unknown };

onBothDatabases("the queue, several cases at once and by one's own filters", (db) => {
  let team: CaseTeam;
  let cookie: Cookie;
  let cases: CaseId[];

  beforeAll(async () => {
    team = await newCaseTeam();
    cookie = await signedInAs(team.world.coordinators[0], "intake", team.world.setUp.teamId);
    cases = [];
    for (let count = 0; count < 4; count += 1) cases.push(await sendReport(await team.as.reporter()));
  });

  const look = async (path = "/queue", as = cookie) => (await open<QueueData>(queue.loader, path, { cookie: as })).data;
  const press = async (door: Door, path: string, fields: Record<string, string | string[]>, params = {}) => {
    const { data } = await open<{ formToken: string }>(door.loader as never, path, { cookie, params });
    return send<{ refusal: { fields?: object; code: string } }>(
      door.action as never,
      path,
      { formToken: data.formToken, ...fields },
      { cookie, params },
    );
  };
  const tick = async (...ids: CaseId[]) => {
    const { rows } = (await look()).queue;
    return ids.map((id) => `${id}@${rows.find(({ caseId }) => caseId === id)!.version}`);
  };
  const resultsAt = async (path: string) =>
    (await open<{ results: readonly NamedResult[] }>(chosen.loader, path, { cookie })).data.results;
  const assessment = async (caseId: CaseId) => (await findWorkCase(await team.as.intake(), caseId))!.assessment;

  describe("lines that were ticked", () => {
    test("are shown on the page that asks what they are given, and stand in no address", async () => {
      const { location } = await press(chosen, "/queue/chosen", {
        verb: "assign",
        case: await tick(cases[0]!, cases[1]!),
      });
      expect(location).toMatch(/^\/queue\/chosen\/assign\?view=[\w-]{12}$/);
      const { data } = await open<{ page: ChosenPageData }>(assign.loader, location!, { cookie });
      expect(data.page.rows.map(({ caseId }) => caseId)).toEqual([cases[0], cases[1]]);
      expect(data.page.leads).toMatchObject([{ handle: team.lead.handle }]);
      const none = await press(assign, location!, {});
      expect(none).toMatchObject({ status: 422, data: { refusal: { fields: { lead: "chosen.lead.required" } } } });
      expect((await assessment(cases[0]!)).assignedUserId).toBeNull();
      const done = await press(assign, location!, { lead: team.lead.userId });
      expect(await resultsAt(done.location!)).toMatchObject([{ code: null }, { code: null }]);
      expect((await assessment(cases[0]!)).assignedUserId).toBe(team.lead.userId);
      expect((await findWorkCase(await team.as.lead(), cases[1]!))?.id).toBe(cases[1]);
    });

    test("a case that somebody has changed meanwhile stays as it is and says so; the others are done", async () => {
      const ticked = await tick(cases[2]!, cases[3]!);
      const { location } = await press(chosen, "/queue/chosen", { verb: "urgency", case: ticked });
      const form = { version: 1, urgency: "u1_24h", reason: "they rang" } as const;
      valueFrom(await setUrgency(await team.as.intake(), cases[2]!, form));
      const fields = { urgency: "u4_next_review", reason: "" };
      expect(await press(urgency, location!, fields)).toMatchObject({ status: 422 });
      const done = await press(urgency, location!, { ...fields, reason: "over" });
      const results = await resultsAt(done.location!);
      expect(results.map(({ caseId, code }) => [caseId, code])).toEqual([
        [cases[2], "case.changed-meanwhile"],
        [cases[3], null],
      ]);
      expect(results.every(({ reference }) => reference.startsWith("TH-"))).toBe(true);
      expect((await assessment(cases[2]!)).urgency).toBe("u1_24h");
      expect((await assessment(cases[3]!)).urgency).toBe("u4_next_review");
    });

    test("the same press sent twice is done once, and gives the same answer", async () => {
      const { location } = await press(chosen, "/queue/chosen", { verb: "urgency", case: await tick(cases[3]!) });
      const { data } = await open<{ formToken: string }>(urgency.loader, location!, { cookie });
      const fields = { formToken: data.formToken, urgency: "u3_10d", reason: "again" };
      for (const _press of [1, 2]) {
        const done = await send(urgency.action, location!, fields, { cookie });
        expect(await resultsAt(done.location!)).toMatchObject([{ caseId: cases[3], code: null }]);
      }
      const work = await findWorkCase(await team.as.intake(), cases[3]!);
      expect(work!.notes.filter(({ details }) => JSON.stringify(details).includes("again"))).toHaveLength(1);
    });

    test("the first of the list are taken as the filters show it; what no box sends is left out", async () => {
      const first = await press(chosen, "/queue/chosen", { verb: "urgency", first: "yes", urgency: "u1_24h" });
      const { data } = await open<{ page: ChosenPageData }>(urgency.loader, first.location!, { cookie });
      expect(data.page.rows.map(({ caseId }) => caseId)).toEqual([cases[2]]);
      const none = await press(chosen, "/queue/chosen", { verb: "urgency", case: ["nothing", `${cases[0]}@x`] });
      const empty = await open<{ page: ChosenPageData }>(urgency.loader, none.location!, { cookie });
      expect(empty.data.page.rows).toEqual([]);
      expect(await press(chosen, "/queue/chosen", { case: [] })).toMatchObject({ status: 422 });
    });

    test("another team's cases are out of reach", async () => {
      const other = await signedInAs(team.world.coordinators[1], "intake", team.world.setUp.walledTeamId);
      const { data } = await open<QueueData>(queue.loader, "/queue", { cookie: other });
      const fields = { formToken: data.formToken, verb: "urgency", case: `${cases[0]}@2` };
      const { location } = await send(chosen.action, "/queue/chosen", fields, { cookie: other });
      const page = await open<{ page: ChosenPageData; formToken: string }>(urgency.loader, location!, {
        cookie: other,
      });
      expect(page.data.page.rows).toEqual([]);
      const form = { formToken: page.data.formToken, urgency: "u1_24h", reason: "theirs" };
      const done = await send(urgency.action, location!, form, { cookie: other });
      const told = await open<{ results: readonly NamedResult[] }>(chosen.loader, done.location!, { cookie: other });
      expect(told.data.results).toMatchObject([{ code: "case.none" }]);
    });
  });

  describe("one's own filters", () => {
    const idOf = async (name: string) => (await look()).filters.find((one) => one.name === name)!.id;

    test("are kept under a name with what no address may hold, and shown again by a button", async () => {
      const hiding = await press(queue, "/queue", { assigned: team.lead.userId, sort: "received" });
      const view = hiding.location!.split("view=")[1]!;
      const home = await press(filters, `/queue/filters?sort=received&view=${view}`, {
        name: "  What the lead has ",
        sort: "received",
        view,
      });
      expect(home.location).toBe(hiding.location);
      const shown = await press(queue, "/queue", { filter: await idOf("What the lead has") });
      expect(shown.location).toMatch(/^\/queue\?sort=received&view=[\w-]{12}$/);
      const { queue: seen } = await look(shown.location!);
      expect(seen.hidden.assigned).toBe(team.lead.userId);
      expect(seen.rows).toHaveLength(2);
    });

    test("nothing of them is readable in the database", async () => {
      const rows = await db.sql("SELECT encode(sealed, 'escape') AS text FROM desk_items");
      expect(rows).toHaveLength(1);
      expect(JSON.stringify(rows)).not.toContain("What the lead has");
    });

    test("are renamed and deleted; a name is wanted", async () => {
      const filterId = await idOf("What the lead has");
      const path = `/queue/filters/${filterId}`;
      const wrong = await press(filter, path, { name: " " }, { filterId });
      expect(wrong).toMatchObject({ status: 422, data: { refusal: { fields: { name: "desk.name.required" } } } });
      expect((await press(filter, path, { name: "للمسؤول" }, { filterId })).location).toBe("/queue/filters");
      expect((await look()).filters).toMatchObject([{ id: filterId, name: "للمسؤول" }]);
      expect((await press(filterDelete, path, {}, { filterId })).location).toBe("/queue/filters");
      expect((await look()).filters).toEqual([]);
      expect((await open(filter.loader, path, { cookie, params: { filterId } })).status).toBe(404);
    });

    test("are nobody else's, and at most twenty", async () => {
      for (let count = 1; count <= 20; count += 1)
        expect((await press(filters, "/queue/filters?status=all", { name: `F${count}`, status: "all" })).status).toBe(
          302,
        );
      const one = await press(filters, "/queue/filters?status=all", { name: "F21", status: "all" });
      expect(one).toMatchObject({ status: 409, data: { refusal: { code: "desk.too-many" } } });
      const other = await signedInAs(team.world.coordinators[1], "intake", team.world.setUp.teamId);
      expect((await look("/queue", other)).filters).toEqual([]);
      const filterId = await idOf("F1");
      const asked = { cookie: other, params: { filterId } };
      expect((await open(filter.loader, `/queue/filters/${filterId}`, asked)).status).toBe(404);
      expect((await look("/queue?view=AAAAAAAAAAAA")).queue.hidden).toEqual({
        institutionCountry: null,
        assigned: "any",
      });
    });
  });
});
