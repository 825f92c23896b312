import { beforeAll, expect, test } from "vitest";
import { assignCase } from "#app/features/cases/casework/assign-commands.server.ts";
import { onDatabase, type TestDatabase } from "../../support/database.ts";
import { keysOf, type WrapRow } from "../../support/key-reach.ts";
import { newLink, reportByLink } from "../../support/receipts.ts";
import { aReport, sendReport } from "../../support/reports.ts";
import {
  actorFor,
  newColleague,
  newReporter,
  newWorld,
  type Person,
  valueFrom,
  type World,
} from "../../support/world.ts";

onDatabase("embedded", "keys reach what the table of the security model says, and nothing else", (db: TestDatabase) => {
  let world: World;
  let wraps: readonly WrapRow[];
  const people: Record<string, Person> = {};
  const ids: Record<string, string> = {};
  const holders: Record<string, { privateKey: Uint8Array<ArrayBuffer> }> = {};

  beforeAll(async () => {
    world = await newWorld();
    people.lead = await newColleague(world, "lead");
    people.analyst = await newColleague(world, "analyst");
    people.editor = await newColleague(world, "editor");
    people.reporter = await newReporter(world, "Riverside Legal Clinic");
    people.neighbour = await newReporter(world, "Harbour Archive");
    const reporter = await actorFor(people.reporter, "reporter");
    ids.organisation = reporter.organisationId!;
    ids.neighbour = (await actorFor(people.neighbour, "reporter")).organisationId!;
    ids.team = world.setUp.teamId;
    ids.walled = world.setUp.walledTeamId;
    ids.assigned = await sendReport(reporter);
    ids.other = await sendReport(await actorFor(people.neighbour, "reporter"));
    ids.listed = await sendReport(reporter, { listedParties: { listedParty: "yes" } });
    const intake = await actorFor(world.coordinators[0], "intake", ids.team);
    valueFrom(await assignCase(intake, ids.assigned as never, { version: 1, lead: people.lead.userId }));
    const code = await newLink(intake);
    for (const name of ["byReceipt", "listedByReceipt"]) {
      const listedParty = name === "byReceipt" ? "no" : "unsure";
      const sent = await reportByLink(code, aReport({ listedParties: { listedParty } }));
      ids[name] = sent.caseId;
      holders[name] = { privateKey: sent.reporter.keys.user.privateKey.slice() };
    }
    wraps = (await db.sql("SELECT * FROM wraps")) as unknown as WrapRow[];
  }, 120_000);

  const of = (...names: string[]) => names.sort();
  const reached = (person: Person) => [...keysOf(person, wraps).keys()].sort();
  const analytics = () => [`group:analytics/${ids.team}`, `group:analytics/${ids.walled}`];

  test("a reporter reaches the own organisation and its cases, never notes", () => {
    expect(reached(people.reporter!)).toEqual(
      of(
        `group:org/${ids.organisation}`,
        `organisation:${ids.organisation}`,
        `case:${ids.assigned}`,
        `case:${ids.listed}`,
      ),
    );
  });

  test("intake reaches the team's cases, notes, register and totals, and no organisation's own key", () => {
    const cases = ["assigned", "other", "listed", "byReceipt", "listedByReceipt"].flatMap((name) => [
      `case:${ids[name]}`,
      `notes:${ids[name]}`,
    ]);
    expect(reached(world.coordinators[0])).toEqual(
      of(
        `group:team/${ids.team}`,
        `group:team/${ids.walled}`,
        ...analytics(),
        "group:register",
        `organisation:${ids.organisation}`,
        `organisation:${ids.neighbour}`,
        ...cases,
      ),
    );
  });

  test("who holds a receipt reaches its one case and nothing else, and no team in front of the wall does where a listed party is in it", () => {
    const reachedBy = (name: string) => [...keysOf(holders[name]!, wraps).keys()];
    expect(reachedBy("byReceipt")).toEqual([`case:${ids.byReceipt}`]);
    expect(reachedBy("listedByReceipt")).toEqual([`case:${ids.listedByReceipt}`]);
    const openTo = (id?: string) => wraps.filter(({ object_id }) => object_id === id).map((wrap) => wrap.recipient_id);
    expect(openTo(ids.listedByReceipt).sort()).toEqual(
      of(ids.listedByReceipt!, `team/${ids.walled}`, `team/${ids.walled}`),
    );
  });

  test("a lead reaches the two keys of assigned cases, and no group", () => {
    expect(reached(people.lead!)).toEqual(of(`case:${ids.assigned}`, `notes:${ids.assigned}`));
  });

  test("an analyst reaches granted totals and the tables made of them, no name and no case", () => {
    expect(reached(people.analyst!)).toEqual(of(`group:analytics/${ids.team}`, "group:editorial"));
  });

  test("an editor reaches drafts and the register of institutions", () => {
    expect(reached(people.editor!)).toEqual(of("group:editorial", "group:register"));
  });

  test("a guardian reaches totals, drafts, audit, ledger and register, and no case", () => {
    expect(reached(world.guardians[0])).toEqual(
      of(...analytics(), "group:editorial", "group:audit", "group:ledger", "group:register"),
    );
  });

  test("an administrator reaches nothing", () => {
    expect(reached(world.administrator)).toEqual([]);
  });

  test("only the escrow on paper reaches the escrow", () => {
    const everyone = [...Object.values(people), ...world.guardians, ...world.coordinators, world.administrator];
    expect(everyone.some((person) => keysOf(person, wraps).has("group:escrow"))).toBe(false);
    const escrowed = wraps.filter(({ recipient_id }) => recipient_id === "escrow").map(({ object_id }) => object_id);
    expect(escrowed.sort()).toEqual(of("audit", "ledger", "register", `team/${ids.team}`, `team/${ids.walled}`));
  });
});
