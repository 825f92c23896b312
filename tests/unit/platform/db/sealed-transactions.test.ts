import type { SqlDriverAdapter, SqlDriverAdapterFactory, Transaction } from "@prisma/driver-adapter-utils";
import { describe, expect, test } from "vitest";
import { type OpenTransaction, openTransaction } from "#app/platform/db/open-transaction.server.ts";
import { sealTransactions } from "#app/platform/db/sealed-transactions.server.ts";

/** A transaction as the door and the driver know it, on a driver that does nothing. */
async function started() {
  const sent: string[] = [];
  const execute = async ({ sql }: { readonly sql: string }) => {
    sent.push(sql);
    return 0;
  };
  const driver = {
    options: { usePhantomQuery: false },
    executeRaw: execute,
    commit: async () => {},
    rollback: async () => {},
  } as unknown as Transaction;
  const adapter = { startTransaction: async () => driver } as unknown as SqlDriverAdapter;
  const factory = { connect: async () => adapter } as unknown as SqlDriverAdapterFactory;
  const sealed = sealTransactions(factory, async (_tx, statement) => void sent.push(statement));
  const here: OpenTransaction = { isOpen: true };
  const tx = await openTransaction().run(here, async () => (await sealed.connect()).startTransaction());
  return { tx, sent, copyOut: () => here.copyOut!("COPY something", () => {}) };
}

const statement = (sql: string) => ({ sql, args: [], argTypes: [] });

describe("copying out of a transaction", () => {
  test("is sent inside it", async () => {
    const { sent, copyOut } = await started();
    await copyOut();
    expect(sent).toEqual(["COPY something"]);
  });

  test.each([
    ["commit", (tx: Transaction) => tx.executeRaw(statement("COMMIT"))],
    ["rollback", (tx: Transaction) => tx.executeRaw(statement("ROLLBACK"))],
    ["commit of a driver without statements", (tx: Transaction) => tx.commit()],
    ["rollback of a driver without statements", (tx: Transaction) => tx.rollback()],
  ])("is refused after its %s: the connection may be at work for somebody else", async (_, end) => {
    const { tx, sent, copyOut } = await started();
    await end(tx);
    await expect(copyOut()).rejects.toThrow();
    expect(sent).not.toContain("COPY something");
  });
});
