import { randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { objectsInUse } from "#app/features/evidence/evidence-erasure.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { sweepObjects } from "#app/platform/blob-store/sweep.server.ts";
import { setClock } from "#app/platform/clock.server.ts";
import { DAY } from "../support/clock.ts";
import { onDatabase } from "../support/database.ts";
import { newObjectHome } from "../support/object-home.ts";
import { sendReport } from "../support/reports.ts";
import { type RunningServer, startServerOn } from "../support/server.ts";
import { newVisitor, signIn, type Visitor } from "../support/visitor.ts";
import { actorFor, newReporter, newWorld } from "../support/world.ts";

const CHUNK = 65_536;
const AT_ONCE = 20;

onDatabase("postgresql", "uploads that break off", (db) => {
  let home: string;
  let server: RunningServer;
  let visitor: Visitor;
  let caseId: CaseId;

  beforeAll(async () => {
    home = newObjectHome();
    const reporter = await newReporter(await newWorld());
    caseId = await sendReport(await actorFor(reporter, "reporter"));
    server = await startServerOn(db);
    visitor = newVisitor(server.origin);
    await signIn(visitor, reporter, Date.now() + 30_000);
  }, 120_000);

  afterAll(() => server?.stop());

  /** A form with one file of which the line carries only so many bytes, and is gone once all others are as far. */
  function cutOff(formToken: string, at: number, allWritten: Promise<unknown>): Promise<void> {
    const file = randomBytes((AT_ONCE + 2) * CHUNK);
    const head = [
      `--b\r\nContent-Disposition: form-data; name="formToken"\r\n\r\n${formToken}\r\n`,
      `--b\r\nContent-Disposition: form-data; name="files"; filename="cut-${at}.pdf"\r\n\r\n`,
    ].join("");
    const end = "\r\n--b--\r\n";
    return new Promise((resolve) => {
      const sending = request(`${server.origin}/reports/${caseId}/files`, {
        method: "POST",
        headers: {
          Origin: server.origin,
          Cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
          "Content-Type": "multipart/form-data; boundary=b",
          "Content-Length": head.length + file.length + end.length,
        },
      });
      sending.on("error", () => {});
      sending.on("close", () => resolve());
      sending.write(head);
      sending.write(file.subarray(0, at), () => void allWritten.then(() => sending.destroy()));
    });
  }

  const left = () => readdirSync(join(home, "objects"));

  test("leave no row and, after the sweep, no object: twenty at once, each cut at another chunk", async () => {
    await visitor.get(`/reports/${caseId}/files`);
    const whole = await visitor.upload(`/reports/${caseId}/files`, [{ name: "whole.txt", content: "whole" }]);
    expect(whole.status).toBe(200);
    const [, formToken = ""] =
      /name="formToken" value="([^"]+)"/.exec(whole.html.slice(whole.html.indexOf("<main"))) ?? [];
    // Each has its object begun when the lines go.
    const allWritten = vi.waitUntil(() => left().length === 2 + AT_ONCE, { timeout: 20_000, interval: 50 });
    await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => cutOff(formToken, (n + 1) * CHUNK, allWritten)));
    // The server hears of a line that is gone a little later than its sender.
    for (let look = 0; look < 50 && left().length > 2; look += 1) await wait(100);
    const restore = setClock(() => new Date(Date.now() + 3 * DAY));
    await sweepObjects(objectsInUse).finally(restore);
    expect(left()).toHaveLength(2);
    expect(await db.sql("SELECT object_name FROM files WHERE case_id = $1", [caseId])).toHaveLength(1);
    expect((await visitor.get(`/reports/${caseId}/files`)).status).toBe(200);
  });
});
