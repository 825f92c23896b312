import { type PGlite, types } from "@electric-sql/pglite";
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQueryable,
  Transaction,
} from "@prisma/driver-adapter-utils";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { sendWhole } from "./whole-script.server.ts";

type Queryable = SqlQueryable & { client: Pick<PGlite, "query"> };

/**
 * Prisma's way to the embedded database.
 * `pglite-prisma-adapter` converts values and errors; its transactions are replaced, because they report a commit that
 * failed as done, do not wait for a rollback, and set the isolation level before the transaction has begun.
 */
export function embeddedAdapter(open: () => Promise<PGlite>): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: "postgres",
    adapterName: "thaw-embedded",
    connect: async () => adapterOf(await open()),
    connectToShadowDb: async () => adapterOf(await open()),
  };
}

async function adapterOf(client: PGlite): Promise<SqlDriverAdapter> {
  const adapter = await new PrismaPGlite(client).connect();
  return Object.assign(adapter, {
    executeScript: (script: string) => sendWhole(script, (whole) => client.exec(whole)),
    startTransaction: (isolation?: string) => startTransaction(client, adapter as unknown as Queryable, isolation),
  });
}

/**
 * One transaction on the one connection. PGlite lets nothing else in between: its `transaction` holds the lock that
 * every query outside takes, so requests wait for each other in the order they came.
 */
function startTransaction(client: PGlite, adapter: Queryable, isolation?: string): Promise<Transaction> {
  return new Promise((opened, failed) => {
    const finish = deferred<"commit" | "rollback">();
    const whole = client.transaction(async (tx) => {
      if (isolation) await tx.exec(`SET TRANSACTION ISOLATION LEVEL ${isolation}`);
      const queryable: Queryable = Object.assign(Object.create(adapter), { client: withQuickBytes(tx) });
      opened(
        Object.assign(queryable, {
          // Prisma sends no COMMIT itself; `commit` below does, and waits for it.
          options: { usePhantomQuery: true },
          commit: () => end("commit"),
          rollback: () => end("rollback"),
          createSavepoint: async (name: string) => void (await tx.exec(`SAVEPOINT ${name}`)),
          rollbackToSavepoint: async (name: string) => void (await tx.exec(`ROLLBACK TO SAVEPOINT ${name}`)),
          releaseSavepoint: async (name: string) => void (await tx.exec(`RELEASE SAVEPOINT ${name}`)),
        }),
      );
      if ((await finish.promise) === "rollback") await tx.rollback();
    });
    const end = (how: "commit" | "rollback"): Promise<void> => {
      finish.resolve(how);
      return whole;
    };
    whole.catch(failed);
  });
}

/** The adapter reads bytes two digits at a time, which took longer than all else on a page of sealed rows. */
function withQuickBytes(client: Pick<PGlite, "query">): Pick<PGlite, "query"> {
  return {
    query: (sql, values, options) =>
      client.query(sql, values, { ...options, parsers: { ...options?.parsers, [types.BYTEA]: bytesOfHex } }),
  };
}

const bytesOfHex = (text: string) => Buffer.from(text.slice(2), "hex");

function deferred<T>() {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
