import { afterAll, beforeAll, expect, test } from "vitest";
import { findOwnDraft } from "#app/features/cases/reporting/report-queries.server.ts";
import type { DraftId } from "#app/kernel/id.ts";
import { onDatabase } from "../support/database.ts";
import { sendReport, typeIn } from "../support/reports.ts";
import { type RunningServer, startServer } from "../support/server.ts";
import { newVisitor, signIn, type Visitor } from "../support/visitor.ts";
import { actorFor, newReporter, newWorld, type Person, type World } from "../support/world.ts";

const STORY = "The bank wrote on Monday.\nكتب إلينا المصرف.";

/** What a browser without scripts does, at a real server. */
onDatabase("postgresql", "what somebody has typed", (db) => {
  let world: World;
  let reporter: Person;
  let server: RunningServer;
  let visitor: Visitor;
  let coordinator: Visitor;

  beforeAll(async () => {
    world = await newWorld();
    reporter = await newReporter(world);
    const settings = db.config();
    server = await startServer({ DATABASE_URL: settings.kind === "postgresql" ? settings.url : "", LOG: "off" });
    visitor = newVisitor(server.origin, { headers: { "Accept-Language": "en" } });
    await signIn(visitor, reporter, Date.now() + 30_000);
    coordinator = newVisitor(server.origin, { headers: { "Accept-Language": "en" } });
    await signIn(coordinator, world.coordinators[0], Date.now() + 30_000);
  }, 180_000);

  afterAll(() => server?.stop());

  const actor = () => actorFor(reporter, "reporter");
  const storyPage = async () => {
    const draftId = await typeIn(await actor(), { listedParties: { listedParty: "no" } });
    return { draftId, path: `/reports/draft/${draftId}/story` };
  };
  const languagesOf = (html: string) => [...html.matchAll(/formaction="([^"]*)"/gi)].map(([, address]) => address);

  test("stays in the form when its page is read in another language, and is not sent", async () => {
    const { draftId, path } = await storyPage();
    const { html } = await visitor.get(path);
    expect(languagesOf(html)).toEqual(["?language=fr", "?language=es", "?language=ar"]);
    expect(html).not.toContain('class="language-switch"');
    const french = await visitor.post(`${path}?language=fr`, { story: STORY, inLanguage: "fr" });
    expect(french.status).toBe(200);
    expect(french.html).toContain('<html lang="fr"');
    expect(french.html).toContain(STORY);
    expect(french.html).toContain("rien n’a été envoyé");
    expect(visitor.cookies.get("locale")).toBe("fr");
    expect((await findOwnDraft(await actor(), draftId as DraftId))?.report.story).toBeUndefined();
    // Continue goes to the address the page now has, with the language in it.
    const next = await visitor.post(`${path}?language=fr`, { story: STORY });
    expect(next.path).not.toBe(path);
    expect((await findOwnDraft(await actor(), draftId as DraftId))?.report.story?.story).toBe(STORY);
    await visitor.post("/language", { locale: "en", page: "routes/reporter/reports" });
  });

  test("does not hide a colleague's change: the form in another language still knows which version it was read in", async () => {
    const { path } = await storyPage();
    const elsewhere = newVisitor(server.origin);
    for (const [name, value] of visitor.cookies) (elsewhere.cookies as Map<string, string>).set(name, value);
    await elsewhere.get(path);
    await visitor.get(path);
    await elsewhere.post(path, { story: "a colleague was quicker" });
    await visitor.post(`${path}?language=es`, { story: STORY, inLanguage: "es" });
    const late = await visitor.post(`${path}?language=es`, { story: STORY });
    expect(late.status).toBe(409);
    expect(late.html).toContain("a colleague was quicker");
    await visitor.post("/language", { locale: "en", page: "routes/reporter/reports" });
  });

  test("waits behind the sign-in page in every language, and is offered to be sent", async () => {
    const { draftId, path } = await storyPage();
    await visitor.get(path);
    const before = [...visitor.cookies];
    (visitor.cookies as Map<string, string>).delete("__Host-s");
    const ended = await visitor.post(path, { story: STORY });
    expect(ended.status).toBe(401);
    expect(ended.html).not.toContain('class="language-switch"');
    expect(languagesOf(ended.html)).toEqual(["/sign-in?language=fr", "/sign-in?language=es", "/sign-in?language=ar"]);
    const arabic = await visitor.post("/sign-in?language=ar", { handle: reporter.handle, inLanguage: "ar" });
    expect(arabic.html).toContain('<html lang="ar" dir="rtl"');
    expect(arabic.html).toContain("The bank wrote on Monday.");
    const code = await visitor.post("/sign-in", { handle: reporter.handle, passphrase: reporter.passphrase });
    expect(code.html).toContain("The bank wrote on Monday.");
    expect((await findOwnDraft(await actor(), draftId as DraftId))?.report.story).toBeUndefined();
    for (const [name, value] of before) (visitor.cookies as Map<string, string>).set(name, value);
  });

  test("waits while its person changes back to the role they wrote it in", async () => {
    const { teamId, walledTeamId } = world.setUp;
    const caseId = await sendReport(await actor());
    const hats = await db.sql("SELECT id, team_id AS team FROM hats WHERE user_id = $1", [
      world.coordinators[0].userId,
    ]);
    const hatOf = (team: string) => String(hats.find((hat) => hat.team === team)?.id);
    const note = `/cases/${caseId}/note`;
    const wear = async (team: string) => {
      await coordinator.get("/account");
      await coordinator.post("/account/hat", { hat: hatOf(team) });
    };
    await wear(teamId);
    const drawn = await coordinator.get(note);
    expect(drawn.status).toBe(200);
    const token = /name="formToken" value="([^"]*)"/.exec(drawn.html.slice(drawn.html.indexOf("<main")))?.[1] ?? "";
    await wear(walledTeamId);
    const late = await coordinator.post(note, { text: STORY, formToken: token });
    expect(late.status).toBe(409);
    expect(late.html).toContain("You have changed your role");
    const french = await coordinator.post("/account/hat?language=fr", { inLanguage: "fr" });
    expect(french.html).toContain("Vous avez changé de rôle");
    const back = await coordinator.post("/account/hat", {});
    expect(back.html).toContain("The bank wrote on Monday.");
    const sent = await coordinator.post(note, {});
    expect(sent.path).toBe(`/cases/${caseId}`);
    expect(sent.html).toContain("The bank wrote on Monday.");
  });
});
