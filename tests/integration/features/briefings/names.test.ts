import { strFromU8, unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { KeyNotHeld } from "#app/access/key-not-held.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import {
  approveBriefing,
  returnBriefing,
  submitBriefing,
} from "#app/features/briefings/drafting/briefing-review-commands.server.ts";
import { chooseTables, computeTables } from "#app/features/briefings/drafting/table-set-commands.server.ts";
import { tableIdOf } from "#app/features/briefings/figures/table-choice.ts";
import { unzipped } from "#app/features/briefings/files/data-package.server.ts";
import { approveNaming, endNaming, proposeNaming } from "#app/features/briefings/names/naming-commands.server.ts";
import { readNameOptions, readNaming, readNamings } from "#app/features/briefings/names/naming-pages.server.ts";
import { clearedNamings } from "#app/features/briefings/names/naming-rows.server.ts";
import { PACKAGE_PATH, wordPath } from "#app/features/briefings/published/release-file.ts";
import { findPublishedFile, findRelease } from "#app/features/briefings/published/release-queries.server.ts";
import { releaseBriefing } from "#app/features/briefings/release/briefing-release-commands.server.ts";
import { openGroup } from "#app/features/keyring/group-keys.server.ts";
import { readRegister } from "#app/features/registers/institutions/institution-register.server.ts";
import type { BriefingId, InstitutionId, NamingId } from "#app/kernel/id.ts";
import { aDraft, aText, look, type Newsroom, newNewsroom, TWO_TABLES, writeText } from "../../../support/briefings.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { ANSWER, approved, aReply, BY_NAME, matchedBank, NAMED, proposed, replyOf } from "../../../support/namings.ts";
import { valueFrom } from "../../../support/world.ts";

const UNBACKED = "Brindlecote Exchange";
const TABLE = tableIdOf(BY_NAME);

onBothDatabases("naming an institution in a briefing", () => {
  let room: Newsroom;
  let draft: BriefingId;
  let bank: InstitutionId;
  let unbacked: InstitutionId;
  let naming: NamingId;

  beforeAll(async () => {
    room = await newNewsroom();
    bank = await matchedBank(room, { organisations: 9 });
    unbacked = await matchedBank(room, { name: UNBACKED, organisations: 6, isBacked: false });
    draft = await aDraft(room);
  }, 180_000);

  const versionOf = async (id = draft) => (await look(await room.as.editor(), id)).version;
  const compute = async () => valueFrom(await computeTables(await room.as.analyst(), draft, await versionOf()));
  const view = async () => look(await room.as.editor(), draft);
  const rowsOf = async () => {
    const { tables } = await view();
    return tables?.release.tables.find(({ id }) => id === TABLE)?.cells.map(({ codes }) => codes[0]) ?? [];
  };
  const obstacles = async () => (await view()).obstacles.map(({ code, place }) => ({ code, place }));
  const register = async (id: InstitutionId) => (await readRegister(await room.as.intake())).get(id)!;

  test("is proposed only of what was asked and had its time, and waits for a second person", async () => {
    const editor = await room.as.editor();
    const asked = { entryId: bank, grade: "documented" } as const;
    expect(await proposeNaming(editor, draft, asked)).toMatchObject({
      refusal: { fields: { institution: "names.gap.not-asked" } },
    });
    await replyOf(room, bank, 2);
    await replyOf(room, unbacked, 2, aReply({ answeredOn: null, answer: "" }));
    expect((await readNameOptions(await room.as.editor(), draft)).options.map(({ gap }) => gap)).toEqual([null, null]);
    naming = await proposed(room, draft, bank);
    expect(await proposeNaming(await room.as.editor(), draft, asked)).toMatchObject({
      refusal: { fields: { institution: "names.propose.twice" } },
    });
    const [shown] = (await readNamings(await room.as.guardian(), draft, "en")).namings;
    expect(shown).toMatchObject({ name: NAMED, state: "waiting", isPrinted: null, reply: { answer: ANSWER } });
    const other = await approveNaming(await room.as.guardian(), draft, naming, "A".repeat(43));
    expect(other).toMatchObject({ refusal: { code: "briefing.changed-meanwhile" } });
  });

  test("one approval alone names nobody: the table of names is left out, and no code is in the others", async () => {
    valueFrom(await chooseTables(await room.as.analyst(), draft, await versionOf(), [...TWO_TABLES, BY_NAME]));
    await compute();
    const { tables } = await view();
    expect(tables?.release.named).toBeUndefined();
    expect(await rowsOf()).toEqual([]);
    expect(tables?.release.tables).toHaveLength(TWO_TABLES.length);
    expect(tables?.release.leftOut).toContainEqual({ choice: BY_NAME, reason: "nobody-named" });
    expect(JSON.stringify(tables)).not.toContain("commercial_bank-");
  });

  test("with two approvals it has a row of its own where the cases bear it; whoever they do not bear stays with its type", async () => {
    await approved(room, draft, naming);
    await approved(room, draft, await proposed(room, draft, unbacked));
    await compute();
    const { tables, names } = await view();
    expect(tables?.release.named).toMatchObject([{ naming }]);
    const code = tables?.release.named?.[0]?.code ?? "";
    expect(await rowsOf()).toEqual(expect.arrayContaining(["commercial_bank", code, "commercial_bank-others"]));
    expect(names).toMatchObject([{ code, obstacle: null, facts: { name: NAMED } }]);
    const listed = (await readNamings(await room.as.editor(), draft, "en")).namings;
    expect(listed.map(({ name, isPrinted }) => [name, isPrinted])).toEqual([
      [UNBACKED, false],
      [NAMED, true],
    ]);
  });

  test("an analyst reads codes: no name lies in the tables, the page's data or any key they hold", async () => {
    const analyst = await room.as.analyst();
    const seen = await look(analyst, draft);
    expect(seen.names).toBeNull();
    expect(JSON.stringify(seen)).not.toContain(NAMED);
    const cleared = await withActor(analyst, (tx) => clearedNamings(analyst, tx, draft));
    expect(cleared).toHaveLength(2);
    expect(JSON.stringify(cleared)).not.toContain("Quillmere");
    await expect(readNamings(analyst, draft, "en")).rejects.toThrow();
    await expect(withActor(analyst, (tx) => openGroup(analyst, tx, "register"))).rejects.toThrow(KeyNotHeld);
    await expect(withActor(analyst, (tx) => tx.institutionNaming.findMany())).rejects.toThrow();
  });

  test("a reply that changes voids the name, in review and in the transaction that releases", async () => {
    const editor = await room.as.editor();
    valueFrom(await submitBriefing(editor, draft, { recordVersion: await versionOf(), comment: "" }));
    const { hash } = await view();
    valueFrom(await approveBriefing(await room.as.editor(), draft, hash!));
    await replyOf(room, bank, (await register(bank)).version, aReply({ answer: "We have changed our mind." }));
    const released = await releaseBriefing(await room.as.guardian(), draft, hash!);
    expect(released).toMatchObject({ refusal: { code: "briefing.name-void" } });
    const step = { recordVersion: await versionOf(), comment: "The reply is another one." };
    valueFrom(await returnBriefing(await room.as.guardian(), draft, "send_back", step));
    expect(await obstacles()).toEqual([{ code: "name-void", place: NAMED }]);
    const again = await submitBriefing(await room.as.editor(), draft, {
      recordVersion: await versionOf(),
      comment: "",
    });
    expect(again).toMatchObject({ refusal: { code: "briefing.not-ready" } });
    const { naming: shown } = await readNaming(await room.as.guardian(), draft, naming, "en");
    expect(shown).toMatchObject({ state: "void", obstacle: "reply" });
    expect(await approveNaming(await room.as.guardian(1), draft, naming, shown.hash)).toMatchObject({
      refusal: { code: "naming.void" },
    });
  });

  test("proposed and computed anew nothing is in its way", async () => {
    valueFrom(await endNaming(await room.as.editor(), draft, naming, "Another reply"));
    expect(await obstacles()).toEqual([{ code: "name-void", place: expect.stringMatching(/^commercial_bank-/) }]);
    naming = await proposed(room, draft, bank);
    await approved(room, draft, naming);
    await compute();
    expect(await obstacles()).toEqual([]);
  });

  test("a name that was typed is stopped unless the edition prints its reply", async () => {
    const write = async (claim: string) => writeText(await room.as.editor(), draft, "en", { ...aText(), claim });
    await write(`${UNBACKED.toUpperCase()} refused, and so did ${NAMED}.`);
    expect((await view()).obstacles).toEqual([
      { code: "name-typed", place: "en.claim", written: UNBACKED.toUpperCase() },
    ]);
    const step = { recordVersion: await versionOf(), comment: "" };
    expect(await submitBriefing(await room.as.editor(), draft, step)).toMatchObject({
      refusal: { code: "briefing.not-ready" },
    });
    expect((await look(await room.as.analyst(), draft)).obstacles).toEqual([]);
    await write(`A commercial bank refused, and so did ${NAMED}.`);
    expect(await obstacles()).toEqual([]);
  });

  test("released it is printed with its reply, and nobody else's name stands in any file", async () => {
    valueFrom(await submitBriefing(await room.as.editor(), draft, { recordVersion: await versionOf(), comment: "" }));
    const { hash } = await view();
    valueFrom(await approveBriefing(await room.as.editor(), draft, hash!));
    const { slug } = valueFrom(await releaseBriefing(await room.as.guardian(), draft, hash!));
    const text = (await findRelease(slug))?.content?.texts.en;
    const table = text?.sections.flatMap(({ tables }) => tables).find(({ id }) => id === TABLE);
    expect(table?.rows.map(({ label }) => label)).toEqual(
      expect.arrayContaining(["Commercial bank", NAMED, "Commercial bank: all others"]),
    );
    expect(table?.replies).toMatchObject([{ name: NAMED, answer: ["We have changed our mind."] }]);
    expect(table?.charts).toEqual([]);
    const bytesOf = async (path: string) => {
      const file = await findPublishedFile(slug, path);
      return new Uint8Array((file as { bytes: Uint8Array }).bytes);
    };
    const archive = await bytesOf(PACKAGE_PATH);
    expect([...unzipped(archive).values()].join()).not.toContain(NAMED);
    expect(strFromU8(unzipSync(archive)["institutions.csv"]!)).toContain(`"${NAMED}"`);
    const paper = strFromU8(unzipSync(await bytesOf(wordPath("fr")))["word/document.xml"]!);
    for (const words of [NAMED, "We have changed our mind."]) expect(paper).toContain(words);
    expect(paper).not.toContain(UNBACKED);
    expect(JSON.stringify(await findRelease(slug))).not.toContain(UNBACKED);
  }, 180_000);
});
