import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { afterResponse } from "#app/access/load-context.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { openNotesKey } from "#app/features/cases/case-keys.server.ts";
import type { Assessment } from "#app/features/cases/case-record.ts";
import { assessment as assessmentSeal } from "#app/features/cases/case-seals.server.ts";
import { assignCase } from "#app/features/cases/casework/assign-commands.server.ts";
import { assessCase, moveCase } from "#app/features/cases/casework/triage-commands.server.ts";
import { findWorkCase } from "#app/features/cases/casework/work-case-queries.server.ts";
import { readInstitutionCases } from "#app/features/cases/institutions/institution-cases.server.ts";
import { addAndMatch, matchInstitution } from "#app/features/cases/institutions/institution-match-commands.server.ts";
import { readMatchNewPage, readMatchPage } from "#app/features/cases/institutions/institution-match-page.server.ts";
import { recordReply } from "#app/features/cases/institutions/reply-commands.server.ts";
import { withdrawCase } from "#app/features/cases/reporting/report-commands.server.ts";
import { findOwnCase } from "#app/features/cases/reporting/report-queries.server.ts";
import { addInstitution, foldInstitution } from "#app/features/registers/institutions/institution-commands.server.ts";
import { readInstitution } from "#app/features/registers/institutions/institution-pages.server.ts";
import type { CaseId, InstitutionId } from "#app/kernel/id.ts";
import { A_JUDGEMENT, type CaseTeam, newCaseTeam } from "../../../support/case-team.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { anInstitution } from "../../../support/institutions.ts";
import { sendReport } from "../../../support/reports.ts";
import { actorFor, newReporter, valueFrom } from "../../../support/world.ts";

onBothDatabases("the institution of a case", (db) => {
  let team: CaseTeam;
  let bank: InstitutionId;
  let group: InstitutionId;

  beforeAll(async () => {
    team = await newCaseTeam();
    const intake = await team.as.intake();
    group = valueFrom(await addInstitution(intake, anInstitution({ names: ["Polar Holding"] }))).id;
    const facts = anInstitution({ names: ["Northern Savings Bank AG"], parentId: group });
    bank = valueFrom(await addInstitution(intake, facts)).id;
  });

  const aCase = async (): Promise<CaseId> => sendReport(await team.as.reporter());
  /** The ids of the team's cases on an institution's page. */
  const casesOf = async (actor: Actor, id: InstitutionId) => {
    const { codes } = await readInstitution(actor, id, "en");
    const after = afterResponse((error) => {
      throw error;
    });
    const { rows } = await readInstitutionCases(actor, { codes, page: 1, locale: "en", afterResponse: after });
    await after.run();
    return rows.map(({ caseId }) => caseId);
  };

  test("is proposed from what the reporter typed, matched, kept by later judgements, and found from its page and its group's", async () => {
    const intake = await team.as.intake();
    const caseId = await aCase();
    const page = await readMatchPage(intake, caseId, "en");
    expect(page).toMatchObject({
      typed: { name: "Northern Savings Bank", type: "Commercial bank", country: "Germany" },
      candidates: [
        { id: bank, why: "same" },
        { id: group, why: "group" },
      ],
      chosen: { institution: "" },
    });
    valueFrom(await matchInstitution(intake, caseId, { version: 1, code: bank }));
    valueFrom(await assessCase(intake, caseId, { version: 2, ...A_JUDGEMENT }));
    valueFrom(await moveCase(intake, caseId, { version: 3, event: "triage", reason: "" }));
    expect((await findWorkCase(intake, caseId))?.assessment.institution).toEqual({
      code: bank,
      name: "Northern Savings Bank AG",
    });
    const fresh = await team.as.intake();
    expect(await casesOf(fresh, bank)).toContain(caseId);
    expect(await casesOf(fresh, group)).toContain(caseId);
    expect((await readMatchPage(fresh, caseId, "en")).chosen).toEqual({ institution: bank, other: "" });
  });

  test("is what the register calls it after two spellings were folded, for the cases of both", async () => {
    const intake = await team.as.intake();
    const facts = anInstitution({ names: ["Norther Saving Bank"] });
    const slip = valueFrom(await addInstitution(intake, facts)).id;
    const caseId = await aCase();
    valueFrom(await matchInstitution(intake, caseId, { version: 1, code: slip }));
    valueFrom(await foldInstitution(intake, slip, { version: 1, into: bank }));
    const fresh = await team.as.intake();
    expect(await casesOf(fresh, bank)).toContain(caseId);
    expect((await readMatchPage(fresh, caseId, "en")).chosen.institution).toBe(bank);
    valueFrom(await matchInstitution(fresh, caseId, { version: 2, code: slip }));
    expect((await findWorkCase(fresh, caseId))?.assessment.institution?.code).toBe(bank);
  });

  test("can be added for review from the case, filled with what was typed, in one step or not at all", async () => {
    const intake = await team.as.intake();
    const caseId = await sendReport(await team.as.reporter(), {
      institution: { institutionName: "Köprü Bankası", institutionCountry: "TR" },
    });
    const { kept } = await readMatchNewPage(intake, caseId, "en");
    expect(kept).toMatchObject({ name: "Köprü Bankası", country: "TR", type: "commercial_bank" });
    const facts = anInstitution({ names: ["Köprü Bankası"], country: "TR" });
    expect(await addAndMatch(intake, caseId, { version: 7, facts })).toMatchObject({
      refusal: { code: "case.changed-meanwhile" },
    });
    valueFrom(await addAndMatch(intake, caseId, { version: 1, facts }));
    const work = await findWorkCase(intake, caseId);
    expect(work?.assessment.institution?.name).toBe("Köprü Bankası");
    expect(work?.notes.map(({ action }) => action)).toEqual(["case.institution-matched"]);
    const { institution } = await readInstitution(intake, work!.assessment.institution!.code, "en");
    expect(institution.state).toBe("for_review");
  });

  test("is taken back, and refused to who was slower or names an entry that is not there", async () => {
    const intake = await team.as.intake();
    const caseId = await aCase();
    valueFrom(await matchInstitution(intake, caseId, { version: 1, code: bank }));
    const late = await matchInstitution(intake, caseId, { version: 1, code: group });
    expect(late).toMatchObject({ refusal: { kind: "conflict", code: "case.changed-meanwhile" } });
    const nobody = "00000000-0000-4000-8000-000000000000" as InstitutionId;
    expect(await matchInstitution(intake, caseId, { version: 2, code: nobody })).toMatchObject({
      refusal: { fields: { institution: "institutions.match.required" } },
    });
    valueFrom(await matchInstitution(intake, caseId, { version: 2, code: null }));
    expect((await findWorkCase(intake, caseId))?.assessment.institution).toBeNull();
    expect(await casesOf(await team.as.intake(), bank)).not.toContain(caseId);
  });

  test("is read by its lead through the case, and by its reporter never", async () => {
    const intake = await team.as.intake();
    const caseId = await aCase();
    valueFrom(await matchInstitution(intake, caseId, { version: 1, code: bank }));
    valueFrom(await assignCase(intake, caseId, { version: 2, lead: team.lead.userId }));
    const work = await findWorkCase(await team.as.lead(), caseId);
    expect(work?.assessment.institution?.name).toBe("Northern Savings Bank AG");
    expect(JSON.stringify(await findOwnCase(await team.as.reporter(), caseId))).not.toMatch(
      /Bank AG|institution-matched/,
    );
  });

  test("a judgement from before there was a register opens, and is matched like any other", async () => {
    const intake = await team.as.intake();
    const caseId = await aCase();
    await withActor(intake, async (tx) => {
      const key = await openNotesKey(intake, tx, caseId);
      const row = await tx.caseAssessment.findUniqueOrThrow({ where: { caseId } });
      const { institution: _, ...old } = assessmentSeal.open(key, caseId, row.sealed) as Assessment;
      expect(old).not.toHaveProperty("institution");
      await tx.caseAssessment.updateMany({
        where: { caseId },
        data: { sealed: assessmentSeal.seal(key, caseId, old) },
      });
    });
    expect((await readMatchPage(intake, caseId, "en")).chosen).toEqual({ institution: "", other: "" });
    valueFrom(await matchInstitution(intake, caseId, { version: 1, code: bank }));
    const rows = await db.sql("SELECT encode(sealed, 'escape') AS text FROM case_assessments");
    expect(rows.map(({ text }) => String(text)).join(" ")).not.toMatch(new RegExp(`Northern|${bank}`));
  });

  test("is asked for its side from three organisations on, and goes on from there whoever leaves", async () => {
    const intake = await team.as.intake();
    const asked = anInstitution({ names: ["Bank of the Pattern"] });
    const { id } = valueFrom(await addInstitution(intake, asked));
    const reply = { askedOn: "2026-11-03", question: "Why were accounts closed?", answeredOn: null, answer: "" };
    const matched = async (name: string) => {
      const reporter = await actorFor(await newReporter(team.world, name), "reporter");
      const caseId = await sendReport(reporter);
      valueFrom(await matchInstitution(await team.as.intake(), caseId, { version: 1, code: id }));
      valueFrom(await assessCase(await team.as.intake(), caseId, { version: 2, ...A_JUDGEMENT }));
      return { reporter, caseId };
    };
    await matched("First of the pattern");
    const second = await matched("Second of the pattern");
    valueFrom(await sendAgain(second.reporter, id));
    const tooFew = await recordReply(await team.as.intake(), id, { version: 1, reply });
    expect(tooFew).toMatchObject({ ok: false, refusal: { code: "institution.no-pattern" } });

    const { reporter, caseId } = await matched("Third of the pattern");
    valueFrom(await recordReply(await team.as.intake(), id, { version: 1, reply }));
    valueFrom(await withdrawCase(reporter, caseId));
    const answered = { ...reply, answeredOn: "2026-11-10", answer: "By policy." };
    valueFrom(await recordReply(await team.as.intake(), id, { version: 2, reply: answered }));
    const { institution } = await readInstitution(await team.as.intake(), id, "en");
    expect(institution.reply).toEqual(answered);
    const late = await recordReply(await team.as.intake(), id, { version: 2, reply });
    expect(late).toMatchObject({ ok: false, refusal: { code: "institution.changed-meanwhile" } });
  });

  /** A second case of the same organisation: it makes no second organisation. */
  async function sendAgain(reporter: Actor, code: InstitutionId) {
    const again = await sendReport(reporter);
    valueFrom(await matchInstitution(await team.as.intake(), again, { version: 1, code }));
    return assessCase(await team.as.intake(), again, { version: 2, ...A_JUDGEMENT });
  }
});
