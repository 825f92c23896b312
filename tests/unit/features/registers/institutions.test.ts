import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asCode, isBic, isLei } from "#app/features/registers/institutions/institution-codes.ts";
import { institutionForm, newInstitutionForm } from "#app/features/registers/institutions/institution-forms.ts";
import {
  codesOf,
  codesOfGroup,
  entryFor,
  groupsAbove,
  makesCircle,
  withMembers,
} from "#app/features/registers/institutions/institution-group.ts";
import { candidatesFor, sameEntry, searched } from "#app/features/registers/institutions/institution-matching.ts";
import { foldedEntry, whyNotFolded, wrongFields } from "#app/features/registers/institutions/institution-rules.ts";
import { foldedName, likeness } from "#app/features/registers/institutions/institution-spelling.ts";
import { anInstitution, aRegister, idOf } from "../../../support/institutions.ts";

describe("codes of institutions", () => {
  test("a BIC has a bank, a country that exists, and eight or eleven characters", () => {
    expect(["DEUTDEFF", "DEUTDEFF500", "NEDSZAJJXXX"].filter(isBic)).toHaveLength(3);
    expect(["DEUTXYFF", "DEUTDEF", "DEUTDEFF50", "1234DEFF", ""].filter(isBic)).toEqual([]);
    expect(isBic(asCode(" deut de ff "))).toBe(true);
  });

  test("an LEI proves itself by its last two digits", () => {
    // GLEIF's own, and two of the banks that publish theirs.
    expect(["506700GE1G29325QX363", "7LTWFZYICNSX8D621K86", "R0MUWSFPU8MPRO8K5P83"].filter(isLei)).toHaveLength(3);
    expect(isLei("506700GE1G29325QX364")).toBe(false);
    expect(isLei("506700GE1G29325QX36")).toBe(false);
  });

  // A digit for a letter makes the number longer, and of those one in a hundred fits by chance.
  test("no wrong digit and no wrong letter of an LEI goes unseen", () => {
    const right = "7LTWFZYICNSX8D621K86";
    const kinds = ["0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
    const others = (character: string) => kinds.find((kind) => kind.includes(character))!.replace(character, "");
    const changed = [...right].flatMap((character, at) =>
      [...others(character)].map((other) => right.slice(0, at) + other + right.slice(at + 1)),
    );
    expect(changed).toHaveLength(7 * 9 + 13 * 25);
    expect(changed.filter(isLei)).toEqual([]);
  });
});

describe("spellings of a name", () => {
  test.each([
    ["BNP Paribas S.A.", "bnp paribas"],
    ["Crédit Agricole SA", "CREDIT AGRICOLE"],
    ["Deutsche Bank AG", "deutsche  bank"],
    ["Banque Postale", "La Banque postale"],
    ["ＵＢＳ Ｇｒｏｕｐ ＡＧ", "UBS Group"],
    ["Société Générale", "Societe Generale S.A."],
    ["بنك الاردن", "بَنْك الأردن"],
    ["Barclays Bank PLC", "Barclays Bank p.l.c."],
    ["Smith & Sons Ltd.", "Smith and Sons Limited"],
  ])("%s and %s are spelled alike", (one, other) => {
    expect(foldedName(one)).toBe(foldedName(other));
    expect(likeness(one, other)).toBe("same");
  });

  test("a bank keeps its bank, and a name made of legal forms alone keeps them", () => {
    expect(likeness("Bank of America", "America")).not.toBe("same");
    expect(foldedName("SA")).toBe("sa");
    expect(foldedName("The Bank")).toBe("bank");
  });

  test("a shorter name is part of the longer one, a slip of the pen is near, and common words make nothing alike", () => {
    expect(likeness("ING", "ING Bank")).toBe("part");
    expect(likeness("UBS", "UBS Group")).toBe("part");
    expect(likeness("Rabobank", "Rabobnk")).toBe("near");
    expect(likeness("National Bank", "National Savings Bank")).toBeNull();
    expect(likeness("PayPal", "Stripe")).toBeNull();
    expect(likeness("…", "…")).toBeNull();
  });

  test("folding twice changes nothing, and likeness looks the same from both sides", () => {
    fc.assert(fc.property(fc.string(), (name) => foldedName(foldedName(name)) === foldedName(name)));
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => likeness(a, b) === likeness(b, a)));
  });
});

describe("groups and folded entries", () => {
  const register = aRegister(
    { id: "group" },
    { id: "bank", parentId: idOf("group") },
    { id: "branch", parentId: idOf("old") },
    { id: "old", foldedInto: idOf("bank") },
    { id: "other" },
  );

  test("a code of a folded entry stands for the one that stays", () => {
    expect(entryFor(register, "old")?.id).toBe("bank");
    expect(codesOf(register, idOf("bank"))).toEqual(["bank", "old"]);
    expect(entryFor(register, "nobody")).toBeNull();
  });

  test("a group has the codes of all that belongs to it, also by way of a folded entry", () => {
    expect([...codesOfGroup(register, idOf("group"))].sort()).toEqual(["bank", "branch", "group", "old"]);
    expect(groupsAbove(register, idOf("branch")).map(({ id }) => id)).toEqual(["bank", "group"]);
  });

  test("nothing comes to belong to itself", () => {
    expect(makesCircle(register, idOf("group"), idOf("branch"))).toBe(true);
    expect(makesCircle(register, idOf("bank"), idOf("bank"))).toBe(true);
    expect(makesCircle(register, idOf("bank"), idOf("other"))).toBe(false);
    const circle = wrongFields(register, register.get("group")!, anInstitution({ parentId: idOf("old") }));
    expect(circle).toEqual({ parent: "institutions.group.circle" });
  });

  test("rows that were put together by hand make nothing run for ever", () => {
    const strange = aRegister(
      { id: "a", foldedInto: idOf("b") },
      { id: "b", foldedInto: idOf("a") },
      { id: "c", parentId: idOf("d") },
      { id: "d", parentId: idOf("c") },
    );
    expect(entryFor(strange, "a")).toBeNull();
    expect(groupsAbove(strange, idOf("c")).map(({ id }) => id)).toEqual(["d"]);
    expect([...withMembers(strange, idOf("c"))]).toEqual(["c", "d"]);
  });

  test("folding keeps every name and what only the folded entry knew", () => {
    const one = { names: ["ING Bank"] as [string], bic: "INGBNL2A", parentId: idOf("stays") };
    const both = aRegister({ id: "stays", names: ["ING", "ING Groep"] }, { id: "goes", ...one });
    const folded = foldedEntry(both, both.get("stays")!, both.get("goes")!);
    expect(folded).toMatchObject({ names: ["ING", "ING Groep", "ING Bank"], bic: "INGBNL2A", parentId: null });
  });

  test("a group is folded neither into itself nor into its own bank", () => {
    const why = (from: string, into: string) => whyNotFolded(register, register.get(from)!, register.get(into));
    expect(why("group", "branch")).toBe("institutions.fold.member");
    expect(why("group", "group")).toBe("institutions.fold.itself");
    expect(why("bank", "old")).toBe("institutions.fold.required");
    expect(why("bank", "group")).toBeNull();
  });
});

describe("matching a typed name", () => {
  const register = aRegister(
    { id: "nl", names: ["ING Bank N.V.", "ING"], country: "NL", parentId: idOf("group"), bic: "INGBNL2A" },
    { id: "be", names: ["ING België"], country: "BE", parentId: idOf("group") },
    { id: "group", names: ["Orange Holding"], country: "NL" },
    { id: "far", names: ["Orange Mutual Insurance"], country: "US" },
    { id: "gone", names: ["ING"], foldedInto: idOf("nl") },
    { id: "else", names: ["Rabobank"], country: "NL" },
  );

  test("proposes names alike first, then the group and its other members", () => {
    const found = candidatesFor(register, { name: "ing bank nv", country: "NL" });
    expect(found.map(({ entry, why }) => [entry.id, why])).toEqual([
      ["nl", "same"],
      ["group", "group"],
      ["be", "group"],
    ]);
  });

  test("sorts by country where the case names one", () => {
    const alike = candidatesFor(register, { name: "ING", country: "BE" }).map(({ entry }) => entry.id);
    expect(alike).toEqual(["nl", "be", "group"]);
  });

  test("the same name in the same country is the same entry, in another country it is not", () => {
    expect(sameEntry(register, { name: "ING NV", country: "NL" })?.id).toBe("nl");
    expect(sameEntry(register, { name: "ING NV", country: "FR" })).toBeNull();
  });

  test("a search finds names, parts of names and codes, and never what was folded", () => {
    const ids = (words: string) => searched(register, words).map(({ id }) => id);
    expect(ids("")).toHaveLength(5);
    expect(ids("belgie")).toEqual(["be"]);
    expect(ids("ingb nl")).toEqual(["nl"]);
    expect(ids("nothing of the sort")).toEqual([]);
  });
});

describe("the form of an institution", () => {
  test("takes names once each, codes in any writing, and leaves open what is not known", () => {
    const form = newInstitutionForm.parse({
      name: " ING ",
      spellings: "ING Bank\r\n\r\nING\n ING Bank ",
      bic: "ingb nl 2a",
    });
    expect(form).toEqual({
      names: ["ING", "ING Bank"],
      country: null,
      type: null,
      bic: "INGBNL2A",
      lei: null,
      parentId: null,
    });
  });

  test("refuses wrong codes and unknown countries beside their fields", () => {
    const wrong = institutionForm.safeParse({
      recordVersion: "1",
      name: "x",
      bic: "ABC",
      lei: "1",
      country: "XX",
      type: "shop",
    });
    expect(wrong.error?.issues.map(({ path }) => path[0]).sort()).toEqual(["bic", "country", "lei", "name", "type"]);
  });

  test("a code or a name that another entry has is refused", () => {
    const register = aRegister({ id: "a", names: ["ING"], country: "NL", bic: "INGBNL2A" });
    const facts = anInstitution({ names: ["ING N.V."], country: "NL", bic: "INGBNL2A" });
    expect(wrongFields(register, null, facts)).toEqual({
      name: "institutions.name.known",
      bic: "institutions.bic.taken",
    });
    expect(wrongFields(register, register.get("a")!, facts)).toBeNull();
  });
});
