import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { verifyChain } from "#app/features/audit/audit-queries.server.ts";
import { openNotesKey } from "#app/features/cases/case-keys.server.ts";
import { CASE_STATUSES, OPEN_STATUSES } from "#app/features/cases/case-status.ts";
import { assignCase } from "#app/features/cases/casework/assign-commands.server.ts";
import { addNote, assessCase, moveCase, setUrgency } from "#app/features/cases/casework/triage-commands.server.ts";
import { findWorkCase, listAssigned } from "#app/features/cases/casework/work-case-queries.server.ts";
import { importIncidents } from "#app/features/cases/import/incident-import.server.ts";
import { parsePublicIncidents } from "#app/features/cases/import/public-incidents.ts";
import { saveAnswer } from "#app/features/cases/reporting/draft-commands.server.ts";
import { addToCase, withdrawCase } from "#app/features/cases/reporting/report-commands.server.ts";
import { findOwnCase, listOwnReports } from "#app/features/cases/reporting/report-queries.server.ts";
import { submitDraft } from "#app/features/cases/reporting/submit-commands.server.ts";
import { withFacetIndex } from "#app/features/facets/facet-index.server.ts";
import { rowCount } from "#app/features/facets/facet-index.ts";
import { queue } from "#app/features/facets/facet-queries.ts";
import { KeyNotHeld } from "#app/features/keyring/group-keys.server.ts";
import { askReporter, writeAsReporter } from "#app/features/messages/message-commands.server.ts";
import { numberOf } from "#app/features/taxonomy/dictionary.ts";
import { A_JUDGEMENT, type CaseTeam, newCaseTeam } from "../../../support/case-team.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { aReport, sendReport, typeIn } from "../../../support/reports.ts";
import { valueFrom } from "../../../support/world.ts";

onBothDatabases("a case from report to lead", (db) => {
  let team: CaseTeam;

  beforeAll(async () => {
    team = await newCaseTeam();
  });

  test("a sent report is read by the reporter and by the team", async () => {
    const caseId = await sendReport(await team.as.reporter());
    const own = await findOwnCase(await team.as.reporter(), caseId);
    const work = await findWorkCase(await team.as.intake(), caseId);
    expect(own?.body.report.story?.story).toBe("The bank wrote that it will end our account.");
    expect(work?.body.organisationName).toBe("Riverside Legal Clinic");
    expect(work?.assessment).toMatchObject({ status: "received", urgency: "u3_10d" });
  });

  test("two tabs: the later answer gets a conflict and changes nothing", async () => {
    const actor = await team.as.reporter();
    const draftId = await typeIn(actor, { listedParties: { listedParty: "no" } });
    valueFrom(await saveAnswer(actor, draftId, 2, "story", { story: "first" }));
    const late = await saveAnswer(actor, draftId, 2, "story", { story: "second" });
    expect(late).toMatchObject({ ok: false, refusal: { kind: "conflict", code: "report.changed-meanwhile" } });
    const { drafts } = await listOwnReports(actor);
    expect(drafts.find(({ id }) => id === draftId)?.report.story?.story).toBe("first");
  });

  test("sending twenty times at once makes one case", async () => {
    const draftId = await typeIn(await team.as.reporter(), aReport());
    const actor = await team.as.reporter();
    const send = () =>
      submitDraft({ ...actor, submission: { token: "one form", action: "/send", commands: 0 } }, draftId);
    const answers = await Promise.all(Array.from({ length: 20 }, send));
    const ids = new Set(answers.map((answer) => valueFrom(answer).caseId));
    expect(ids.size).toBe(1);
  });

  test("a report with a listed party goes nowhere rather than to people outside the wall", async () => {
    const { teamId, walledTeamId } = team.world.setUp;
    await db.sql("UPDATE teams SET walls_id = NULL WHERE id = $1", [walledTeamId]);
    await expect(sendReport(await team.as.reporter(), { listedParties: { listedParty: "yes" } })).rejects.toThrow(
      "walled",
    );
    await db.sql("UPDATE teams SET walls_id = $1 WHERE id = $2", [teamId, walledTeamId]);
    // Nor does a word in the database make the open team its own wall.
    await db.sql("UPDATE teams SET walled = true WHERE id = $1", [teamId]);
    await expect(sendReport(await team.as.reporter(), { listedParties: { listedParty: "yes" } })).rejects.toThrow(
      "walled",
    );
    await db.sql("UPDATE teams SET walled = false WHERE id = $1", [teamId]);
  });

  test("a report with a listed party goes to the walled team, out of the open team's sight", async () => {
    const caseId = await sendReport(await team.as.reporter(), { listedParties: { listedParty: "unsure" } });
    expect(await findWorkCase(await team.as.intake(), caseId)).toBeNull();
    expect(await findWorkCase(await team.as.walledIntake(), caseId)).not.toBeNull();
  });

  test("triage: status, urgency, judgement and notes are kept, and the reporter sees the status alone", async () => {
    const caseId = await sendReport(await team.as.reporter());
    const intake = await team.as.intake();
    valueFrom(await moveCase(intake, caseId, { version: 1, event: "triage", reason: "" }));
    valueFrom(await setUrgency(intake, caseId, { version: 2, urgency: "u1_24h", reason: "payroll tomorrow" }));
    valueFrom(await assessCase(intake, caseId, { version: 3, ...A_JUDGEMENT }));
    valueFrom(await addNote(intake, caseId, { text: "rang them" }));
    const work = await findWorkCase(await team.as.intake(), caseId);
    expect(work?.assessment).toMatchObject({
      status: "triaged",
      urgency: "u1_24h",
      severity: "high",
      eligibility: "eligible",
    });
    expect(work?.notes.map(({ action }) => action)).toEqual(["case.urgency-set", "case.assessed", "case.noted"]);
    const own = await findOwnCase(await team.as.reporter(), caseId);
    expect(own?.status).toBe("triaged");
    expect(JSON.stringify(own)).not.toContain("rang them");
    const outsider = await team.as.reporter();
    const openNotes = withActor(outsider, (tx) => openNotesKey(outsider, tx, caseId));
    await expect(openNotes).rejects.toThrow(KeyNotHeld);
  });

  test("a lead opens what is assigned, and nothing else, and no more after it is taken back", async () => {
    const caseId = await sendReport(await team.as.reporter());
    const other = await sendReport(await team.as.reporter());
    valueFrom(await assignCase(await team.as.intake(), caseId, { version: 1, lead: team.lead.userId }));
    expect((await listAssigned(await team.as.lead())).map(({ id }) => id)).toEqual([caseId]);
    expect(await findWorkCase(await team.as.lead(), caseId)).not.toBeNull();
    expect(await findWorkCase(await team.as.lead(), other)).toBeNull();
    valueFrom(await assignCase(await team.as.intake(), caseId, { version: 2, lead: null }));
    expect(await listAssigned(await team.as.lead())).toEqual([]);
  });

  test("withdrawing ends its use, and adding is refused a stale page", async () => {
    const caseId = await sendReport(await team.as.reporter());
    valueFrom(await addToCase(await team.as.reporter(), caseId, { text: "they rang again" }));
    valueFrom(await withdrawCase(await team.as.reporter(), caseId));
    const work = await findWorkCase(await team.as.intake(), caseId);
    expect(work?.assessment.status).toBe("withdrawn_by_reporter");
    expect(work?.body.additions).toHaveLength(1);
    expect(work?.body.report.consent?.consent).toBe("c0_none");
  });

  test("a withdrawn case leaves the open queue at once, and an answered one is new again", async () => {
    const caseId = await sendReport(await team.as.reporter());
    const asked = await sendReport(await team.as.reporter());
    valueFrom(await askReporter(await team.as.intake(), asked, { text: "on which day?" }));
    expect(await openCases(await team.as.intake())).toMatchObject({
      [caseId]: "received",
      [asked]: "needs_clarification",
    });
    valueFrom(await withdrawCase(await team.as.reporter(), caseId));
    valueFrom(await writeAsReporter(await team.as.reporter(), asked, { text: "it was on Monday" }));
    const open = await openCases(await team.as.intake());
    expect(open[caseId]).toBeUndefined();
    expect(open[asked]).toBe("received");
    valueFrom(await moveCase(await team.as.intake(), asked, { version: 3, event: "triage", reason: "" }));
    expect((await openCases(await team.as.intake()))[asked]).toBe("triaged");
  });

  test("the public incidents are imported once, all of them, and stand in the index", async () => {
    const { incidents, errors } = parsePublicIncidents(await readFile("prisma/seed/public-incidents.csv", "utf8"));
    expect(errors).toEqual([]);
    const intake = await team.as.intake();
    const before = await inIndex(intake);
    expect(valueFrom(await importIncidents(intake, incidents)).cases).toBe(78);
    expect(await inIndex(await team.as.intake())).toBe(before + 78);
    const again = await importIncidents(await team.as.intake(), incidents);
    expect(again).toMatchObject({ ok: false, refusal: { code: "import.already-there" } });
  });

  test("every command stands in the chain", async () => {
    const { head, fault } = await verifyChain();
    expect(fault).toBeNull();
    expect(head.seq).toBeGreaterThan(20n);
  });
});

function inIndex(actor: Actor): Promise<number> {
  return withActor(actor, (tx) => withFacetIndex(actor, tx, [actor.teamId!], ([index]) => rowCount(index!)));
}

/** What the queue shows by default, by case. */
async function openCases(actor: Actor): Promise<Record<string, string>> {
  const statuses = OPEN_STATUSES.map((status) => numberOf("case_status", status));
  const query = { sort: "due", page: 1, pageSize: 1000, now: 1, openStatuses: statuses, newStatuses: [1] } as const;
  const { cases } = await withActor(actor, (tx) =>
    withFacetIndex(actor, tx, [actor.teamId!], ([index]) => queue(index!, { ...query, filters: { statuses } })),
  );
  return Object.fromEntries(cases.map(({ caseId, assessed }) => [caseId, CASE_STATUSES[assessed!.status - 1]!]));
}
