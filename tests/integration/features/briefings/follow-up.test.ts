import { beforeAll, expect, test } from "vitest";
import { saveAsks, saveFollowUp } from "#app/features/briefings/drafting/briefing-draft-commands.server.ts";
import {
  approveBriefing,
  returnBriefing,
  submitBriefing,
} from "#app/features/briefings/drafting/briefing-review-commands.server.ts";
import type { FollowedAsk } from "#app/features/briefings/follow-up.ts";
import { findRelease } from "#app/features/briefings/published/release-queries.server.ts";
import { releaseBriefing, withdrawBriefing } from "#app/features/briefings/release/briefing-release-commands.server.ts";
import { statePage } from "#app/features/briefings/states/state-pages.server.ts";
import type { BriefingId } from "#app/kernel/id.ts";
import {
  aDraft,
  aText,
  INCIDENT_TABLE,
  inReview,
  look,
  type Newsroom,
  newNewsroom,
  writeTexts,
} from "../../../support/briefings.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { valueFrom } from "../../../support/world.ts";

const BEGUN: FollowedAsk = {
  code: "SP2",
  state: "begun",
  texts: { en: "A channel is being built.", fr: "Un canal se construit." },
  source: "https://example.org/channel",
};

onBothDatabases("a briefing after the first one", (db) => {
  let room: Newsroom;
  let first: BriefingId;
  let second: BriefingId;
  const versionOf = async (id: BriefingId) => (await look(await room.as.editor(), id)).version;

  beforeAll(async () => {
    room = await newNewsroom();
  });

  test("the first one has nothing to follow up, and prints its figures in the place of references", async () => {
    const editor = await room.as.editor();
    const { id, hash: before } = await inReview(room);
    first = id;
    expect(await look(editor, id)).toMatchObject({ last: null, sinceEdition: null });
    valueFrom(await returnBriefing(editor, id, "take_back", { recordVersion: await versionOf(id), comment: "" }));
    const claim = `{{${INCIDENT_TABLE}:account #}}`;
    const claims = (["en", "fr"] as const).map((locale) => ({ locale, part: "claim" as const, text: claim }));
    valueFrom(await writeTexts(editor, id, claims));
    const figure = { table: INCIDENT_TABLE, codes: ["account"] };
    const ask = { code: "SP2" as const, evidence: [INCIDENT_TABLE], dueOn: null, figure };
    valueFrom(await saveAsks(editor, id, await versionOf(id), [ask]));
    valueFrom(await submitBriefing(editor, id, { recordVersion: await versionOf(id), comment: "" }));
    const { hash, tables } = await look(editor, id);
    expect(hash).not.toBe(before);
    const value = tables?.release.tables
      .find((table) => table.id === INCIDENT_TABLE)
      ?.cells.find(({ codes }) => codes[0] === "account")?.value;
    valueFrom(await approveBriefing(editor, id, hash ?? ""));
    valueFrom(await releaseBriefing(await room.as.guardian(), id, hash ?? ""));
    const { en, fr } = (await findRelease("asp25"))!.content.texts;
    expect([en!.claim, fr!.claim]).toEqual([`${value} organisations`, `${value} organisations`]);
    expect(en!.asks.groups[0]!.asks[0]!.figure).toContain(`: ${value} organisations (Table 2)`);
    expect(en!.followUp).toBeNull();
  });

  test("the next one tells what became of its asks, of those and no others", async () => {
    const editor = await room.as.editor();
    second = await aDraft(room, "ASP26");
    const view = await look(editor, second);
    expect(view.last).toEqual({ slug: "asp25", session: "ASP25", codes: ["SP2"] });
    const version = view.version;
    const other = await saveFollowUp(editor, second, version, { slug: "asp24", asks: [BEGUN] });
    expect(other).toMatchObject({ ok: false, refusal: { code: "briefing.changed-meanwhile" } });
    const asks = [BEGUN, { ...BEGUN, code: "RB2" as const }];
    valueFrom(await saveFollowUp(editor, second, version, { slug: "asp25", asks }));
    const stale = await saveFollowUp(editor, second, version, { slug: "asp25", asks: [] });
    expect(stale).toMatchObject({ ok: false, refusal: { code: "briefing.changed-meanwhile" } });
    const { draft, hash } = await look(editor, second);
    expect(draft.followUp).toEqual({ slug: "asp25", session: "ASP25", asks: [BEGUN] });
    expect(hash).not.toBe(view.hash);
  });

  test("a word that is missing keeps it from review", async () => {
    const editor = await room.as.editor();
    const { en = "" } = BEGUN.texts;
    const bare = { ...BEGUN, texts: { en }, source: "" };
    valueFrom(await saveFollowUp(editor, second, await versionOf(second), { slug: "asp25", asks: [bare] }));
    expect((await look(editor, second)).obstacles).toEqual(
      expect.arrayContaining([
        { code: "follow-up-text-missing", place: "fr.SP2" },
        { code: "follow-up-source-missing", place: "SP2" },
      ]),
    );
    valueFrom(await saveFollowUp(editor, second, await versionOf(second), { slug: "asp25", asks: [BEGUN] }));
    const { obstacles } = await look(editor, second);
    expect(obstacles.filter(({ code }) => code.startsWith("follow-up"))).toEqual([]);
  });

  test("every reader of a draft sees how it differs from the last edition", async () => {
    const editor = await room.as.editor();
    const asks = [{ code: "RB2" as const, evidence: [INCIDENT_TABLE], dueOn: null }];
    valueFrom(await saveAsks(editor, second, await versionOf(second), asks));
    valueFrom(await writeTexts(editor, second, [{ locale: "en", part: "title", text: "Turned away again" }]));
    for (const reader of [editor, await room.as.analyst(), await room.as.guardian()]) {
      const { sinceEdition } = await look(reader, second);
      expect(sinceEdition).toMatchObject({ session: "ASP25", asks: { added: ["RB2"], removed: ["SP2"] } });
      expect(sinceEdition?.texts).toContainEqual({
        place: "en.title",
        before: aText().title,
        after: "Turned away again",
      });
      // Everybody was counted in the first one: this one has no table that may be shown.
      expect(sinceEdition?.tables.removed.map(({ id }) => id)).toContain(INCIDENT_TABLE);
    }
    expect((await look(editor, first)).sinceEdition).toBeNull();
  });

  test("the page of a State shows what became of what it was asked", async () => {
    expect((await statePage("KE", "en"))?.followUp).toBeNull();
    const item = (code: string) => ({
      ...{ code, addressee: "", ask: "Asked", state: "begun", stateWords: "Begun", text: "Soon.", source: "" },
    });
    const followUp = { heading: "", lead: "Before", sourceWord: "Source:", asks: [item("SP2"), item("RB2")] };
    await db.sql(
      "UPDATE releases SET content = jsonb_set(content, '{texts,en,followUp}', $1::text::jsonb) WHERE slug = 'asp25'",
      [JSON.stringify(followUp)],
    );
    expect((await statePage("KE", "en"))?.followUp).toMatchObject({ lead: "Before", asks: [{ code: "SP2" }] });
    expect((await statePage("KE", "en"))?.asks[0]).toMatchObject({ code: "SP2", figure: expect.any(String) });
  });

  test("once that release is withdrawn, what was told of it is taken out again", async () => {
    const editor = await room.as.editor();
    valueFrom(await withdrawBriefing(editor, first));
    expect((await look(editor, second)).obstacles).toContainEqual({ code: "follow-up-stale", place: "" });
    valueFrom(await saveFollowUp(editor, second, await versionOf(second), { slug: "", asks: [] }));
    const { obstacles, draft } = await look(editor, second);
    expect(obstacles.map(({ code }) => code)).not.toContain("follow-up-stale");
    expect(draft).not.toHaveProperty("followUp");
  });
});
