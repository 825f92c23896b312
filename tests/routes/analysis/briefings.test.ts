import { beforeAll, expect, test } from "vitest";
import { SAMPLE_TEXTS } from "#app/features/briefings/demo/sample-briefing.ts";
import { type BriefingView, listBriefings } from "#app/features/briefings/drafting/briefing-queries.server.ts";
import { choiceText } from "#app/features/briefings/figures/table-choice.ts";
import type { OwnCoordinates } from "#app/features/briefings/published/own-coordinates.ts";
import { findRelease } from "#app/features/briefings/published/release-queries.server.ts";
import { withdrawBriefing } from "#app/features/briefings/release/briefing-release-commands.server.ts";
import { changeConsent } from "#app/features/cases/reporting/report-commands.server.ts";
import type { BriefingId } from "#app/kernel/id.ts";
import { setClock } from "#app/platform/clock.server.ts";
import { worksAtRest } from "#app/platform/long-work/long-works.server.ts";
import * as asks from "#app/routes/analysis/briefing-asks.tsx";
import * as list from "#app/routes/analysis/briefing-drafts.tsx";
import * as followUp from "#app/routes/analysis/briefing-follow-up.tsx";
import * as fresh from "#app/routes/analysis/briefing-new.tsx";
import * as preview from "#app/routes/analysis/briefing-preview.tsx";
import * as review from "#app/routes/analysis/briefing-review.tsx";
import * as section from "#app/routes/analysis/briefing-section.tsx";
import * as submit from "#app/routes/analysis/briefing-submit.tsx";
import * as choice from "#app/routes/analysis/briefing-table-choice.tsx";
import * as tables from "#app/routes/analysis/briefing-tables.tsx";
import * as text from "#app/routes/analysis/briefing-text.tsx";
import * as work from "#app/routes/analysis/briefing-work.tsx";
import * as publicPage from "#app/routes/public/briefing.tsx";
import { loader as fileLoader } from "#app/routes/public/briefing-file.ts";
import { loader as tableLoader } from "#app/routes/public/briefing-table.ts";
import * as publicList from "#app/routes/public/briefings.tsx";
import * as ownPublished from "#app/routes/reporter/report-published.tsx";
import {
  aDraft,
  aText,
  INCIDENT_TABLE,
  inReview,
  look,
  type Newsroom,
  newNewsroom,
  TWO_TABLES,
} from "../../support/briefings.ts";
import { onBothDatabases } from "../../support/database.ts";
import { sendReport } from "../../support/reports.ts";
import { type Cookie, open, send, signedInAs } from "../../support/requests.ts";
import { actorFor, newReporter, valueFrom } from "../../support/world.ts";

interface Formed {
  readonly formToken: string;
}

onBothDatabases("the pages of a briefing", () => {
  let room: Newsroom;
  let editor: Cookie;
  let analyst: Cookie;
  let guardian: Cookie;

  beforeAll(async () => {
    room = await newNewsroom();
    editor = await signedInAs(room.editor, "editor");
    analyst = await signedInAs(room.analyst, "analyst");
    guardian = await signedInAs(room.world.guardians[0], "guardian");
  });

  const of = (briefingId: BriefingId, locale = "en") => ({ briefingId, locale });
  const seen = async (briefingId: BriefingId): Promise<BriefingView> => look(await room.as.editor(), briefingId);

  test("an editor begins one; without a session it is refused with what was chosen", async () => {
    const { formToken } = (await open<Formed>(fresh.loader, "/briefing-drafts/new", { cookie: editor })).data;
    const form = { formToken, session: "", locales: ["en", "fr"] };
    const bare = await send<{ values: object }>(fresh.action, "/briefing-drafts/new", form, { cookie: editor });
    expect(bare).toMatchObject({
      status: 422,
      data: { refusal: { fields: { session: "briefings.session-code.form" } }, values: { locales: ["en", "fr"] } },
    });
    const whole = { ...form, session: "ASP25" };
    const made = await send(fresh.action, "/briefing-drafts/new", whole, { cookie: editor });
    expect(made.location).toMatch(/^\/briefing-drafts\/[0-9a-f-]{36}$/);
  });

  test("the list tells each role its next step", async () => {
    interface Listed {
      readonly briefings: readonly { readonly next: readonly { readonly role: string; readonly name: string }[] }[];
    }
    const { briefings } = (await open<Listed>(list.loader, "/briefing-drafts", { cookie: analyst })).data;
    expect(briefings[0]?.next).toMatchObject([
      { role: "analyst", name: "tables" },
      { role: "editor", name: "text" },
    ]);
  });

  test("a stale text is given back with a conflict", async () => {
    const id = await aDraft(room);
    const asked = { cookie: editor, params: of(id) };
    const drawn = (await open<Formed & { shown: string; defaults: object }>(text.loader, "/t", asked)).data;
    const { title, claim, sections } = SAMPLE_TEXTS.en;
    const form = { ...drawn.defaults, formToken: drawn.formToken, shown: drawn.shown };
    expect(await send(text.action, "/t", { ...form, title, claim, ...sections }, asked)).toMatchObject({ status: 302 });
    const late = await send(text.action, "/t", { ...form, title: "Mine" }, asked);
    expect(late).toMatchObject({
      status: 409,
      data: {
        refusal: { code: "briefing.changed-meanwhile", fields: { title: "writing.overtaken" } },
        // What was left alone is the colleague's now, so that sending again undoes nothing.
        values: { title: "Mine", claim },
      },
    });
  });

  test("one part in all languages: a figure is put in and nothing saved, a stale one is given back", async () => {
    const id = await aDraft(room);
    const asked = { cookie: editor, params: { briefingId: id, section: "claim" } };
    interface Shown extends Formed {
      readonly tables: readonly { readonly cells: readonly { readonly reference: string }[] }[];
      readonly saved: Readonly<Record<string, string>>;
      readonly shown: string;
    }
    const { formToken, tables, saved, shown: read } = (await open<Shown>(section.loader, "/s", asked)).data;
    expect(saved).toEqual({ en: aText().claim, fr: aText().claim });
    const account = tables.flatMap(({ cells }) => cells).find(({ reference }) => reference.endsWith(":account}}"))!;
    const form = { formToken, shown: read, en: "Hit: 31.", fr: "Touchées :" };
    const insert = { ...form, insert: "yes", reference: account.reference, into: "fr" };
    const shown = await send<{ values: object }>(section.action, "/s", insert, asked);
    expect(shown).toMatchObject({
      status: 200,
      data: { refusal: { kind: "kept" }, values: { en: "Hit: 31.", fr: `Touchées : ${account.reference}` } },
    });
    expect((await seen(id)).draft.texts.fr!.claim).toBe(aText().claim);
    const none = await send(section.action, "/s", { ...insert, reference: "" }, asked);
    expect(none).toMatchObject({ status: 422, data: { refusal: { fields: { reference: expect.any(String) } } } });
    const long = await send(section.action, "/s", { ...form, fr: "x".repeat(400) }, asked);
    expect(long).toMatchObject({ status: 422, data: { refusal: { fields: { fr: "briefings.text.too-long" } } } });
    const fr = `Touchées : ${account.reference}, {{organisations-by-outcome:open}}`;
    expect(await send(section.action, "/s", { ...form, fr }, asked)).toMatchObject({ status: 302 });
    const late = await send(section.action, "/s", { ...form, fr: "Mien" }, asked);
    expect(late).toMatchObject({ status: 409, data: { values: { fr: "Mien" } } });
    const { obstacles, draft } = await seen(id);
    expect(draft.texts.fr!.claim).toBe(fr);
    expect(obstacles).toMatchObject([{ code: "reference-unknown", place: "fr.claim" }]);
    interface Notices {
      readonly notices: readonly { readonly place: string; readonly numbers: readonly object[] }[];
    }
    const notices = async (loader: typeof review.loader | typeof submit.loader, cookie: Cookie) =>
      (await open<Notices>(loader, "/n", { cookie, params: of(id) })).data.notices;
    for (const told of [await notices(submit.loader, editor), await notices(review.loader, guardian)])
      expect(told).toMatchObject([
        { place: "en.claim", numbers: [{ written: "31", nearest: { reference: expect.stringMatching(/^\{\{/) } }] },
      ]);
  });

  test("asks keep their evidence and date; a date of another form is refused", async () => {
    const id = await aDraft(room);
    const asked = { cookie: editor, params: of(id) };
    const { formToken } = (await open<Formed>(asks.loader, "/a", asked)).data;
    const form = { formToken, recordVersion: "4", "ask-SP2": "yes", "evidence-SP2": "incident_group" };
    const wrong = await send(asks.action, "/a", { ...form, "due-SP2": "next year" }, asked);
    expect(wrong).toMatchObject({ status: 422, data: { refusal: { fields: { "due-SP2": "briefings.day.form" } } } });
    expect(await send(asks.action, "/a", { ...form, "due-SP2": "2027-06-30" }, asked)).toMatchObject({ status: 302 });
    expect((await seen(id)).draft.asks).toEqual([{ code: "SP2", evidence: ["incident_group"], dueOn: "2027-06-30" }]);
  });

  test("an ask keeps the figure that is printed beside it, and its table with it", async () => {
    const id = await aDraft(room);
    const asked = { cookie: editor, params: of(id) };
    interface Shown extends Formed {
      readonly figures: readonly { readonly value: string; readonly table: string }[];
    }
    const { formToken, figures } = (await open<Shown>(asks.loader, "/a", asked)).data;
    const figure = figures.find(({ table }) => table === INCIDENT_TABLE)!;
    const form = { formToken, recordVersion: "4", "ask-SP2": "yes", "figure-SP2": figure.value };
    const wrong = await send(asks.action, "/a", { ...form, "figure-SP2": "a figure" }, asked);
    expect(wrong).toMatchObject({ status: 422, data: { refusal: { fields: { "figure-SP2": expect.any(String) } } } });
    expect(await send(asks.action, "/a", form, asked)).toMatchObject({ status: 302 });
    const codes = figure.value.split(":")[1]!.split("+");
    expect((await seen(id)).draft.asks).toEqual([
      { code: "SP2", evidence: [INCIDENT_TABLE], dueOn: null, figure: { table: INCIDENT_TABLE, codes } },
    ]);
  });

  test("only an analyst computes; the page shows no true count", async () => {
    const id = await aDraft(room);
    const asked = { cookie: analyst, params: of(id) };
    const { data } = await open<Formed & object>(tables.loader, "/t", asked);
    const form = { formToken: data.formToken, recordVersion: "4" };
    expect((await send(tables.action, "/t", form, { ...asked, cookie: editor })).status).toBe(404);
    expect(await send(tables.action, "/t", form, asked)).toMatchObject({
      status: 303,
      location: `/briefing-drafts/${id}/work`,
    });
    expect((await open<{ work: object }>(work.loader, "/w", { ...asked, cookie: editor })).data.work).toMatchObject({
      standing: "running",
    });
    await worksAtRest();
    expect(await open(work.loader, "/w", asked)).toMatchObject({ location: `/briefing-drafts/${id}/tables` });
    const values = JSON.stringify((await open(tables.loader, "/t", asked)).data).match(/"values?":\[?\d+/g) ?? [];
    expect(values.length).toBeGreaterThan(0);
    expect(values.filter((value) => Number(value.match(/\d+/)?.[0]) % 5 !== 0)).toEqual([]);
  });

  test("the list of tables: a wrong one is refused with what was typed, another list takes the figures away", async () => {
    const id = await aDraft(room);
    const asked = { cookie: analyst, params: of(id) };
    const { data } = await open<Formed & { chosen: { value: string }[] }>(choice.loader, "/l", asked);
    const kept = data.chosen.map(({ value }) => value);
    expect(kept).toEqual(TWO_TABLES.map(choiceText));
    const form = { formToken: data.formToken, recordVersion: "4", tables: kept, measure: "cases" };
    expect((await send(choice.action, "/l", form, { ...asked, cookie: editor })).status).toBe(404);
    const twice = { ...form, rows: "incident_type", columns: "incident_group" };
    expect(await send<{ values: object }>(choice.action, "/l", twice, asked)).toMatchObject({
      status: 422,
      data: {
        refusal: { fields: { columns: "briefings.tables.same-subject" } },
        values: { columns: "incident_group" },
      },
    });
    const gone = { ...form, rows: "outcome", only: "severity=nobody" };
    expect((await send(choice.action, "/l", gone, asked)).status).toBe(409);
    const added = await send(choice.action, "/l", { ...form, rows: "outcome", only: "severity=high" }, asked);
    expect(added).toMatchObject({ status: 302, location: `/briefing-drafts/${id}/tables` });
    const { choices, tables: computed } = await seen(id);
    expect(choices.map(choiceText)).toEqual([...kept, "cases.outcome@severity=high"]);
    expect(computed).toBeNull();
  });

  test("deciding needs the tick that all was read, and a fresh proof of who decides", async () => {
    const { id, hash } = await inReview(room);
    const asked = { cookie: guardian, params: of(id) };
    const { formToken } = (await open<Formed>(review.loader, "/r", asked)).data;
    const untold = await send(review.action, "/r", { formToken, hash }, asked);
    expect(untold).toMatchObject({ status: 422, data: { refusal: { fields: { read: expect.any(String) } } } });
    const other = await send(review.action, "/r", { formToken, hash: "0".repeat(64), read: "yes" }, asked);
    expect(other).toMatchObject({ status: 409, data: { refusal: { code: "briefing.changed-meanwhile" } } });
    const putBack = setClock(() => new Date(Date.now() + 6 * 60_000));
    expect((await send(review.action, "/r", { formToken, hash, read: "yes" }, asked)).status).toBe(401);
    putBack();
    expect(await open(preview.loader, "/p", { ...asked, params: of(id, "fr") })).toMatchObject({ status: 200 });
    expect(await open(preview.loader, "/p", { ...asked, params: of(id, "es") })).toMatchObject({ status: 404 });
    const released = await send(review.action, "/r", { formToken, hash, read: "yes" }, asked);
    expect(released).toMatchObject({ status: 303, location: `/briefing-drafts/${id}/work` });
    await worksAtRest();
    const again = await send(review.action, "/r", { formToken, hash, read: "yes" }, asked);
    expect(again).toMatchObject({ status: 303, location: `/briefing-drafts/${id}/work` });
    await worksAtRest();
    expect(await open(work.loader, "/w", asked)).toMatchObject({ location: "/briefings/asp25" });
  });

  test("published: in the reader's language where there is one, files as downloads", async () => {
    interface Page {
      readonly title: string;
      readonly isOwnLanguage: boolean;
    }
    const asked = { params: { slug: "asp25" } };
    expect((await open<Page>(publicPage.loader, "/b", { ...asked, locale: "fr" })).data).toMatchObject({
      title: "Éconduits",
      isOwnLanguage: true,
    });
    expect((await open<Page>(publicPage.loader, "/b", { ...asked, locale: "es" })).data).toMatchObject({
      title: "Turned away",
      isOwnLanguage: false,
    });
    expect((await open(publicPage.loader, "/b", { params: { slug: "asp99" } })).status).toBe(404);
    expect((await open<{ releases: object[] }>(publicList.loader, "/briefings")).data.releases).toHaveLength(1);
  });

  test("what became of its asks is written on a page of the next one, and given back where it is wrong", async () => {
    const id = await aDraft(room, "ASP26");
    const asked = { cookie: editor, params: of(id) };
    interface Shown extends Formed {
      readonly last: { readonly slug: string; readonly codes: readonly string[] };
      readonly version: number;
    }
    const { formToken, last, version } = (await open<Shown>(followUp.loader, "/f", asked)).data;
    expect(last).toMatchObject({ slug: "asp25", codes: ["SP2"] });
    const form = { formToken, recordVersion: String(version), slug: "asp25", "state-SP2": "begun" };
    const long = { ...form, "became-SP2-fr": "x".repeat(601) };
    expect(await send(followUp.action, "/f", long, asked)).toMatchObject({
      status: 422,
      data: { refusal: { fields: { "became-SP2-fr": "briefings.text.too-long" } } },
    });
    const whole = {
      ...form,
      "became-SP2-en": "Begun.",
      "became-SP2-fr": "Commencé.",
      "source-SP2": "Official Journal",
    };
    expect(await send(followUp.action, "/f", whole, asked)).toMatchObject({
      status: 302,
      location: `/briefing-drafts/${id}`,
    });
    expect((await seen(id)).draft.followUp?.asks).toMatchObject([{ code: "SP2", source: "Official Journal" }]);
    const late = await send(followUp.action, "/f", { ...whole, "became-SP2-fr": "Mien" }, asked);
    expect(late).toMatchObject({ status: 409, data: { values: { "became-SP2-fr": "Mien" } } });
    interface Review {
      readonly edition: { readonly session: string; readonly changes: { readonly tables: { removed: string[] } } };
      readonly leavesOutFollowUp: boolean;
    }
    const shown = (await open<Review>(review.loader, "/r", { cookie: guardian, params: of(id) })).data;
    expect(shown).toMatchObject({ edition: { session: "ASP25" }, leavesOutFollowUp: false });
    expect(shown.edition.changes.tables.removed).toContain("What happened");
  });

  test("a reporter sees the rows in which the own report counts, with what everybody reads there and no more", async () => {
    const owner = await newReporter(room.world, "Delta Legal Aid");
    const caseId = await sendReport(await actorFor(owner, "reporter"));
    const asked = { cookie: await signedInAs(owner, "reporter"), params: { caseId } };
    const read = async () =>
      (await open<{ published: OwnCoordinates }>(ownPublished.loader, "/p", asked)).data.published;
    const { rows, newest, counts } = await read();
    expect(counts).toBe(true);
    expect(newest?.slug).toBe("asp25");
    const { content } = (await findRelease("asp25"))!;
    const printed = content.texts.en!.sections.flatMap(({ tables }) => tables);
    const account = printed
      .find(({ id }) => id === "organisations-by-incident-group")!
      .rows.find(({ code }) => code === "account")!;
    expect(rows).toContainEqual(
      expect.objectContaining({
        dimension: "incident_group",
        code: "account",
        printed: account.values[0] ?? "withheld",
      }),
    );
    expect(rows).toContainEqual(expect.objectContaining({ dimension: "institution_type", printed: "not-shown" }));
    expect(rows.map(({ dimension }) => dimension)).not.toContain("severity");

    valueFrom(await changeConsent(await actorFor(owner, "reporter"), caseId, { consent: "c1_internal" }));
    expect(await read()).toMatchObject({ counts: false, rows: [] });
  });

  test.each([
    ["briefing.pdf", 200],
    ["briefing.fr.pdf", 200],
    ["briefing.es.pdf", 404],
    ["package.zip", 200],
    ["..", 404],
    ["tables%2Forganisations.csv", 404],
  ])("the file %s answers %d", async (file, status) => {
    const answer = await rawAnswer(fileLoader, { slug: "asp25", file });
    expect(answer.status).toBe(status);
    if (status !== 200) return;
    expect(answer.headers.get("Content-Disposition")).toBe(`attachment; filename="asp25-${file}"`);
    expect(answer.headers.get("Content-Security-Policy")).toBe("sandbox; default-src 'none'");
    expect(answer.headers.get("Cache-Control")).toBe("public, max-age=300");
  });

  test("a table is CSV, and all of it is gone once the briefing is withdrawn", async () => {
    const place = { slug: "asp25", file: "organisations-by-incident-group.csv" };
    const table = await rawAnswer(tableLoader, place);
    expect(await table.text()).toMatch(/^"incident","value","lo","hi","conf_status","obs_status"\r\n/);
    const released = (await listBriefings(await room.as.editor(), "en")).find(({ state }) => state === "released");
    valueFrom(await withdrawBriefing(await room.as.guardian(1), released!.id));
    expect((await rawAnswer(tableLoader, place)).status).toBe(410);
    const page = await open<{ text: object | null }>(publicPage.loader, "/b", { params: { slug: "asp25" } });
    expect(page.data.text).toBeNull();
  });
});

async function rawAnswer(
  loader: (args: never) => Promise<Response>,
  params: Record<string, string>,
): Promise<Response> {
  const request = new Request("http://127.0.0.1:3000/");
  const context = { nonce: "", pathOf: () => null, afterResponse: { add: () => {}, last: () => {} } };
  try {
    return await loader({ request, params, context } as never);
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}
