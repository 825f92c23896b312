import { setTimeout as wait } from "node:timers/promises";
import { startServer } from "../support/server.ts";
import { newWorld } from "../support/world.ts";
import { type BenchRow, median, residentMb } from "./bench-row.ts";
import { type BenchDatabase, embeddedDatabase, serverDatabase, withOpen } from "./bench-world.ts";

const SETTLE_MS = 5_000;
const LOOKS = 5;

/** What the server keeps when nobody is there: resident memory, some seconds after it has answered its first pages. */
export async function measure(): Promise<BenchRow[]> {
  return [
    { what: "memory idle, PostgreSQL", median: await idle(await serverDatabase()), unit: "MB", budget: 220 },
    { what: "memory idle, embedded", median: await idle(await embeddedDatabase()), unit: "MB", budget: 600 },
  ];
}

async function idle(database: BenchDatabase): Promise<number> {
  try {
    await withOpen(database, newWorld);
    const server = await startServer({ ...database.settings, LOG: "off" });
    try {
      for (const path of ["/", "/sign-in", "/protection"]) await fetch(server.origin + path);
      const looks: number[] = [];
      for (let look = 0; look < LOOKS; look += 1) {
        await wait(SETTLE_MS / LOOKS);
        looks.push(residentMb(server.process.pid!));
      }
      return median(looks);
    } finally {
      await server.stop();
    }
  } finally {
    await database.end();
  }
}
