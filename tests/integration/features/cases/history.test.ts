import { beforeAll, expect, test } from "vitest";
import { assignCase } from "#app/features/cases/casework/assign-commands.server.ts";
import { assessCase } from "#app/features/cases/casework/triage-commands.server.ts";
import { findWorkCase } from "#app/features/cases/casework/work-case-queries.server.ts";
import { workSteps } from "#app/features/cases/casework/work-steps.server.ts";
import { addRemedy } from "#app/features/cases/remedies/remedy-commands.server.ts";
import { changeConsent } from "#app/features/cases/reporting/report-commands.server.ts";
import { reportPage } from "#app/features/cases/reporting/report-page.server.ts";
import { findOwnCaseWithReaders } from "#app/features/cases/reporting/report-queries.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { A_JUDGEMENT, type CaseTeam, newCaseTeam } from "../../../support/case-team.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { aRemedy } from "../../../support/remedies.ts";
import { sendReport } from "../../../support/reports.ts";
import { newColleague, valueFrom } from "../../../support/world.ts";

onBothDatabases("the history of a case", () => {
  let team: CaseTeam;
  let caseId: CaseId;
  let first: string;

  beforeAll(async () => {
    team = await newCaseTeam();
    caseId = await sendReport(await team.as.reporter());
    const other = await newColleague(team.world, "lead");
    first = other.handle;
    const intake = await team.as.intake();
    valueFrom(await assignCase(intake, caseId, { version: 1, lead: other.userId }));
    valueFrom(await assignCase(intake, caseId, { version: 2, lead: team.lead.userId }));
    valueFrom(await assessCase(intake, caseId, { version: 3, ...A_JUDGEMENT }));
    valueFrom(await assessCase(intake, caseId, { version: 4, ...A_JUDGEMENT, severity: "low" }));
    const consent = { consent: "c4_confidential_to_named", recipients: "The Ministry" } as const;
    valueFrom(await changeConsent(await team.as.reporter(), caseId, consent));
    valueFrom(await addRemedy(intake, caseId, aRemedy()));
  });

  const told = async (role: "intake" | "lead", locale: "en" | "ar" = "en") => {
    const work = await findWorkCase(await team.as[role](), caseId);
    const steps = workSteps(work!, locale);
    return new Map(steps.map((step) => [step.key.slice("casework.step.".length), step]));
  };

  test("tells a coordinator who led it before and after, by handle", async () => {
    expect((await told("intake")).get("assigned")?.changes).toEqual([
      { field: "lead", from: { message: "history.nobody" }, to: { text: first } },
    ]);
    const latest = workSteps((await findWorkCase(await team.as.intake(), caseId))!, "en");
    expect(latest.find(({ key }) => key === "casework.step.assigned")?.changes).toEqual([
      { field: "lead", from: { text: first }, to: { text: team.lead.handle } },
    ]);
  });

  test("tells a lead of no colleague's handle", async () => {
    const steps = workSteps((await findWorkCase(await team.as.lead(), caseId))!, "en");
    expect(JSON.stringify(steps)).not.toContain(first);
    expect(steps.find(({ key }) => key === "casework.step.assigned")?.changes).toEqual([
      { field: "lead", from: { message: "history.somebody" }, to: { text: team.lead.handle } },
    ]);
  });

  test("holds of a judgement what it was before, in the reader's language", async () => {
    const latest = workSteps((await findWorkCase(await team.as.intake(), caseId))!, "ar");
    const [{ changes }] = latest.filter(({ key }) => key === "casework.step.assessed") as [(typeof latest)[number]];
    expect(changes).toMatchObject([{ field: "severity" }]);
    expect(JSON.stringify(changes)).toMatch(/\p{Script=Arabic}/u);
  });

  test("shows a reporter what lies under the case key, before and after, and no judgement and no person", async () => {
    const read = await findOwnCaseWithReaders(await team.as.reporter(), caseId);
    const { steps } = reportPage(read!, "en");
    expect(steps.map(({ title }) => title)).toEqual([
      "reports.step.remedy-added",
      "reports.step.consent-changed",
      "reports.step.submitted",
    ]);
    expect(steps[0]!.changes).toContainEqual({
      field: "remedy",
      from: null,
      to: { words: "Complaint to the institution" },
    });
    expect(steps[1]!.changes).toMatchObject([
      { field: "consent" },
      { field: "recipients", from: null, to: { text: "The Ministry" } },
    ]);
  });
});
