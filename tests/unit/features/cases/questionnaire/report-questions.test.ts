import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CaseReport, caseReportSchema, needsWalledTeam } from "#app/features/cases/case-report.ts";
import { fieldsOf } from "#app/features/cases/questionnaire/report-fields.ts";
import { formValuesOf } from "#app/features/cases/questionnaire/report-form-values.ts";
import {
  applicableQuestions,
  firstUnanswered,
  isReadyToSend,
  missingQuestions,
  nextQuestion,
  placeInReport,
  previousQuestion,
  prunedReport,
  sectionProgress,
} from "#app/features/cases/questionnaire/report-progress.ts";
import {
  FREE_TEXT_QUESTIONS,
  QUESTIONS,
  questionBySlug,
  questionOf,
  REPORT_SECTIONS,
} from "#app/features/cases/questionnaire/report-questions.ts";
import { anyReport } from "./arbitrary-report.ts";

const keys = QUESTIONS.map(({ key }) => key);
const asked = (report: CaseReport) => applicableQuestions(report).map(({ key }) => key);

const closure: CaseReport = {
  listedParties: { listedParty: "no" },
  affected: { affected: "own_organisation" },
  affectedType: { affectedType: "cso" },
  incidentGroup: { incidentGroup: "account" },
  incident: { mainIncident: "account_closure_notice" },
  institutionType: { institutionType: "commercial_bank" },
  started: { startedOn: { date: "2026-01", precision: "month" } },
  ongoing: { ongoing: "yes" },
  danger: { dangerToPersons: "no" },
  moneyAtRisk: { moneyLostWithin72h: "no" },
  consent: { consent: "c2_aggregate" },
};

describe("the questions of a report", () => {
  test("begin with the listed parties, before anything can be typed freely", () => {
    expect(keys[0]).toBe("listedParties");
    expect(FREE_TEXT_QUESTIONS.every((key) => keys.indexOf(key) > 0)).toBe(true);
  });

  test("know their free texts: every text input belongs to one of them", () => {
    const withText = keys.filter((key) =>
      fieldsOf(key, {}).some(({ kind }) => kind === "text" || kind === "long-text"),
    );
    expect(withText).toEqual(FREE_TEXT_QUESTIONS);
  });

  test("are one for each part of a report", () => {
    expect(new Set(keys)).toEqual(new Set(Object.keys(caseReportSchema.shape)));
    expect(new Set(QUESTIONS.map(({ slug }) => slug)).size).toBe(keys.length);
  });

  test("have addresses of plain words", () => {
    expect(questionBySlug("money-at-risk")?.key).toBe("moneyAtRisk");
    expect(QUESTIONS.every(({ slug }) => /^[a-z-]+$/.test(slug))).toBe(true);
    expect(questionBySlug("nothing")).toBeNull();
  });

  test("lead the report of a listed party, or of one who is not sure, to the walled team", () => {
    expect(needsWalledTeam({ listedParties: { listedParty: "yes" } })).toBe(true);
    expect(needsWalledTeam({ listedParties: { listedParty: "unsure" } })).toBe(true);
    expect(needsWalledTeam({ listedParties: { listedParty: "no" } })).toBe(false);
  });
});

describe("a question that does not apply", () => {
  test("is never asked: nobody asks who refused where somebody stopped out of fear", () => {
    const fear: CaseReport = { incident: { mainIncident: "activity_stopped_out_of_fear" } };
    expect(asked(fear)).not.toContain("institutionType");
    expect(asked(fear)).not.toContain("reason");
  });

  test("is not the written form of a reason that was not given", () => {
    expect(asked({ ...closure, reason: { statedReason: "none_given" } })).not.toContain("inWriting");
    expect(asked({ ...closure, reason: { statedReason: "risk_appetite" } })).toContain("inWriting");
  });

  test("is not the end of something that goes on", () => {
    expect(asked(closure)).not.toContain("ended");
    expect(asked(closure)).toContain("deadlines");
    expect(asked({ ...closure, ongoing: { ongoing: "no" } })).not.toContain("deadlines");
  });

  test("is not who may be told, unless the reporter wants somebody told", () => {
    expect(asked(closure)).not.toContain("recipients");
    expect(asked({ ...closure, consent: { consent: "c4_confidential_to_named" } })).toContain("recipients");
  });

  test("is judged by earlier answers only", () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        for (const [place, { key, appliesWhen }] of QUESTIONS.entries()) {
          const before = Object.fromEntries(
            Object.entries(report).filter(([name]) => keys.indexOf(name as never) < place),
          );
          expect([key, appliesWhen(report)]).toEqual([key, appliesWhen(before as CaseReport)]);
        }
      }),
    );
  });
});

describe("going through a report", () => {
  test("ends, whatever was answered, and asks only what applies", () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const visited: string[] = [keys[0]!];
        for (let at = nextQuestion(keys[0]!, report); at !== null; at = nextQuestion(at.key, report)) {
          visited.push(at.key);
          expect(visited.length).toBeLessThanOrEqual(keys.length);
        }
        expect(visited).toEqual(asked(report));
      }),
    );
  });

  test("goes back the way it came", () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        for (const { key } of applicableQuestions(report)) {
          const next = nextQuestion(key, report);
          expect(next === null || previousQuestion(next.key, report)?.key === key).toBe(true);
        }
      }),
    );
  });

  test("goes on where somebody left off", () => {
    expect(firstUnanswered({ listedParties: { listedParty: "no" } })?.key).toBe("affected");
  });

  test("tells a place that later answers do not change, and has a question in each of its parts", () => {
    expect(placeInReport(questionOf("danger"), closure)).toEqual({ part: 4, parts: 8, place: 3 });
    expect(placeInReport(questionOf("ended"), closure).place).toBe(0);
    fc.assert(
      fc.property(anyReport, (report) => {
        const asked = applicableQuestions(report);
        expect(new Set(asked.map(({ section }) => section)).size).toBe(REPORT_SECTIONS.length);
        for (const [at, question] of asked.entries()) {
          const before = Object.fromEntries(asked.slice(0, at).map(({ key }) => [key, report[key]]));
          expect(placeInReport(question, before)).toEqual(placeInReport(question, report));
        }
      }),
    );
  });

  test("is ready to send once what is needed is there, though much is still empty", () => {
    expect(missingQuestions({ ...closure, consent: undefined }).map(({ key }) => key)).toEqual(["consent"]);
    expect(isReadyToSend(closure)).toBe(true);
    expect(sectionProgress(closure).map(({ section, state }) => `${section} ${state}`)).toContain(
      "details not_started",
    );
    expect(sectionProgress(closure).map(({ section, state }) => `${section} ${state}`)).toContain("what ready");
  });
});

describe("pruning a report", () => {
  test("drops what a changed answer has made unreachable, and says what", () => {
    const changed: CaseReport = {
      ...closure,
      incidentGroup: { incidentGroup: "mobility" },
      incident: { mainIncident: "entry_ban" },
      notice: { noticeDays: 60 },
      documents: { documents: ["member_list"] },
    };
    expect(prunedReport(changed).dropped).toEqual(["moneyAtRisk", "notice", "documents"]);
  });

  test("drops an answer of another group", () => {
    expect(prunedReport({ ...closure, incidentGroup: { incidentGroup: "digital" } }).dropped).toContain("incident");
  });

  test("changes nothing the second time", () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const once = prunedReport(report).report;
        expect(prunedReport(once)).toEqual({ report: once, dropped: [] });
      }),
    );
  });

  test("keeps only questions that are asked", () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const kept = prunedReport(report).report;
        expect(asked(kept)).toEqual(expect.arrayContaining(Object.keys(kept)));
      }),
    );
  });

  test("keeps a report that agrees with itself whole", () => {
    expect(prunedReport(closure)).toEqual({ report: closure, dropped: [] });
  });
});

describe("a page that is opened again", () => {
  test("shows every answer so that sending it again gives the same answer", () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const { report: kept } = prunedReport(report);
        for (const { key, form } of QUESTIONS) {
          if (kept[key] === undefined) continue;
          expect(sorted(form.parse(formValuesOf(key, kept, "en")))).toEqual(sorted(kept[key]));
        }
      }),
    );
  });

  test("shows an amount in the reader's own way of writing", () => {
    const report: CaseReport = { amount: { currency: "EUR", amountMinor: 123_450, amountBand: "1k_10k" } };
    expect(formValuesOf("amount", report, "es")).toMatchObject({ moneyAmount: "1234,50" });
    expect(questionOf("amount").form.parse(formValuesOf("amount", report, "es"))).toEqual(report.amount);
  });
});

/** Results come back in the order of the taxonomy, whatever order they were typed in. */
function sorted(answer: unknown): unknown {
  const { results } = answer as { results?: { remedy: string }[] };
  return results ? [...results].sort((a, b) => a.remedy.localeCompare(b.remedy)) : answer;
}
