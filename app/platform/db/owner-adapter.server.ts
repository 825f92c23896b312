import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type pg from "pg";
import { sendWhole } from "./whole-script.server.ts";

/**
 * The migration engine's way to a PostgreSQL server, as the owner of the tables. `@prisma/adapter-pg` would cut a script
 * at every semicolon, also inside function bodies.
 * @param pool  of one connection: the engine holds an advisory lock, and a lock belongs to a connection
 */
export function ownerAdapter(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const connect = async () =>
    Object.assign(await new PrismaPg(pool).connect(), {
      executeScript: (script: string) => sendWhole(script, (whole) => pool.query(whole)),
    });
  const connectToShadowDb = () => Promise.reject(new Error("Migrations are compared on an embedded database."));
  return { provider: "postgres", adapterName: "thaw-owner", connect, connectToShadowDb };
}
