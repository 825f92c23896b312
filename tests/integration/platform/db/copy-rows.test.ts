import { randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { COPIED, copyRows } from "#app/platform/db/copy-rows.server.ts";
import { DatabaseError } from "#app/platform/db/database-error.server.ts";
import { inContext, type Transaction } from "#app/platform/db/in-context.server.ts";
import { onBothDatabases } from "../../../support/database.ts";

const draft = (organisationId: string, sealed: Uint8Array<ArrayBuffer>) => ({
  id: randomUUID(),
  organisationId,
  version: 7,
  keyVersion: 1,
  sealed,
});
type Draft = ReturnType<typeof draft>;

interface Copied {
  readonly id: string;
  readonly version: number;
  readonly sealed: Uint8Array;
}

async function copied(tx: Transaction, ids: readonly string[]): Promise<Copied[]> {
  const rows: Copied[] = [];
  const columns = { id: COPIED.uuid, version: COPIED.int4, sealed: COPIED.bytea };
  await copyRows(tx, ids, columns, (row) => rows.push(row))`
    SELECT id, version, sealed FROM case_drafts WHERE id = ANY (app.ctx('ids')::uuid[])`;
  return rows;
}

/** As text, for millions of numbers are compared slowly. */
const told = ({ id, version, sealed }: Copied) => `${id} ${version} ${Buffer.from(sealed).toString("base64")}`;
const asReporter = (organisation: string) => ({ role: "reporter", organisation }) as const;
const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).sort();

async function storedDrafts(organisation: string, sizes: readonly number[]): Promise<Draft[]> {
  const drafts = sizes.map((size) => draft(organisation, new Uint8Array(randomBytes(size))));
  await inContext(asReporter(organisation), (tx) => tx.caseDraft.createMany({ data: drafts }));
  return drafts;
}

onBothDatabases("rows copied out", () => {
  test("are what was put in, whatever their bytes and however large", async () => {
    const organisation = randomUUID();
    const drafts = [
      ...(await storedDrafts(organisation, [0, 1, 255, 70_000, 1_048_617])),
      draft(
        organisation,
        Uint8Array.from({ length: 256 }, (_, byte) => byte),
      ),
    ];
    const rows = await inContext(asReporter(organisation), async (tx) => {
      await tx.caseDraft.create({ data: drafts.at(-1)! });
      return copied(tx, idsOf(drafts));
    });
    expect(rows.map(told).sort()).toEqual(drafts.map(told).sort());
  });

  test("are only those that the role may see in its context", async () => {
    const [mine, theirs] = [randomUUID(), randomUUID()];
    const drafts = await storedDrafts(mine, [10, 20]);
    const others = await storedDrafts(theirs, [30]);
    const rows = await inContext(asReporter(mine), (tx) => copied(tx, idsOf([...drafts, ...others])));
    expect(idsOf(rows)).toEqual(idsOf(drafts));
  });

  test("are none where none are asked for", async () => {
    const organisation = randomUUID();
    await storedDrafts(organisation, [5]);
    expect(await inContext(asReporter(organisation), (tx) => copied(tx, []))).toEqual([]);
  });

  test("leave the transaction fit for what comes after, also where their reader gives up", async () => {
    const organisation = randomUUID();
    const drafts = await storedDrafts(organisation, [1_000, 2_000]);
    const bug = new Error("a bug of ours");
    const count = await inContext(asReporter(organisation), async (tx) => {
      const giveUp = () => {
        throw bug;
      };
      const reading = copyRows(tx, idsOf(drafts), { id: COPIED.uuid }, giveUp)`
        SELECT id FROM case_drafts WHERE id = ANY (app.ctx('ids')::uuid[])`;
      await expect(reading).rejects.toBe(bug);
      await tx.caseDraft.create({ data: draft(organisation, new Uint8Array(3)) });
      return tx.caseDraft.count();
    });
    expect(count).toBe(3);
  });

  test("that may not be read end the transaction like any statement that fails, and no value is told", async () => {
    const organisation = randomUUID();
    const row = draft(organisation, new Uint8Array(3));
    const work = inContext(asReporter(organisation), async (tx) => {
      await tx.caseDraft.create({ data: row });
      const reading = copyRows(tx, [row.id], { hash: COPIED.bytea }, () => {})`
        SELECT auth_hash FROM users WHERE handle = 'canary'`;
      await reading.catch(() => {});
      return "done";
    });
    const error = (await work.catch((caught: unknown) => caught)) as Error;
    expect(error).toBeInstanceOf(DatabaseError);
    expect([error.message, error.stack, JSON.stringify(error)].join()).not.toContain("canary");
    expect(await inContext(asReporter(organisation), (tx) => tx.caseDraft.count())).toBe(0);
  });

  test("come through the open door only", async () => {
    const organisation = randomUUID();
    const drafts = await storedDrafts(organisation, [5]);
    let kept: Transaction | undefined;
    await inContext(asReporter(organisation), async (tx) => {
      kept = tx;
    });
    await expect(copied(kept!, idsOf(drafts))).rejects.toThrow("outside of its transaction");
    const within = inContext(asReporter(randomUUID()), () => copied(kept!, idsOf(drafts)));
    await expect(within).rejects.toThrow("outside of its transaction");
  });

  test("of many requests at once stay apart", async () => {
    const organisations = Array.from({ length: 20 }, () => randomUUID());
    const stored = await Promise.all(organisations.map((organisation) => storedDrafts(organisation, [9_000, 9_000])));
    const everything = idsOf(stored.flat());
    const seen = await Promise.all(
      organisations.map((organisation) => inContext(asReporter(organisation), (tx) => copied(tx, everything))),
    );
    expect(seen.map(idsOf)).toEqual(stored.map(idsOf));
  });
});
