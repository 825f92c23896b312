import { closeDatabase, openDatabase } from "#app/platform/db/database.server.ts";
import { inContext } from "#app/platform/db/in-context.server.ts";

/** A process of its own that opens the database, adds a team, says so, and holds it until its input ends. */
try {
  await openDatabase({ kind: "embedded", dataDir: process.argv[2]! });
  const id = crypto.randomUUID();
  await inContext({ role: "administrator" }, (tx) => tx.team.createMany({ data: { id, label: "held" } }));
  process.stdout.write("holding\n");
  for await (const _ of process.stdin);
  await closeDatabase();
} catch (error) {
  process.stdout.write(`${(error as Error).name}: ${(error as Error).message}\n`);
  process.exitCode = 1;
}
