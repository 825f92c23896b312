import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type pg from "pg";

/**
 * The migration engine's way to a PostgreSQL server, as the owner of the tables.
 * `@prisma/adapter-pg` cuts a script at every semicolon, also inside function bodies; here the script goes whole, in
 * one simple-protocol message.
 */
export function ownerAdapter(ownerUrl: string): SqlMigrationAwareDriverAdapterFactory {
  // One connection: the engine holds an advisory lock, and a lock belongs to a connection.
  const factory = new PrismaPg({ connectionString: ownerUrl, max: 1 });
  const connect = async (): Promise<SqlDriverAdapter> => {
    const adapter = await factory.connect();
    const pool = adapter.underlyingDriver() as pg.Pool;
    return Object.assign(adapter, { executeScript: async (script: string) => void (await pool.query(script)) });
  };
  const connectToShadowDb = () => Promise.reject(new Error("Migrations are compared on an embedded database."));
  return { provider: "postgres", adapterName: "thaw-owner", connect, connectToShadowDb };
}
