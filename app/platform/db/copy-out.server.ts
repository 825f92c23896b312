import { messages, type PGlite, protocol } from "@electric-sql/pglite";
import type { Transaction } from "@prisma/driver-adapter-utils";
import pg from "pg";

/**
 * Sends a `COPY … TO STDOUT` inside a driver's transaction.
 * @param take is given each message as it comes; it does not throw and keeps nothing, for the driver reads on into the same memory
 */
export type CopyOut = (tx: Transaction, statement: string, take: (message: Uint8Array) => void) => Promise<void>;

export const copyOutOfServer: CopyOut = (tx, statement, take) =>
  new Promise((resolve, reject) => {
    connectionOf(tx).query(new CopyQuery(statement, take, (error) => (error ? reject(error) : resolve())));
  });

/** Prisma's adapter keeps the connection of a transaction under this name. */
const connectionOf = (tx: Transaction) => (tx as unknown as { readonly client: pg.PoolClient }).client;

/** A query as the driver runs any other, which drops what COPY sends; this one passes it on. */
class CopyQuery extends pg.Query {
  readonly #take: (message: Uint8Array) => void;

  constructor(statement: string, take: (message: Uint8Array) => void, done: (error?: Error) => void) {
    super(statement, done);
    this.#take = take;
  }

  handleCopyData({ chunk }: { readonly chunk: Uint8Array }): void {
    this.#take(chunk);
  }
}

/** The embedded database speaks its protocol on the one connection, past the object that stands for a transaction. */
export function copyOutOfEmbedded(database: PGlite): CopyOut {
  return async (_tx, statement, take) => {
    const ask = protocol.serialize.query(statement);
    const answers = await database.runExclusive(() => database.execProtocolStream(ask, { syncToFs: false }));
    for (const answer of answers) if (answer instanceof messages.CopyDataMessage) take(answer.chunk);
  };
}
