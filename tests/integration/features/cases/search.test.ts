import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { assignCase } from "#app/features/cases/casework/assign-commands.server.ts";
import { addNote } from "#app/features/cases/casework/triage-commands.server.ts";
import { addRemedy } from "#app/features/cases/remedies/remedy-commands.server.ts";
import { eraseCase } from "#app/features/cases/reporting/erasure-commands.server.ts";
import { addToCase, withdrawCase } from "#app/features/cases/reporting/report-commands.server.ts";
import type { SearchScope } from "#app/features/cases/search/search-forms.ts";
import { searchCases } from "#app/features/cases/search/search-queries.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { action, loader } from "#app/routes/casework/search.tsx";
import { type CaseTeam, newCaseTeam } from "../../../support/case-team.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { aRemedy } from "../../../support/remedies.ts";
import { sendReport } from "../../../support/reports.ts";
import { open, send, signedInAs } from "../../../support/requests.ts";
import { valueFrom } from "../../../support/world.ts";

onBothDatabases("a search over what may be read", () => {
  let team: CaseTeam;
  let first: CaseId;
  let second: CaseId;

  beforeAll(async () => {
    team = await newCaseTeam();
    const reporter = await team.as.reporter();
    first = await sendReport(reporter, { story: { story: "Le guichet a gelé notre épargne." } });
    second = await sendReport(reporter, { story: { story: "أُوقِفَ حسابُنا لدى المصرف." } });
    valueFrom(await addToCase(reporter, first, { text: "They rang from Lyon." }));
    valueFrom(await addNote(await team.as.intake(), first, { text: "Ask the quartermaster." }));
    valueFrom(await addRemedy(await team.as.intake(), second, aRemedy({ addressee: "Ombudsperson Zürich" })));
    valueFrom(await assignCase(await team.as.intake(), second, { version: 2, lead: team.lead.userId }));
  });

  const found = async (actor: Actor, words: string, scope: SearchScope = "all") =>
    (await searchCases(actor, { words, scope })).cases.map(({ caseId }) => caseId);

  test("finds the report, what was added, notes, what was tried, names and references", async () => {
    const intake = await team.as.intake();
    expect(await found(intake, "EPARGNE gele")).toEqual([first]);
    expect(await found(intake, "حسابنا")).toEqual([second]);
    expect(await found(intake, "lyon")).toEqual([first]);
    expect(await found(intake, "quartermaster epargne")).toEqual([first]);
    expect(await found(intake, "zurich")).toEqual([second]);
    expect([...(await found(intake, "northern savings"))].sort()).toEqual([first, second].sort());
    expect(await found(intake, "nothing of it")).toEqual([]);
    const told = await searchCases(intake, { words: "lyon", scope: "all" });
    expect(told).toMatchObject({ searched: 2, total: 2, stopped: null });
  });

  test("looks in nobody else's cases, and for a lead in the assigned ones alone", async () => {
    expect(await found(await team.as.walledIntake(), "lyon")).toEqual([]);
    const lead = await team.as.lead();
    expect(await found(lead, "lyon")).toEqual([]);
    expect(await found(lead, "zurich")).toEqual([second]);
  });

  test("finds nothing any more of a case that is erased, and no ended one among the open", async () => {
    const reporter = await team.as.reporter();
    const gone = await sendReport(reporter, { story: { story: "zanzibar" } });
    const intake = await team.as.intake();
    expect(await found(intake, "zanzibar", "open")).toEqual([gone]);
    valueFrom(await withdrawCase(await team.as.reporter(), gone));
    expect(await found(await team.as.intake(), "zanzibar", "open")).toEqual([]);
    expect(await found(await team.as.intake(), "zanzibar")).toEqual([gone]);
    valueFrom(await eraseCase(await team.as.reporter(), gone));
    expect(await found(await team.as.intake(), "zanzibar")).toEqual([]);
  });

  test("its words stand in no address; another session does not find them", async () => {
    const cookie = await signedInAs(team.world.coordinators[0], "intake", team.world.setUp.teamId);
    const page = async (path: string, as = cookie) =>
      (await open<{ formToken: string; results: { rows: object[] } | null }>(loader, path, { cookie: as })).data;
    const { formToken } = await page("/search");
    const none = await send(action, "/search", { formToken, words: " x ", scope: "all" }, { cookie });
    expect(none).toMatchObject({ status: 422, data: { refusal: { fields: { words: "search.words.required" } } } });
    const { location } = await send(action, "/search", { formToken, words: "Lyon", scope: "all" }, { cookie });
    expect(location).toMatch(/^\/search\?view=[\w-]{12}$/);
    expect((await page(location!)).results).toMatchObject({
      rows: [
        {
          caseId: first,
          excerpts: [
            { place: "addition", pieces: [{ text: "They rang from " }, { text: "Lyon", isHit: true }, { text: "." }] },
          ],
        },
      ],
    });
    const other = await signedInAs(team.world.coordinators[0], "intake", team.world.setUp.teamId);
    expect((await page(location!, other)).results).toBeNull();
  });
});
