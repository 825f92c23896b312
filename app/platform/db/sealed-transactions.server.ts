import {
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type Transaction,
} from "@prisma/driver-adapter-utils";
import type { CopyOut } from "./copy-out.server.ts";
import { openTransaction } from "./open-transaction.server.ts";

/**
 * Lets no transaction end well in which a statement failed.
 * After a failed statement PostgreSQL answers COMMIT with a quiet rollback, and neither Prisma nor its adapters look.
 * Work that catches a database error and goes on would then be told "done" while nothing was written.
 */
export function sealTransactions(factory: SqlDriverAdapterFactory, copyOut: CopyOut): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => {
      const adapter: SqlDriverAdapter = await factory.connect();
      const start = adapter.startTransaction.bind(adapter);
      return Object.assign(adapter, {
        startTransaction: async (...level: Parameters<typeof start>) => seal(await start(...level), copyOut),
      });
    },
  };
}

function seal(tx: Transaction, copyOut: CopyOut): Transaction {
  const { queryRaw, executeRaw, commit, rollback, rollbackToSavepoint } = tx;
  let failed = false;
  let ended = false;
  const watched = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer;
    } catch (error) {
      failed = true;
      throw error;
    }
  };
  // Prisma knows nothing of COPY: the door above it learns here how to send one inside this very transaction. Once that
  // has ended its connection may be at work for somebody else, under another role.
  const here = openTransaction().getStore();
  if (here) {
    here.copyOut = (statement, take) =>
      ended ? Promise.reject(closed("it has ended")) : watched(copyOut(tx, statement, take));
  }
  // Prisma gives the connection back without a word to the server when COMMIT is refused on this side: roll back first.
  const refuseIfFailed = async (rollBack: () => Promise<unknown>) => {
    if (!failed) return;
    await rollBack();
    throw closed("a statement in it failed");
  };
  return Object.assign(tx, {
    queryRaw: (query: Parameters<typeof queryRaw>[0]) => watched(queryRaw.call(tx, query)),
    executeRaw: async (query: Parameters<typeof executeRaw>[0]) => {
      // The PostgreSQL adapter gets COMMIT and ROLLBACK as statements, the embedded one only as calls.
      ended ||= query.sql === "COMMIT" || query.sql === "ROLLBACK";
      if (query.sql === "COMMIT") await refuseIfFailed(() => executeRaw.call(tx, { ...query, sql: "ROLLBACK" }));
      return await watched(executeRaw.call(tx, query));
    },
    commit: async () => {
      ended = true;
      if (tx.options.usePhantomQuery) await refuseIfFailed(() => tx.rollback());
      await commit.call(tx);
    },
    rollback: async () => {
      ended = true;
      await rollback.call(tx);
    },
    ...(rollbackToSavepoint && {
      rollbackToSavepoint: async (name: string) => {
        await rollbackToSavepoint.call(tx, name);
        failed = false;
      },
    }),
  });
}

const closed = (cause: string) => new DriverAdapterError({ kind: "TransactionAlreadyClosed", cause });
