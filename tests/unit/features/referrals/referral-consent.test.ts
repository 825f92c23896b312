import { describe, expect, test } from "vitest";
import { CONSENT_LEVELS, type ConsentLevel } from "#app/features/cases/consent.ts";
import { RECEIVER_KINDS, REFERRAL_PARTS, type ReceiverKind } from "#app/features/referrals/referral.ts";
import {
  type Allowance,
  isAmong,
  mayGo,
  mayMark,
  needsAgreement,
  objectionsTo,
  PART_CLASSES,
  possibleKinds,
  type Wish,
} from "#app/features/referrals/referral-consent.ts";

const allowance = (consent: ConsentLevel, more: Partial<Allowance> = {}): Allowance => ({
  consent,
  recipients: null,
  sourceKind: "account",
  ...more,
});
const wish = (kind: ReceiverKind, more: Partial<Wish> = {}): Wish => ({
  kind,
  name: "Ministry of Justice",
  parts: ["what", "story"],
  files: [],
  tlp: "tlp_red",
  ...more,
});

describe("the table of consent", () => {
  test("is this one, cell by cell: unnamed, facts, naming, originals", () => {
    const table = (consent: ConsentLevel) =>
      RECEIVER_KINDS.map((kind) => PART_CLASSES.map((of) => (mayGo(kind, of, consent) ? "x" : "-")).join("")).join(" ");
    expect(Object.fromEntries(CONSENT_LEVELS.map((level) => [level, table(level)]))).toEqual({
      c0_none: "---- ---- ---- ----",
      c1_internal: "xxxx ---- ---- ----",
      c2_aggregate: "xxxx ---- ---- ----",
      c3_anonymised_narrative: "xxxx x--- x--- x---",
      c4_confidential_to_named: "xxxx xxxx xxxx xxx-",
      c5_public_named: "xxxx xxxx xxxx xxx-",
    });
  });

  test("is a ladder: a higher level takes nothing away", () => {
    for (const kind of RECEIVER_KINDS)
      for (const of of PART_CLASSES) {
        const row = CONSENT_LEVELS.map((level) => mayGo(kind, of, level));
        expect(row.indexOf(true) < 0 || !row.slice(row.indexOf(true)).includes(false)).toBe(true);
      }
  });

  test("offers nobody where nothing is agreed to, and nobody for a case out of public sources", () => {
    expect(possibleKinds(allowance("c0_none"))).toEqual([]);
    expect(possibleKinds(allowance("c2_aggregate"))).toEqual(["lawyer"]);
    expect(possibleKinds(allowance("c5_public_named", { sourceKind: "import" }))).toEqual([]);
    expect(objectionsTo(wish("lawyer"), allowance("c5_public_named", { sourceKind: "import" }))).toEqual(["nobody"]);
  });
});

describe("what stands against a referral", () => {
  test("is what goes too far for the level", () => {
    expect(objectionsTo(wish("lawyer"), allowance("c1_internal"))).toEqual([]);
    expect(objectionsTo(wish("partner"), allowance("c3_anonymised_narrative"))).toEqual(["parts"]);
    expect(objectionsTo(wish("partner", { parts: ["what", "summary"] }), allowance("c3_anonymised_narrative"))).toEqual(
      [],
    );
    const original = { files: [{ half: "original" as const }] };
    expect(objectionsTo(wish("other", original), allowance("c5_public_named"))).toEqual(["originals"]);
  });

  test("at c4 is a receiver whom the reporter has not named, unless nothing points to anybody", () => {
    const named = allowance("c4_confidential_to_named", { recipients: "Ministry of justice; Embassy of Norway" });
    expect(objectionsTo(wish("state_authority"), named)).toEqual([]);
    expect(objectionsTo(wish("state_authority", { name: "Ministry of Finance" }), named)).toEqual(["not-named"]);
    expect(objectionsTo(wish("state_authority", { name: "Ministry of Finance", parts: ["summary"] }), named)).toEqual(
      [],
    );
    expect(objectionsTo(wish("lawyer", { name: "Anybody" }), named)).toEqual([]);
    expect(objectionsTo(wish("partner", { name: "Anybody" }), allowance("c5_public_named"))).toEqual([]);
  });

  test("is a mark that lets it be passed on further than the level", () => {
    expect(mayMark("tlp_amber_strict", "c1_internal")).toBe(true);
    expect(mayMark("tlp_amber", "c3_anonymised_narrative")).toBe(false);
    expect(mayMark("tlp_green", "c4_confidential_to_named")).toBe(false);
    expect(objectionsTo(wish("lawyer", { tlp: "tlp_clear" }), allowance("c1_internal"))).toEqual(["tlp"]);
  });
});

describe("the reporter", () => {
  test("is asked for everything but codes and names of who may be named in public", () => {
    const facts = REFERRAL_PARTS.filter((part) => part !== "summary" && part !== "story");
    expect(needsAgreement({ parts: facts, files: [] }, "c5_public_named")).toBe(false);
    expect(needsAgreement({ parts: facts, files: [] }, "c4_confidential_to_named")).toBe(true);
    for (const parts of [["summary"], ["story"]] as const)
      expect(needsAgreement({ parts, files: [] }, "c5_public_named")).toBe(true);
    expect(needsAgreement({ parts: [], files: [{ half: "copy" }] }, "c5_public_named")).toBe(true);
  });

  test("names receivers in any of the ways in which a line is typed", () => {
    expect(isAmong("Foreign Ministry of Norway", "foreign ministry of norway")).toBe(true);
    expect(isAmong("Foreign ministry, Oslo", "Foreign ministry, Oslo")).toBe(true);
    expect(isAmong("وزارة الخارجية", "وزارة الخارجيّة، سفارة النرويج")).toBe(true);
    expect(isAmong("Ministry", "Foreign ministry of Norway")).toBe(false);
    expect(isAmong("  ", " ; ")).toBe(false);
    expect(isAmong("Ministry", null)).toBe(false);
  });
});
