import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { type CopyOut, copyOutOfEmbedded, copyOutOfServer } from "./copy-out.server.ts";
import type { DatabaseConfig } from "./database-config.ts";
import { openEmbedded } from "./embedded.server.ts";
import { embeddedAdapter } from "./embedded-adapter.server.ts";
import { PrismaClient } from "./generated/client.ts";
import { migrateEmbedded } from "./migrate.server.ts";
import { sealTransactions } from "./sealed-transactions.server.ts";
import { ALLOW_TIDYING, tidyEmbedded } from "./tidy-embedded.server.ts";

export type { DatabaseConfig } from "./database-config.ts";

/** Below the 15 seconds a request may take, so that a request ends with an answer and not with a torn connection. */
const TRANSACTION = { maxWait: 10_000, timeout: 14_000 } as const;

interface OpenDatabase {
  readonly client: PrismaClient;
  readonly kind: DatabaseConfig["kind"];
  readonly tidy: () => Promise<void>;
  readonly close: () => Promise<void>;
}

// On globalThis, because the development server loads this file anew at every change and must not open a second one.
const SLOT = Symbol.for("thaw.database");
const slot = globalThis as { [SLOT]?: OpenDatabase | undefined };

/**
 * Opens this process's one database. An embedded one is migrated on the way; a PostgreSQL server is taken as it is,
 * see `start-refusals.server.ts`.
 */
export async function openDatabase(config: DatabaseConfig): Promise<void> {
  if (slot[SLOT]) throw new Error("The database is open already in this process.");
  slot[SLOT] = config.kind === "embedded" ? await embedded(config) : postgresql(config);
}

/** Closes it and gives the embedded directory back. Does nothing where none is open. */
export async function closeDatabase(): Promise<void> {
  const open = slot[SLOT];
  slot[SLOT] = undefined;
  await open?.close();
}

/** Puts an embedded database in order; a server does so itself. Takes no part in any transaction. */
export async function tidyDatabase(): Promise<void> {
  await slot[SLOT]?.tidy();
}

/** For the door in this folder alone; an architecture test holds that. */
export function client(): PrismaClient {
  if (!slot[SLOT]) throw new Error("The database is not open.");
  return slot[SLOT].client;
}

/** Which kind is open, or null. */
export function openKind(): DatabaseConfig["kind"] | null {
  return slot[SLOT]?.kind ?? null;
}

async function embedded(config: DatabaseConfig & { kind: "embedded" }): Promise<OpenDatabase> {
  const { database, release } = await openEmbedded(config);
  try {
    await migrateEmbedded(database);
    await database.exec(ALLOW_TIDYING);
    // The session is a superuser's and cannot be otherwise: without the door it may do nothing else.
    await database.exec("SET ROLE app_none");
  } catch (error) {
    await release();
    throw error;
  }
  const prisma = prismaWith(
    embeddedAdapter(async () => database),
    copyOutOfEmbedded(database),
  );
  const close = async () => {
    await prisma.$disconnect();
    await release();
  };
  return { client: prisma, kind: "embedded", tidy: () => tidyEmbedded(database), close };
}

function postgresql({ url, poolSize = 10 }: DatabaseConfig & { kind: "postgresql" }): OpenDatabase {
  const pool = {
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: TRANSACTION.timeout,
    idle_in_transaction_session_timeout: TRANSACTION.timeout + 1_000,
  };
  const prisma = prismaWith(new PrismaPg(pool), copyOutOfServer);
  return { client: prisma, kind: "postgresql", tidy: async () => {}, close: () => prisma.$disconnect() };
}

function prismaWith(adapter: SqlDriverAdapterFactory, copyOut: CopyOut): PrismaClient {
  // Minimal: the other formats print the call's arguments into the message.
  return new PrismaClient({
    adapter: sealTransactions(adapter, copyOut),
    errorFormat: "minimal",
    log: [],
    transactionOptions: TRANSACTION,
  });
}
