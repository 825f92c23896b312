import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withActor } from "#app/access/with-actor.server.ts";
import { verifyChain } from "#app/features/audit/audit-queries.server.ts";
import { findWorkCase } from "#app/features/cases/casework/work-case-queries.server.ts";
import { findOwnCase, listOwnReports } from "#app/features/cases/reporting/report-queries.server.ts";
import { withFacetIndex } from "#app/features/facets/facet-index.server.ts";
import { rowCount } from "#app/features/facets/facet-index.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { closeDatabase, openDatabase } from "#app/platform/db/database.server.ts";
import { aReport, typeIn } from "../support/reports.ts";
import { startServer } from "../support/server.ts";
import { newVisitor, signIn } from "../support/visitor.ts";
import { actorFor, newReporter, newWorld, type Person, type World } from "../support/world.ts";

/** More by KILL_ROUNDS; each takes some seconds, for the server starts anew. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 4);
const DRAFTS_A_ROUND = 6;

describe("a server killed while reports are being sent", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "thaw-kill-"));
  const acknowledged: { caseId: CaseId; reporter: Person }[] = [];
  /** One a round: an authenticator code opens once in 30 s, and an organisation has ten reports a day. */
  const reporters: Person[] = [];
  const drafts = new Map<Person, readonly string[]>();
  let world: World;

  const open = () => openDatabase({ kind: "embedded", dataDir });

  beforeAll(async () => {
    await open();
    world = await newWorld();
    for (let round = 0; round < ROUNDS; round += 1) {
      const reporter = await newReporter(world, `Organisation ${round}`);
      const actor = await actorFor(reporter, "reporter");
      const own: string[] = [];
      for (let at = 0; at < DRAFTS_A_ROUND; at += 1) own.push(await typeIn(actor, aReport()));
      drafts.set(reporter, own);
      reporters.push(reporter);
    }
    await closeDatabase();
  }, 600_000);

  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  test(`keeps every report it acknowledged, whole, over ${ROUNDS} rounds`, async () => {
    for (const [round, reporter] of reporters.entries()) await sendAndKill(reporter, round);
    await open();
    try {
      for (const { caseId, reporter } of acknowledged) {
        const own = await findOwnCase(await actorFor(reporter, "reporter"), caseId);
        expect(own?.body.report.story).toEqual(aReport().story);
      }
      expect(new Set(acknowledged.map(({ reporter }) => reporter))).toEqual(new Set(reporters));
      await expectNothingHalf();
    } finally {
      await closeDatabase();
    }
  }, 3_600_000);

  /** The server dies some milliseconds after its first acknowledgement of the round, with the next report under way. */
  async function sendAndKill(reporter: Person, round: number): Promise<void> {
    const server = await startServer({ DATA_DIR: dataDir, LOG: "off" });
    let killed: Promise<void> | null = null;
    const visitor = newVisitor(server.origin);
    const landed = await signIn(visitor, reporter, Date.now() + 30_000);
    expect(landed.path).toBe("/reports");
    for (const draftId of drafts.get(reporter)!) {
      const isAlive = await send(draftId);
      if (!isAlive) break;
    }
    await (killed ?? server.stop("SIGKILL"));

    /** false when the connection broke, exactly what is wanted, and when nothing was acknowledged */
    async function send(draftId: string): Promise<boolean> {
      try {
        await visitor.get(`/reports/draft/${draftId}/check`);
        const { location } = await visitor.send(`/reports/draft/${draftId}/check`, {});
        const [, caseId] = /\/reports\/([0-9a-f-]{36})\/sent/.exec(location) ?? [];
        if (!caseId) return false;
        acknowledged.push({ caseId: caseId as CaseId, reporter });
        killed ??= wait((round * 37) % 150).then(() => server.stop("SIGKILL"));
        return true;
      } catch {
        return false;
      }
    }
  }

  /** What stands in a list opens for reporter and team, and stands in the index; the chain is whole. */
  async function expectNothingHalf(): Promise<void> {
    const intake = await actorFor(world.coordinators[0], "intake", world.setUp.teamId);
    let cases = 0;
    for (const reporter of reporters) {
      const listed = await listOwnReports(await actorFor(reporter, "reporter"));
      for (const { id } of listed.cases) expect(await findWorkCase(intake, id)).not.toBeNull();
      cases += listed.cases.length;
    }
    const indexed = await withActor(intake, (tx) =>
      withFacetIndex(intake, tx, [intake.teamId!], ([index]) => rowCount(index!)),
    );
    expect(indexed).toBe(cases);
    expect((await verifyChain()).fault).toBeNull();
  }
});
