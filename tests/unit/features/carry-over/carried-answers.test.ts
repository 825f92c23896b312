import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CARRIED_QUESTIONS, type Chosen, carriedReport, offersOf } from "#app/features/carry-over/carried-answers.ts";
import { chosenIn } from "#app/features/carry-over/carry-form.ts";
import { type CaseReport, caseReportSchema } from "#app/features/cases/case-report.ts";
import { QUESTIONS } from "#app/features/cases/questionnaire/report-questions.ts";
import { type Answers, DECLINED, type Value } from "#app/features/surveys/instruments/answer-value.ts";
import { findQuestion } from "#app/features/surveys/instruments/instrument.ts";
import { isApart } from "#app/features/surveys/instruments/kinds.ts";
import { standardInstrument } from "#app/features/surveys/instruments/standard-instrument.server.ts";

/** What each choice of an offer would put into a report. */
const piecesOf = (answers: Answers) =>
  Object.fromEntries(offersOf(answers).map(({ name, choices }) => [name, choices.map(({ piece }) => piece)]));

const HAPPENED = {
  q13: { account_closed: "once", transfer_delayed: "several_times", account_frozen: "no", digital: "once" },
};

const EACH: readonly (readonly [
  name: string,
  answers: Answers,
  pieces: Readonly<Record<string, readonly object[]>>,
])[] = [
  ["a listed party", { q11: ["leader", "partner"] }, { listedParties: [{ listedParties: { listedParty: "yes" } }] }],
  ["no listed party", { q11: ["no"] }, { listedParties: [{ listedParties: { listedParty: "no" } }] }],
  [
    "the country in which they are based, and no region",
    { q5: { regions: ["african"], countries: ["KE"] } },
    { affectedCountry: [{ affectedCountry: { affectedCountry: "KE" } }] },
  ],
  [
    "what happened, one of which is the matter of the report",
    { ...HAPPENED, q24: ["email_suspended"] },
    {
      affected: [{ affected: { affected: "own_organisation" } }],
      courtRelated: [{ courtRelated: { courtRelated: "yes" } }],
      incident: [
        { incidentGroup: { incidentGroup: "account" }, incident: { mainIncident: "account_closed" } },
        { incidentGroup: { incidentGroup: "payment" }, incident: { mainIncident: "transfer_delayed" } },
        { incidentGroup: { incidentGroup: "digital" }, incident: { mainIncident: "email_suspended" } },
        { incidentGroup: { incidentGroup: "digital" } },
      ],
      otherIncidents: [
        { otherIncidents: { otherIncidents: ["account_closed", "transfer_delayed", "email_suspended"] } },
      ],
    },
  ],
  [
    "the kinds of institution",
    { q16: ["commercial_bank", "card_network"] },
    {
      institutionType: [
        { institutionType: { institutionType: "commercial_bank" } },
        { institutionType: { institutionType: "card_network" } },
      ],
    },
  ],
  [
    "where it is based",
    { q17: { regions: ["weog"], countries: ["US"] } },
    { institution: [{ institution: { institutionName: null, institutionCountry: "US" } }] },
  ],
  [
    "the years in which it began, for a report has no quarters",
    { q14_first: { account_closed: "2025-Q4", transfer_delayed: "2025-Q1", digital: "2026-Q1" } },
    {
      started: [
        { started: { startedOn: { date: "2025", precision: "year" } } },
        { started: { startedOn: { date: "2026", precision: "year" } } },
      ],
    },
  ],
  [
    "the range of the amount with its currency",
    { q23: "10k_50k", q23_currency: "EUR" },
    { amount: [{ amount: { currency: "EUR", amountMinor: null, amountBand: "10k_50k" } }] },
  ],
  ["the reason", { q18: ["risk_appetite"] }, { reason: [{ reason: { statedReason: "risk_appetite" } }] }],
  ["that it was in writing", { q19: "always" }, { inWriting: [{ inWriting: { inWriting: "yes" } }] }],
  ["that it was not in writing", { q19: "never" }, { inWriting: [{ inWriting: { inWriting: "no" } }] }],
  ["that there was no notice", { q20: "no_notice" }, { notice: [{ notice: { noticeDays: 0 } }] }],
  [
    "papers",
    { q21: ["donor_list", "location"] },
    { documents: [{ documents: { documents: ["donor_list", "location"] } }] },
  ],
  [
    "what was tried, with what came of it",
    { q32: ["complaint", "ombudsman"], q33: { complaint: "not_solved" } },
    {
      remedies: [
        {
          remedies: { remedies: ["complaint", "ombudsman"] },
          remedyResults: { results: [{ remedy: "complaint", result: "not_solved", triedOn: null }] },
        },
      ],
    },
  ],
  [
    "consequences, of those that a report knows",
    { q29: ["fun", "staff_unpaid"] },
    { consequences: [{ consequences: { consequences: ["staff_unpaid"] } }] },
  ],
  ["unpaid staff", { q30_people: 4 }, { people: [{ people: { peopleAffected: 4, peopleKind: "staff" } }] }],
  [
    "texts",
    { q25_text: "The archive.", q38: "Write to us." },
    { "story-q25_text": [{ story: { story: "The archive." } }], "story-q38": [{ story: { story: "Write to us." } }] },
  ],
];

const NOTHING: readonly (readonly [name: string, answers: Answers])[] = [
  ["what was declined", Object.fromEntries([...CARRIED_QUESTIONS].map((name) => [name, DECLINED]))],
  ["consent, and a way to be reached", { q2: "c3_anonymised_narrative", q39: "yes", q39_channel: "Signal" }],
  ["bands where a report wants numbers", { q20: "lt_14d", q22: "1m_3m", q31: "lt_10", q34_money: "lt_1k" }],
  ["no, none, nobody and empty texts", { q13: { account_closed: "no" }, q21: ["none"], q30_people: 0, q38: "  " }],
  ["what was only sometimes in writing", { q19: "sometimes" }],
  ["codes that no report knows", { q16: ["moon_bank"], q18: ["constructor"], q29: ["fun"] }],
];

describe("from the answers to a survey a report may take", () => {
  test.each(EACH)("%s", (_name, answers, pieces) => {
    expect(piecesOf(answers)).toEqual(pieces);
  });

  test.each(NOTHING)("nothing of %s", (_name, answers) => {
    expect(piecesOf(answers)).toEqual({});
  });

  test("only questions that the standard questionnaire has, and none that is kept apart", () => {
    const instrument = standardInstrument();
    for (const name of CARRIED_QUESTIONS) {
      const question = findQuestion(instrument, name);
      expect(question, name).not.toBeNull();
      expect(isApart(question!), name).toBe(false);
    }
  });
});

describe("a report that begins with answers to a survey", () => {
  const said = { ...HAPPENED, q16: ["commercial_bank", "card_network"], q25_text: "First.", q38: "Second." };
  const offers = offersOf(said);

  test("holds what was chosen and nothing else", () => {
    expect(carriedReport(offers, {})).toEqual({});
    expect(carriedReport(offers, { incident: "nothing-of-it", toString: "yes" })).toEqual({});
    expect(
      carriedReport(offers, { institutionType: "card_network", "story-q38": "yes", "story-q25_text": "yes" }),
    ).toEqual({
      institutionType: { institutionType: "card_network" },
      story: { story: "First.\n\nSecond." },
    });
  });

  test("does not tell the same thing twice", () => {
    const report = carriedReport(offers, { incident: "account_closed", otherIncidents: "yes" });
    expect(report.otherIncidents).toEqual({ otherIncidents: ["transfer_delayed"] });
    const twice = offersOf({ q13: { account_closed: "once" }, q24: ["account_closed"] });
    expect(carriedReport(twice, { incident: "account_closed", otherIncidents: "yes" }).otherIncidents).toBeUndefined();
  });

  test("reads a form: what is ticked where there is one thing, and the one of several", () => {
    const form = { take: ["courtRelated", "institutionType", "affected"], "one-institutionType": "card_network" };
    expect(carriedReport(offers, chosenIn(offers, form))).toEqual({
      courtRelated: { courtRelated: "yes" },
      affected: { affected: "own_organisation" },
      institutionType: { institutionType: "card_network" },
    });
    expect(carriedReport(offers, chosenIn(offers, { take: "affected", "one-incident": "-" }))).toEqual({
      affected: { affected: "own_organisation" },
    });
  });

  test("can be a report, and agrees with itself, whatever was answered and chosen", () => {
    const everything: Readonly<Record<string, Value>> = Object.assign({}, ...EACH.map(([, answers]) => answers));
    const anyAnswers = fc.subarray(Object.entries(everything)).map((entries): Answers => Object.fromEntries(entries));
    fc.assert(
      fc.property(anyAnswers, fc.infiniteStream(fc.nat()), (answers, picks) => {
        const made = offersOf(answers);
        const chosen: Chosen = Object.fromEntries(
          made.map(({ name, choices }) => {
            const at = picks.next().value! % (choices.length + 1);
            return [name, choices[at]?.value];
          }),
        );
        const report: CaseReport = carriedReport(made, chosen);
        expect(caseReportSchema.safeParse(report).success).toBe(true);
        for (const { key, fits } of QUESTIONS) {
          const answer = report[key];
          if (answer !== undefined) expect(fits(answer, report), key).toBe(true);
        }
      }),
    );
  });
});
