import { beforeAll, expect, test } from "vitest";
import { hatIdFor } from "#app/access/genuine.server.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { withPublic } from "#app/access/with-public.server.ts";
import { verifyChain } from "#app/features/audit/audit-queries.server.ts";
import { releaseSampleBriefing } from "#app/features/briefings/demo/sample-release.server.ts";
import { createBriefing, saveTexts } from "#app/features/briefings/drafting/briefing-draft-commands.server.ts";
import { textsOf } from "#app/features/briefings/drafting/briefing-forms.ts";
import {
  approveBriefing,
  returnBriefing,
  submitBriefing,
} from "#app/features/briefings/drafting/briefing-review-commands.server.ts";
import { overtakenTexts } from "#app/features/briefings/drafting/overtaken-texts.server.ts";
import { shownTexts } from "#app/features/briefings/drafting/shown-texts.server.ts";
import { computeTables } from "#app/features/briefings/drafting/table-set-commands.server.ts";
import type { SentText } from "#app/features/briefings/drafting/texts-together.ts";
import { countedCases } from "#app/features/briefings/figures/counted-rows.server.ts";
import type { ReleaseFile } from "#app/features/briefings/published/release-file.ts";
import {
  findNewestFigures,
  findPublishedFile,
  findRelease,
  listReleases,
} from "#app/features/briefings/published/release-queries.server.ts";
import { releaseBriefing, withdrawBriefing } from "#app/features/briefings/release/briefing-release-commands.server.ts";
import { readLedger } from "#app/features/briefings/release/ledger-commands.server.ts";
import { assessCase } from "#app/features/cases/casework/triage-commands.server.ts";
import { changeConsent, withdrawCase } from "#app/features/cases/reporting/report-commands.server.ts";
import { KeyNotHeld } from "#app/features/keyring/group-keys.server.ts";
import { setClock } from "#app/platform/clock.server.ts";
import {
  aDraft,
  aText,
  inReview,
  look,
  type Newsroom,
  newNewsroom,
  TWO_TABLES,
  writeText,
  writeTexts,
} from "../../../support/briefings.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { sendReport } from "../../../support/reports.ts";
import { actorFor, newReporter, valueFrom } from "../../../support/world.ts";

const refusal = (code: string) => ({ ok: false, refusal: { code } });

onBothDatabases("the way of a briefing", (db) => {
  let room: Newsroom;

  beforeAll(async () => {
    room = await newNewsroom();
  });

  const as = {
    editor: () => room.as.editor(),
    analyst: () => room.as.analyst(),
    guardian: (which: 0 | 1 = 0) => room.as.guardian(which),
  };

  test("tables count organisations, and print what the rule allows", async () => {
    const id = await aDraft(room);
    const { tables, obstacles } = await look(await as.editor(), id);
    expect(tables?.release.population).toEqual({ kind: "rounded", organisations: 55 });
    expect(tables?.release.tables.map(({ dimensions }) => dimensions.join())).toEqual([
      "affected_region",
      "incident_group",
    ]);
    expect(tables?.release.coverage).toBe("open_teams");
    expect(obstacles).toEqual([]);
  });

  test("a new briefing begins with the list of the one before", async () => {
    await aDraft(room);
    const { briefingId } = valueFrom(
      await createBriefing(await as.editor(), { session: "ASP24", tlp: "tlp_clear", locales: ["en"], figures: [] }),
    );
    expect((await look(await as.analyst(), briefingId)).choices).toEqual(TWO_TABLES);
  });

  test("only what is whole goes to review, and only a draft is written in", async () => {
    const id = await aDraft(room);
    const editor = await as.editor();
    await writeText(editor, id, "fr", { ...aText("Éconduits"), claim: "" });
    expect(await submitBriefing(editor, id, { recordVersion: 5, comment: "" })).toMatchObject(
      refusal("briefing.not-ready"),
    );
    await writeText(editor, id, "fr", aText("Éconduits"));
    valueFrom(await submitBriefing(editor, id, { recordVersion: 6, comment: "Please look at the claim." }));
    expect(await writeTexts(editor, id, textsOf("fr", aText()))).toMatchObject(refusal("briefing.not-a-draft"));
    expect(await computeTables(await as.analyst(), id, 7)).toMatchObject(refusal("briefing.not-a-draft"));
    expect((await look(await as.guardian(), id)).comments).toMatchObject([
      { role: "editor", text: "Please look at the claim." },
    ]);
  });

  test("the later of two who write the same words gets a conflict, and nothing of the earlier one is lost", async () => {
    const id = await aDraft(room);
    const editor = await as.editor();
    const shown = shownTexts(textsOf("en", aText()));
    valueFrom(await saveTexts(editor, id, shown, textsOf("en", aText("First"))));
    const late = textsOf("en", { ...aText("Second"), claim: "Another claim." });
    expect(await saveTexts(editor, id, shown, late)).toMatchObject(refusal("briefing.changed-meanwhile"));
    expect((await look(editor, id)).draft.texts.en).toMatchObject({ title: "First", claim: aText().claim });
    const asked = { shown, sent: late, nameOf: ({ part }: SentText) => part };
    const { refusal: why, holds } = await overtakenTexts(editor, id, asked);
    expect(Object.keys(why.fields)).toEqual(["title"]);
    expect(holds).toMatchObject({ title: "Second", claim: "Another claim." });
  });

  test("two who write different parts of one language both keep what they wrote", async () => {
    const id = await aDraft(room);
    const editor = await as.editor();
    const shown = shownTexts(textsOf("en", aText()));
    valueFrom(await saveTexts(editor, id, shown, textsOf("en", { ...aText(), claim: "The claim of one." })));
    valueFrom(await saveTexts(editor, id, shown, textsOf("en", aText("The title of another"))));
    const { en } = (await look(editor, id)).draft.texts;
    expect(en).toEqual({ ...aText("The title of another"), claim: "The claim of one." });
  });

  test("without an editor's approval nothing is released", async () => {
    const id = await aDraft(room);
    const editor = await as.editor();
    valueFrom(await submitBriefing(editor, id, { recordVersion: 4, comment: "" }));
    const { hash } = await look(editor, id);
    expect(await releaseBriefing(await as.guardian(), id, hash ?? "")).toMatchObject(
      refusal("briefing.approval-missing"),
    );
  });

  test("a changed comma voids the approval", async () => {
    const { id, hash } = await inReview(room);
    const editor = await as.editor();
    valueFrom(await returnBriefing(await as.guardian(), id, "send_back", { recordVersion: 5, comment: "A comma." }));
    await writeText(editor, id, "en", { ...aText(), claim: "Accounts are closed, and payments stop." });
    valueFrom(await submitBriefing(editor, id, { recordVersion: 7, comment: "" }));
    const now = await look(await as.guardian(), id);
    expect(now.hash).not.toBe(hash);
    expect(now.isApproved).toBe(false);
    expect(now.changes).toMatchObject({ parts: [], texts: [{ place: "en.claim" }] });
    expect(await releaseBriefing(await as.guardian(), id, now.hash ?? "")).toMatchObject(
      refusal("briefing.approval-missing"),
    );
    expect(await releaseBriefing(await as.guardian(), id, hash)).toMatchObject({ ok: false });
    expect(await approveBriefing(editor, id, hash)).toMatchObject(refusal("briefing.changed-meanwhile"));
  });

  test("an editor does not release, nor a guardian who wrote in it, nor one who approved as an editor", async () => {
    const { id, hash } = await inReview(room);
    expect(await releaseBriefing(await as.editor(), id, hash)).toMatchObject(refusal("briefing.not-yours"));
    await giveHat(room.editor.userId, "guardian");
    const both = await actorFor(room.editor, "guardian");
    // The keys of the second hat have not arrived; the first hat's editorial key is the same person's.
    expect(await releaseBriefing(both, id, hash)).toMatchObject(refusal("briefing.second-person-required"));
  });

  test("old tables, and tables from before another release, are computed again first", async () => {
    const { id, hash } = await inReview(room);
    const putBack = setClock(() => new Date(Date.now() + 15 * 86_400_000));
    const late = await releaseBriefing(await as.guardian(), id, hash);
    putBack();
    expect(late).toMatchObject(refusal("briefing.tables-too-old"));
  });

  test("tables that count a report withdrawn or erased since are computed again first", async () => {
    const { id, hash } = await inReview(room);
    valueFrom(await approveBriefing(await as.editor(), id, hash));
    const uncountable = await db.sql(
      "SELECT id, status FROM cases WHERE status NOT IN ('withdrawn_by_reporter', 'erased')",
    );
    for (const status of ["withdrawn_by_reporter", "erased"]) {
      await db.sql("UPDATE cases SET status = $1", [status]);
      const refused = await releaseBriefing(await as.guardian(), id, hash);
      for (const one of uncountable) await db.sql("UPDATE cases SET status = $1 WHERE id = $2", [one.status, one.id]);
      expect(refused).toMatchObject(refusal("briefing.report-withdrawn"));
    }
  });

  test("the sample briefing goes the whole way, is frozen, and its records are counted once", async () => {
    const { id: waiting, hash } = await inReview(room);
    const hands = { editor: await as.editor(), analyst: await as.analyst(), guardian: await as.guardian() };
    const { briefingId, slug } = await releaseSampleBriefing(hands);
    expect(slug).toBe("asp24");
    expect((await look(hands.editor, briefingId)).release).toEqual({ slug: "asp24" });
    const before = await findPublishedFile("asp24", "package.zip");
    const release = await findRelease("asp24");
    expect(Object.keys(release?.content.texts ?? {}).sort()).toEqual(["ar", "en", "es", "fr"]);
    expect((await findPublishedFile("asp24", "briefing.ar.pdf")) as ReleaseFile).toMatchObject({
      mediaType: "application/pdf",
    });
    expect((await findNewestFigures("ar"))?.figures.items[0]?.value).toBe("55");
    expect(await listReleases("fr")).toMatchObject([{ slug: "asp24", state: "released", locale: "fr" }]);
    // Another one that counted the same records is too late.
    expect(await releaseBriefing(await as.guardian(), waiting, hash)).toMatchObject(
      refusal("briefing.counted-meanwhile"),
    );
    const next = await aDraft(room);
    expect((await look(hands.editor, next)).tables?.release.population).toEqual({ kind: "not_said" });
    expect(await findPublishedFile("asp24", "package.zip")).toEqual(before);
  });

  test("the ledger holds random names and no case, and opens for guardians only", async () => {
    const guardian = await as.guardian(1);
    const [entry] = await withActor(guardian, (tx) => readLedger(guardian, tx));
    expect(entry).toMatchObject({ number: 1, facts: { cohort: "asp24" } });
    expect(entry?.facts.population).toHaveLength(55);
    const cases = await db.sql("SELECT id FROM cases");
    const organisations = await db.sql("SELECT id FROM organisations");
    const facts = JSON.stringify(entry?.facts);
    expect(cases.some(({ id }) => JSON.stringify(entry).includes(String(id)))).toBe(false);
    expect(organisations.some(({ id }) => facts.includes(String(id)))).toBe(false);
    expect(
      await db.sql(
        "SELECT id FROM table_sets t WHERE sealed_facts IS NOT NULL AND EXISTS (SELECT FROM releases r WHERE r.briefing_id = t.briefing_id)",
      ),
    ).toEqual([]);
    for (const reader of [await as.editor(), await as.analyst(), await room.as.intake()])
      await expect(withActor(reader, (tx) => readLedger(reader, tx))).rejects.toThrow(KeyNotHeld);
  });

  test("consent below totals, a withdrawal and what nobody judged eligible do not count; a later judgement loses no mark", async () => {
    const reporter = await newReporter(room.world);
    const sent: Record<string, Awaited<ReturnType<typeof sendReport>>> = {};
    for (const name of ["counts", "internal", "withdrawn", "unjudged"] as const)
      sent[name] = await sendReport(await actorFor(reporter, "reporter"));
    const judge = async (caseId: (typeof sent)[string], version: number) =>
      valueFrom(await assessCase(await room.as.intake(), caseId!, { version, ...ELIGIBLE }));
    for (const name of ["counts", "internal", "withdrawn"]) await judge(sent[name]!, 1);
    valueFrom(await changeConsent(await actorFor(reporter, "reporter"), sent.internal!, { consent: "c1_internal" }));
    valueFrom(await withdrawCase(await actorFor(reporter, "reporter"), sent.withdrawn!));
    expect(await uncounted()).toBe(1);
  });

  test("a withdrawn briefing keeps its notice and loses its files", async () => {
    const [released] = await db.sql("SELECT briefing_id AS id FROM releases");
    valueFrom(await withdrawBriefing(await as.editor(), released!.id as never));
    expect(await findRelease("asp24")).toMatchObject({ state: "withdrawn" });
    expect(await findPublishedFile("asp24", "briefing.pdf")).toBe("gone");
    expect(await findNewestFigures("en")).toBeNull();
    expect(await listReleases("en")).toMatchObject([{ state: "withdrawn" }]);
  });

  test("the public role reads nothing that is sealed", async () => {
    for (const table of ["briefings", "table_sets", "briefing_comments", "ledger_entries", "approvals", "facet_inbox"])
      await expect(withPublic((tx) => tx.$queryRawUnsafe(`SELECT count(*) FROM public.${table}`))).rejects.toThrow(
        "42501",
      );
  });

  test("every step stands in the chain", async () => {
    expect((await verifyChain()).fault).toBeNull();
  });

  /** How many cases would enter the next release. */
  async function uncounted(): Promise<number> {
    const analyst = await as.analyst();
    return valueFrom(await withActor(analyst, (tx) => countedCases(analyst, tx))).rows.length;
  }

  async function giveHat(userId: string, role: string): Promise<void> {
    const id = hatIdFor({ userId, role });
    await db.sql("INSERT INTO hats (id, user_id, role, is_owner) VALUES ($1, $2::uuid, $3, false)", [id, userId, role]);
  }
});

const ELIGIBLE = {
  severity: "high",
  risk: "guarded",
  institutionBound: null,
  affectedListed: null,
  dealingLicensed: null,
  overCompliance: null,
  eligibility: "eligible",
  reason: "",
} as const;
