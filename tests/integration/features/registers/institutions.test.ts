import { beforeAll, expect, test } from "vitest";
import { withActor } from "#app/access/with-actor.server.ts";
import {
  addInstitution,
  changeInstitution,
  confirmInstitution,
  foldInstitution,
} from "#app/features/registers/institutions/institution-commands.server.ts";
import { readInstitution, readInstitutionList } from "#app/features/registers/institutions/institution-pages.server.ts";
import { openRegister, readRegister } from "#app/features/registers/institutions/institution-register.server.ts";
import { type CaseTeam, newCaseTeam } from "../../../support/case-team.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { anInstitution } from "../../../support/institutions.ts";
import { actorFor, newColleague, valueFrom } from "../../../support/world.ts";

onBothDatabases("the register of institutions", (db) => {
  let team: CaseTeam;

  beforeAll(async () => {
    team = await newCaseTeam();
  });

  const add = async (name: string, more = {}) =>
    valueFrom(await addInstitution(await team.as.intake(), anInstitution({ names: [name], country: null, ...more })))
      .id;

  test("is added to, changed and confirmed, and tells the later of two that somebody was faster", async () => {
    const intake = await team.as.intake();
    const id = await add("Harbour Bank", { country: "NL" });
    valueFrom(await confirmInstitution(intake, id, { version: 1 }));
    const values = anInstitution({ names: ["Harbour Bank N.V.", "Havenbank"], country: "NL", bic: "HARBNL2A" });
    const late = await changeInstitution(intake, id, { version: 1, values });
    expect(late).toMatchObject({ refusal: { kind: "conflict", code: "institution.changed-meanwhile" } });
    valueFrom(await changeInstitution(intake, id, { version: 2, values }));
    const { institution, codes } = await readInstitution(intake, id, "en");
    expect(institution).toMatchObject({
      names: values.names,
      bic: "HARBNL2A",
      state: "confirmed",
      country: "Netherlands",
    });
    expect(codes).toEqual([id]);
    const twin = await addInstitution(intake, anInstitution({ names: ["havenbank"], country: "NL" }));
    expect(twin).toMatchObject({ refusal: { fields: { name: "institutions.name.known" } } });
  });

  test("a spelling is folded into its institution, and both codes stand for it from then on", async () => {
    const intake = await team.as.intake();
    const stays = await add("Meridian Trust");
    const goes = await add("Meridian Trst", { bic: "MERIGB2L" });
    expect(await foldInstitution(intake, goes, { version: 2, into: stays })).toMatchObject({
      refusal: { code: "institution.changed-meanwhile" },
    });
    valueFrom(await foldInstitution(intake, goes, { version: 1, into: stays }));
    expect(await readInstitution(intake, stays, "en")).toMatchObject({
      institution: { names: ["Meridian Trust", "Meridian Trst"], bic: "MERIGB2L" },
      codes: expect.arrayContaining([stays, goes]),
    });
    expect(await readInstitution(intake, goes, "en")).toMatchObject({
      institution: { foldedInto: { id: stays }, mayWrite: false },
    });
    expect(await confirmInstitution(intake, goes, { version: 2 })).toMatchObject({ refusal: { kind: "not-found" } });
    const list = await readInstitutionList(intake, { words: "meridian", page: 1 }, "en");
    expect(list.rows.map(({ id }) => id)).toEqual([stays]);
  });

  test("a group shows what belongs to it, and nothing belongs to itself", async () => {
    const intake = await team.as.intake();
    const group = await add("Alpine Group");
    const bank = await add("Alpine Private Bank", { parentId: group });
    const { institution, codes } = await readInstitution(intake, group, "en");
    expect(institution.members).toEqual([{ id: bank, name: "Alpine Private Bank" }]);
    expect([...codes].sort()).toEqual([group, bank].sort());
    const circle = anInstitution({ names: ["Alpine Group"], country: null, parentId: bank });
    expect(await changeInstitution(intake, group, { version: 1, values: circle })).toMatchObject({
      refusal: { fields: { parent: "institutions.group.circle" } },
    });
  });

  test("is read by coordinators of every team, editors and guardians, and opens to nobody else", async () => {
    const id = await add("Only For The Register");
    const { world } = team;
    const editor = await actorFor(await newColleague(world, "editor"), "editor");
    const readers = [await team.as.walledIntake(), editor, await actorFor(world.guardians[0], "guardian")];
    for (const reader of readers) expect((await readRegister(reader)).get(id)?.names[0]).toBe("Only For The Register");
    const others = [
      await team.as.reporter(),
      await team.as.lead(),
      await actorFor(await newColleague(world, "analyst"), "analyst"),
      await actorFor(world.administrator, "administrator"),
    ];
    for (const other of others) await expect(readRegister(other)).rejects.toThrow();
    // Neither by a policy that was forgotten: the key is not theirs.
    await db.sql("GRANT SELECT ON institutions TO app_lead, app_analyst, app_reporter, app_administrator");
    for (const role of ["lead", "analyst", "reporter", "administrator"])
      await db.sql(`CREATE POLICY forgotten_${role} ON institutions FOR SELECT TO app_${role} USING (true)`);
    for (const other of others) await expect(readRegister(other)).rejects.toThrow();
    for (const role of ["lead", "analyst", "reporter", "administrator"])
      await db.sql(`DROP POLICY forgotten_${role} ON institutions`);
    await db.sql("REVOKE SELECT ON institutions FROM app_lead, app_analyst, app_reporter, app_administrator");
    await expect(
      withActor(editor, (tx) => tx.institution.updateMany({ where: { id }, data: { version: 9 } })),
    ).rejects.toThrow();
  });

  test("holds nothing readable, and an entry that was moved or written by hand opens nowhere", async () => {
    const [one, two] = [await add("Plainly Visible Bank"), await add("Another Visible Bank")];
    const rows = await db.sql("SELECT encode(sealed, 'escape') AS text FROM institutions");
    expect(rows.map(({ text }) => String(text)).join(" ")).not.toMatch(/Visible|Bank/);
    const intake = await team.as.intake();
    const [kept] = await db.sql("SELECT sealed FROM institutions WHERE id = $1", [one]);
    await db.sql("UPDATE institutions SET sealed = (SELECT sealed FROM institutions WHERE id = $1) WHERE id = $2", [
      two,
      one,
    ]);
    await expect(withActor(intake, (tx) => openRegister(intake, tx))).rejects.toThrow();
    await db.sql("UPDATE institutions SET sealed = $1 WHERE id = $2", [kept?.sealed, one]);
    expect((await readRegister(intake)).get(one)?.names).toEqual(["Plainly Visible Bank"]);
  });
});
