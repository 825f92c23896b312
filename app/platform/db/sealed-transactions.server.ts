import {
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type Transaction,
} from "@prisma/driver-adapter-utils";

/**
 * Lets no transaction end well in which a statement failed.
 * After a failed statement PostgreSQL answers COMMIT with a quiet rollback, and neither Prisma nor its adapters look.
 * Work that catches a database error and goes on would then be told "done" while nothing was written.
 */
export function sealTransactions(factory: SqlDriverAdapterFactory): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => {
      const adapter: SqlDriverAdapter = await factory.connect();
      const start = adapter.startTransaction.bind(adapter);
      return Object.assign(adapter, {
        startTransaction: async (...level: Parameters<typeof start>) => seal(await start(...level)),
      });
    },
  };
}

function seal(tx: Transaction): Transaction {
  const { queryRaw, executeRaw, commit, rollbackToSavepoint } = tx;
  let failed = false;
  const watched = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer;
    } catch (error) {
      failed = true;
      throw error;
    }
  };
  // Prisma gives the connection back without a word to the server when COMMIT is refused on this side: roll back first.
  const refuseIfFailed = async (rollBack: () => Promise<unknown>) => {
    if (!failed) return;
    await rollBack();
    throw new DriverAdapterError({ kind: "TransactionAlreadyClosed", cause: "a statement in it failed" });
  };
  return Object.assign(tx, {
    queryRaw: (query: Parameters<typeof queryRaw>[0]) => watched(queryRaw.call(tx, query)),
    executeRaw: async (query: Parameters<typeof executeRaw>[0]) => {
      // The PostgreSQL adapter gets COMMIT as a statement, the embedded one only as a call.
      if (query.sql === "COMMIT") await refuseIfFailed(() => executeRaw.call(tx, { ...query, sql: "ROLLBACK" }));
      return await watched(executeRaw.call(tx, query));
    },
    commit: async () => {
      if (tx.options.usePhantomQuery) await refuseIfFailed(() => tx.rollback());
      await commit.call(tx);
    },
    ...(rollbackToSavepoint && {
      rollbackToSavepoint: async (name: string) => {
        await rollbackToSavepoint.call(tx, name);
        failed = false;
      },
    }),
  });
}
