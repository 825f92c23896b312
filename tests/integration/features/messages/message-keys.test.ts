import { beforeAll, describe, expect, test } from "vitest";
import { assignCase } from "#app/features/cases/casework/assign-commands.server.ts";
import { addNote } from "#app/features/cases/casework/triage-commands.server.ts";
import { askReporter, writeAsReporter } from "#app/features/messages/message-commands.server.ts";
import { findConversation, unreadAmong } from "#app/features/messages/message-queries.server.ts";
import { messageSeal, standingSeal } from "#app/features/messages/message-seals.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { SealBroken } from "#app/platform/crypto/errors.server.ts";
import { openTextField } from "#app/platform/crypto/fields.server.ts";
import type { Secret } from "#app/platform/crypto/secret.server.ts";
import { type CaseTeam, newCaseTeam } from "../../../support/case-team.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { keysOf, type WrapRow } from "../../../support/key-reach.ts";
import { sendReport } from "../../../support/reports.ts";
import { newColleague, newReporter, type Person, valueFrom } from "../../../support/world.ts";

interface SealedRow {
  readonly id: string;
  readonly sealed: Uint8Array;
}

onBothDatabases("the keys to a conversation", (db) => {
  let team: CaseTeam;
  let people: Record<string, Person>;
  let wraps: readonly WrapRow[];
  let caseId: CaseId;
  let other: CaseId;

  beforeAll(async () => {
    team = await newCaseTeam();
    const { world, reporter, lead } = team;
    people = {
      reporter,
      lead,
      intake: world.coordinators[0],
      neighbour: await newReporter(world, "Harbour Archive"),
      "other lead": await newColleague(world, "lead"),
      analyst: await newColleague(world, "analyst"),
      editor: await newColleague(world, "editor"),
      guardian: world.guardians[0],
      administrator: world.administrator,
    };
    caseId = await sendReport(await team.as.reporter());
    other = await sendReport(await team.as.reporter());
    valueFrom(await assignCase(await team.as.intake(), caseId, { version: 1, lead: lead.userId }));
    valueFrom(await addNote(await team.as.intake(), caseId, { text: "for the team alone" }));
    for (const id of [caseId, other]) {
      valueFrom(await askReporter(await team.as.intake(), id, { text: "On which day?" }));
      valueFrom(await writeAsReporter(await team.as.reporter(), id, { text: "On Monday." }));
    }
    wraps = (await db.sql("SELECT * FROM wraps")) as unknown as WrapRow[];
  }, 180_000);

  const rowsOf = async (table: string, id: CaseId) =>
    (await db.sql(`SELECT * FROM ${table} WHERE case_id = $1`, [id])).map(
      (row) => ({ ...row, sealed: new Uint8Array(row.sealed as Uint8Array) }) as unknown as SealedRow,
    );
  /** Whether any key that the person reaches opens any of the rows, however the door to them is guarded. */
  const opens = (person: Person, rows: readonly SealedRow[], open: (key: Secret, row: SealedRow) => unknown) =>
    [...keysOf(person, wraps).values()].some((key) => rows.some((row) => isOpened(() => open(key, row))));
  const openers = async (table: string, open: (key: Secret, row: SealedRow) => unknown) => {
    const rows = await rowsOf(table, caseId);
    expect(rows.length).toBeGreaterThan(0);
    return Object.keys(people).filter((name) => opens(people[name]!, rows, open));
  };

  test("open a message to its organisation, the team's coordinators and its lead, and to nobody else", async () => {
    const open = (key: Secret, { id, sealed }: SealedRow) => messageSeal.open(key, id, sealed);
    expect(await openers("messages", open)).toEqual(["reporter", "lead", "intake"]);
  });

  test("open what each side has read to the same people", async () => {
    const open = (key: Secret, { sealed }: SealedRow) => standingSeal.open(key, caseId, sealed);
    expect(await openers("message_standings", open)).toEqual(["reporter", "lead", "intake"]);
  });

  test("open a note to the team and its lead, and to no reporter", async () => {
    const open = (key: Secret, { id, sealed }: SealedRow) =>
      openTextField(key, { table: "case_notes", column: "sealed", rowId: id }, sealed);
    expect(await openers("case_notes", open)).toEqual(["lead", "intake"]);
  });

  describe("refuse a message that somebody with the database has", () => {
    const attempt = async (
      change: string,
      values: readonly unknown[],
      undo: readonly (readonly [string, readonly unknown[]])[],
    ) => {
      await db.sql(change, [...values]);
      try {
        await expect(findConversation(await team.as.reporter(), caseId)).rejects.toThrow(SealBroken);
        await expect(findConversation(await team.as.intake(), caseId)).rejects.toThrow(SealBroken);
      } finally {
        for (const [sql, given] of undo) await db.sql(sql, [...given]);
      }
      expect((await findConversation(await team.as.reporter(), caseId))?.messages).toHaveLength(2);
    };
    const SET = "UPDATE messages SET sealed = $1 WHERE id = $2";

    test("changed", async () => {
      const [row] = await rowsOf("messages", caseId);
      const tampered = row!.sealed.slice();
      tampered[tampered.length - 1]! ^= 1;
      await attempt(SET, [tampered, row!.id], [[SET, [row!.sealed, row!.id]]]);
    });

    test("put into another row of the same case", async () => {
      const [first, second] = await rowsOf("messages", caseId);
      await attempt(SET, [first!.sealed, second!.id], [[SET, [second!.sealed, second!.id]]]);
    });

    test("moved there from another case of the same organisation, whole or in the row of another", async () => {
      const MOVE = "UPDATE messages SET case_id = $1 WHERE id = $2";
      const [foreign] = await rowsOf("messages", other);
      const [own] = await rowsOf("messages", caseId);
      await attempt(MOVE, [caseId, foreign!.id], [[MOVE, [other, foreign!.id]]]);
      await attempt(SET, [foreign!.sealed, own!.id], [[SET, [own!.sealed, own!.id]]]);
    });

    test("taken from what each side has read, in another case", async () => {
      const SWAP = "UPDATE message_standings SET sealed = $1 WHERE case_id = $2";
      const [own] = await rowsOf("message_standings", caseId);
      const [foreign] = await rowsOf("message_standings", other);
      await attempt(SWAP, [foreign!.sealed, caseId], [[SWAP, [own!.sealed, caseId]]]);
      expect(await unreadAmong(await team.as.intake(), [caseId])).toEqual([caseId]);
    });
  });
});

function isOpened(open: () => unknown): boolean {
  try {
    open();
    return true;
  } catch {
    return false;
  }
}
