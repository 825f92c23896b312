import { beforeAll, expect, test } from "vitest";
import { withActor } from "#app/access/with-actor.server.ts";
import { isOpen } from "#app/features/cases/case-status.ts";
import { readQueuePage } from "#app/features/cases/casework/queue-page.server.ts";
import { NO_VIEW, type PrivateView, type QueueView, queueViewIn } from "#app/features/cases/casework/queue-view.ts";
import { findWorkCase, type WorkCase } from "#app/features/cases/casework/work-case-queries.server.ts";
import { insertSyntheticCases } from "#app/features/cases/demo/demo-cases.server.ts";
import { regionalGroupOf } from "#app/features/registers/regional-groups.ts";
import { incidentGroupOf } from "#app/features/taxonomy/incident-groups.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { now, setClock } from "#app/platform/clock.server.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { actorFor, newColleague, newWorld, type Person, type World } from "../../../support/world.ts";

const VIEWS: readonly (readonly [query: string, hidden: Partial<PrivateView>])[] = [
  ["status=all", {}],
  ["", {}],
  ["status=resolved", {}],
  ["status=all&urgency=u2_3d", {}],
  ["group=account", {}],
  ["status=all&group=digital&sort=received", {}],
  ["region=africa", {}],
  ["status=all&region=western_europe_and_others&urgency=u3_10d", {}],
  ["overdue=1", {}],
  ["sort=urgency", {}],
  ["", { assigned: "none" }],
  ["", { assigned: "lead" }],
  ["status=all", { institutionCountry: "US" }],
  ["group=payment", { institutionCountry: "DE", assigned: "none" }],
];

onBothDatabases("a page of the queue", () => {
  let world: World;
  let lead: Person;
  let all: WorkCase[];
  let restoreClock: () => void;

  const asIntake = () => actorFor(world.coordinators[0], "intake", world.setUp.teamId);

  beforeAll(async () => {
    world = await newWorld();
    lead = await newColleague(world, "lead");
    await insertSyntheticCases(await asIntake(), { cases: 150, seed: 11 });
    const actor = await asIntake();
    const rows = await withActor(actor, (tx) => tx.case.findMany({ select: { id: true } }));
    all = [];
    for (const { id } of rows) all.push((await findWorkCase(actor, id as CaseId))!);
    // One moment for the page and for what it is compared with.
    const at = new Date();
    restoreClock = setClock(() => at);
    return () => restoreClock();
  });

  test.each(VIEWS)("of ?%s %o holds what opening every case would find, in the same order", async (query, some) => {
    const view = { ...queueViewIn(new URLSearchParams(query)), page: 1 };
    const hidden = { ...NO_VIEW, ...some, ...(some.assigned === "lead" && { assigned: lead.userId }) };
    const wanted = all.filter((one) => passes(one, view, hidden));
    const found = await everyPage(await asIntake(), view, hidden);
    expect(found.ids.toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
    expect(found.ranks).toEqual(found.ranks.toSorted((a, b) => a - b));
    expect(found.counts).toMatchObject({
      all: all.length,
      open: all.filter(({ status }) => isOpen(status)).length,
      overdue: all.filter(isOverdue).length,
    });
  });

  async function everyPage(actor: Awaited<ReturnType<typeof asIntake>>, view: QueueView, hidden: PrivateView) {
    const ask = (page: number) =>
      readQueuePage(actor, { view: { ...view, page }, hidden, locale: "en", afterResponse: { add() {}, last() {} } });
    const first = await ask(1);
    const rows = [...first.rows];
    for (let page = 2; rows.length < first.total; page += 1) rows.push(...(await ask(page)).rows);
    const ids = rows.map(({ caseId }) => caseId);
    return { ids, ranks: ids.map((id) => rankOf(all.find((one) => one.id === id)!, view)), counts: first.counts };
  }
});

const isOverdue = ({ status, assessment }: WorkCase) =>
  isOpen(status) && assessment.dueAt !== null && minuteOf(assessment.dueAt) < minuteOf(now().toISOString());

const minuteOf = (instant: string) => Math.floor(Date.parse(instant) / 60_000);

function passes(one: WorkCase, view: QueueView, hidden: PrivateView): boolean {
  const { facts } = one.copy;
  const incidents = [facts.mainIncident!, ...facts.otherIncidents];
  const status = view.status === "open" ? isOpen(one.status) : view.status === "all" || view.status === one.status;
  return (
    status &&
    (view.urgency === null || one.assessment.urgency === view.urgency) &&
    (view.group === null || incidents.some((incident) => incidentGroupOf(incident) === view.group)) &&
    (view.region === null || regionalGroupOf(facts.affectedCountry ?? "") === view.region) &&
    (!view.overdue || isOverdue(one)) &&
    (hidden.institutionCountry === null || facts.institutionCountry === hidden.institutionCountry) &&
    (hidden.assigned === "any" || (one.assessment.assignedUserId ?? "none") === hidden.assigned)
  );
}

/** What has to come earlier has the smaller number. */
function rankOf({ status, assessment, copy }: WorkCase, { sort }: QueueView): number {
  const received = minuteOf(copy.receivedAt);
  if (sort === "received") return -received;
  const standing = isOpen(status) ? 0 : 1;
  const urgency = ["u1_24h", "u2_3d", "u3_10d", "u4_next_review"].indexOf(assessment.urgency);
  if (sort === "urgency") return standing * 10 + urgency;
  return standing * 1e9 + (isOpen(status) ? minuteOf(assessment.dueAt!) : -received);
}
