import { beforeAll, expect, test } from "vitest";
import { assignCase } from "#app/features/cases/casework/assign-commands.server.ts";
import type { QueuePageData } from "#app/features/cases/casework/queue-page.ts";
import { setUrgency } from "#app/features/cases/casework/triage-commands.server.ts";
import { insertSyntheticCases } from "#app/features/cases/demo/demo-cases.server.ts";
import { withdrawCase } from "#app/features/cases/reporting/report-commands.server.ts";
import { action, loader } from "#app/routes/casework/queue.tsx";
import { type CaseTeam, newCaseTeam } from "../../support/case-team.ts";
import { onBothDatabases } from "../../support/database.ts";
import { sendReport } from "../../support/reports.ts";
import { type Cookie, open, send, signedInAs } from "../../support/requests.ts";
import { actorFor, newReporter, valueFrom } from "../../support/world.ts";

interface Data {
  readonly queue: QueuePageData;
  readonly formToken: string;
}

onBothDatabases("the queue", (db) => {
  let team: CaseTeam;
  let cookie: Cookie;

  beforeAll(async () => {
    team = await newCaseTeam();
    cookie = await signedInAs(team.world.coordinators[0], "intake", team.world.setUp.teamId);
  });

  const look = async (path = "/queue") => (await open<Data>(loader, path, { cookie })).data;
  const filter = async (fields: Record<string, string>) => {
    const { formToken } = await look();
    return send(action, "/queue", { formToken, ...fields }, { cookie });
  };
  const ids = ({ queue }: Data) => queue.rows.map(({ caseId }) => caseId);

  test("is for intake alone; others find nothing there, and visitors are asked to sign in", async () => {
    const others = { cookie: await signedInAs(team.lead, "lead") };
    expect((await open(loader, "/queue", others)).status).toBe(404);
    expect(await open(loader, "/queue")).toMatchObject({ status: 302, location: "/sign-in" });
  });

  test("without any case counts nothing and says so", async () => {
    const { queue } = await look();
    expect(queue).toMatchObject({ rows: [], total: 0, counts: { all: 0, open: 0, overdue: 0, new: 0 } });
  });

  test("puts on top what cannot wait, with the day it is due", async () => {
    const later = await sendReport(await team.as.reporter());
    const danger = await sendReport(await team.as.reporter(), { danger: { dangerToPersons: "yes" } });
    const data = await look();
    expect(ids(data)).toEqual([danger, later]);
    expect(data.queue.counts).toEqual({ all: 2, open: 2, overdue: 0, new: 2 });
    expect(data.queue.rows[0]).toMatchObject({
      reference: expect.stringMatching(/^TH-/),
      incidents: ["Notice of account closure"],
      institution: { type: "Commercial bank", country: { code: "DE", name: "Germany" } },
      status: { code: "received" },
      judgement: { urgency: { code: "u1_24h" }, severity: null, risk: { code: "guarded" } },
      lead: null,
    });
    expect(data.queue.rows[0]!.dueAt! < data.queue.rows[1]!.dueAt!).toBe(true);
  });

  test("a code in the address filters; what the address does not make sense of shows everything", async () => {
    const { queue } = await look();
    const [danger] = queue.rows;
    expect(ids(await look("/queue?urgency=u1_24h"))).toEqual([danger!.caseId]);
    expect(ids(await look("/queue?urgency=u9&page=x&sort=<b>"))).toHaveLength(2);
    expect(ids(await look("/queue?status=closed"))).toEqual([]);
    expect(ids(await look("/queue?group=payment"))).toEqual([]);
    expect(ids(await look("/queue?region=western_europe_and_others"))).toHaveLength(2);
    expect(ids(await look("/queue?region=africa"))).toEqual([]);
    expect(ids(await look("/queue?overdue=1"))).toEqual([]);
  });

  test("a person or a country never stands in the address: the session keeps it under a random name", async () => {
    const [mine] = (await look()).queue.rows;
    valueFrom(await assignCase(await team.as.intake(), mine!.caseId as never, { version: 1, lead: team.lead.userId }));
    const { location } = await filter({ assigned: team.lead.userId, urgency: "u1_24h" });
    expect(location).toMatch(/^\/queue\?urgency=u1_24h&view=[\w-]{12}$/);
    const seen = await look(location!);
    expect(ids(seen)).toEqual([mine!.caseId]);
    expect(seen.queue.rows[0]).toMatchObject({ lead: team.lead.handle });
    expect(ids(await look((await filter({ assigned: "none" })).location!))).toHaveLength(1);
    expect(ids(await look((await filter({ assigned: "mine" })).location!))).toEqual([]);
    const abroad = (await filter({ institutionCountry: "FR" })).location!;
    expect(ids(await look(abroad))).toEqual([]);
    const both = await send(
      action,
      "/queue",
      { formToken: seen.formToken, view: abroad.split("view=")[1]!, assigned: "none" },
      { cookie },
    );
    expect((await look(both.location!)).queue.hidden).toEqual({ institutionCountry: "FR", assigned: "none" });
    expect((await filter({ institutionCountry: "", assigned: "any" })).location).toBe("/queue");
  });

  test("another session does not find the view", async () => {
    const { location } = await filter({ institutionCountry: "FR" });
    const other = await signedInAs(team.world.coordinators[1], "intake", team.world.setUp.teamId);
    expect(ids((await open<Data>(loader, location!, { cookie: other })).data)).toHaveLength(2);
  });

  test("learns at once what has changed: an urgency, and a case that its reporter takes back", async () => {
    const [first, second] = (await look()).queue.rows;
    const id = second!.caseId as never;
    valueFrom(
      await setUrgency(await team.as.intake(), id, { version: 1, urgency: "u4_next_review", reason: "solved" }),
    );
    expect((await look()).queue.rows[1]).toMatchObject({ judgement: { urgency: { code: "u4_next_review" } } });
    valueFrom(await withdrawCase(await team.as.reporter(), id));
    expect(ids(await look())).toEqual([first!.caseId]);
    expect((await look("/queue?status=withdrawn_by_reporter")).queue.rows).toMatchObject([
      { caseId: second!.caseId, dueAt: null, status: { code: "withdrawn_by_reporter" } },
    ]);
  });

  test("pages of twenty-five hold every open case once, in the order of the days", async () => {
    await insertSyntheticCases(await team.as.intake(), { cases: 120, seed: 3 });
    const { queue } = await look();
    const pages = Math.ceil(queue.total / 25);
    const rows = [];
    for (let page = 1; page <= pages; page += 1) rows.push(...(await look(`/queue?page=${page}`)).queue.rows);
    expect(new Set(rows.map(({ caseId }) => caseId)).size).toBe(queue.total);
    expect(queue.total).toBe(queue.counts.open);
    const days = rows.map(({ dueAt }) => dueAt ?? "9");
    expect(days).toEqual(days.toSorted());
    expect(rows.filter(({ dueAt }) => dueAt !== null && dueAt < queue.now)).toHaveLength(queue.counts.overdue);
    expect((await look("/queue?page=999")).queue.page).toBe(pages);
  });

  test("speaks the reader's language", async () => {
    const { data } = await open<Data>(loader, "/queue", { cookie, locale: "ar" });
    expect(data.queue.rows.every(({ status }) => /\p{Script=Arabic}/u.test(status.label))).toBe(true);
  });

  test("what waits is folded after the answer, and nothing is lost by it", async () => {
    const before = (await look()).queue.counts;
    // Two organisations: one alone may not send that many in a day.
    const others = [
      await newReporter(team.world, "Hillside Archive"),
      await newReporter(team.world, "Harbour Library"),
    ];
    for (let count = 0; count < 17; count += 1) await sendReport(await actorFor(others[count % 2]!, "reporter"));
    expect((await look()).queue.counts.all).toBe(before.all + 17);
    const [{ waiting }] = (await db.sql("SELECT count(*)::int AS waiting FROM facet_inbox")) as [{ waiting: number }];
    expect(waiting).toBe(0);
    expect((await look()).queue.counts.all).toBe(before.all + 17);
  });
});
