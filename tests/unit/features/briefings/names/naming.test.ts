import { describe, expect, test } from "vitest";
import { bears, type Evidence, gradeOf } from "#app/features/briefings/names/evidence-grade.ts";
import { type NamingFacts, namingBytes, REPLY_DUE_DAYS } from "#app/features/briefings/names/naming.ts";
import { gapOf, namingFacts, voidReason } from "#app/features/briefings/names/naming-rules.ts";
import type { RegisterEntry } from "#app/features/registers/institutions/institution.ts";
import type { Corroboration } from "#app/features/taxonomy/codes.ts";
import type { BriefingId } from "#app/kernel/id.ts";
import { addDays } from "#app/kernel/iso-day.ts";
import { aRegister, idOf } from "../../../../support/institutions.ts";
import { aReply } from "../../../../support/namings.ts";

const cases = (...kinds: readonly (Corroboration | null)[]): Evidence[] =>
  kinds.map((corroboration, at) => ({ organisationKey: `organisation ${at}`, corroboration }));

describe("what the cases behind a name rest on", () => {
  test("is nothing as long as it is the word of those who reported", () => {
    expect(gradeOf(cases("self_report", "self_report", "single_report", "survey_testimony", null))).toBeNull();
    expect(gradeOf(cases("document_seen", "document_seen", "self_report", "self_report", "self_report"))).toBeNull();
  });

  test("is documented from three organisations on, and confirmed where two of them have it from an authority", () => {
    expect(gradeOf(cases("document_seen", "several_reports", "court_record"))).toBe("documented");
    expect(gradeOf(cases("document_seen", "regulator", "court_record"))).toBe("confirmed");
  });

  test("counts organisations: many papers of one are one organisation's papers", () => {
    const one = cases("document_seen", "document_seen", "document_seen", "court_record");
    expect(gradeOf(one.map((own) => ({ ...own, organisationKey: "one" })))).toBeNull();
  });

  test("bears what was answered for, or more", () => {
    expect(bears("confirmed", "documented")).toBe(true);
    expect(bears("documented", "confirmed")).toBe(false);
    expect(bears(null, "documented")).toBe(false);
  });
});

const TODAY = "2026-03-01";
const entry = (overrides: Partial<RegisterEntry> = {}) => ({ id: "a", reply: aReply(), ...overrides }) as const;
const CHOSEN = { briefingId: "b" as BriefingId, session: "ASP25", grade: "documented" } as const;
const approvedFacts = (): NamingFacts => {
  const register = aRegister(entry(), { id: "b" });
  return namingFacts(register, register.get("a")!, CHOSEN)!;
};

describe("an entry can be proposed", () => {
  test("once it is confirmed, of a type, and was asked", () => {
    const of = (overrides: Partial<RegisterEntry>) => gapOf({ ...aRegister(entry()).get("a")!, ...overrides }, TODAY);
    expect(of({})).toBeNull();
    expect(of({ state: "for_review" })).toBe("for-review");
    expect(of({ type: null })).toBe("no-type");
    expect(of({ reply: null })).toBe("not-asked");
    expect(of({ foldedInto: idOf("b") })).toBe("folded");
  });

  test("without an answer only after the last day for it", () => {
    const asked = { ...aRegister(entry()).get("a")!, reply: aReply({ answeredOn: null, answer: "" }) };
    const last = addDays(asked.reply.askedOn, REPLY_DUE_DAYS);
    expect(gapOf(asked, last)).toBe("answer-due");
    expect(gapOf(asked, addDays(last, 1))).toBeNull();
  });
});

describe("an approval is void", () => {
  const now = { session: "ASP25", today: TODAY };
  const reason = (overrides: Partial<RegisterEntry>, other: Partial<RegisterEntry> = {}) =>
    voidReason(approvedFacts(), aRegister(entry(overrides), { ...other, id: "b" }), now);

  test("as soon as anything of it has changed, and not before", () => {
    expect(reason({})).toBeNull();
    expect(reason({ names: ["Another name"] })).toBe("name");
    expect(reason({ reply: aReply({ answer: "Other words." }) })).toBe("reply");
    expect(reason({ reply: aReply({ question: "Another question?" }) })).toBe("reply");
    expect(reason({ reply: null })).toBe("reply");
    expect(reason({ type: "card_network" })).toBe("type");
    expect(reason({ state: "for_review" })).toBe("gone");
    expect(reason({ foldedInto: idOf("b") })).toBe("gone");
    expect(reason({}, { foldedInto: idOf("a") })).toBe("codes");
    expect(voidReason(approvedFacts(), aRegister(entry()), { ...now, session: "ASP26" })).toBe("session");
  });

  test("its bytes hold every fact, and a secret, so that nobody finds a name by trying names", () => {
    const bytes = (facts: Partial<NamingFacts>, salt = "salt") =>
      new TextDecoder().decode(namingBytes({ facts: { ...approvedFacts(), ...facts }, salt }));
    const base = bytes({});
    for (const other of [
      { name: "x" },
      { grade: "confirmed" },
      { session: "x" },
      { codes: [] },
      { entryId: idOf("b") },
    ])
      expect(bytes(other as Partial<NamingFacts>)).not.toBe(base);
    expect(bytes({}, "another")).not.toBe(base);
  });
});
