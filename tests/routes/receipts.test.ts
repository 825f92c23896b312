import { afterAll, beforeAll, expect, test } from "vitest";
import { findSession, inSessionContext } from "#app/access/session.server.ts";
import { addNote } from "#app/features/cases/casework/triage-commands.server.ts";
import { askReporter } from "#app/features/messages/message-commands.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { type CaseTeam, newCaseTeam } from "../support/case-team.ts";
import { onDatabase } from "../support/database.ts";
import { answerAll, holderOf, newLink } from "../support/receipts.ts";
import { aReport } from "../support/reports.ts";
import { type RunningServer, startServerOn } from "../support/server.ts";
import { type Answer, newVisitor, signIn, type Visitor } from "../support/visitor.ts";
import { wordTraces } from "../support/word-traces.ts";

const COOKIE = "__Host-s";

onDatabase("postgresql", "a report without an account, at the pages", (db) => {
  let team: CaseTeam;
  let server: RunningServer;
  let code: string;

  beforeAll(async () => {
    team = await newCaseTeam();
    code = await newLink(await team.as.intake());
    server = await startServerOn(db);
  }, 300_000);

  afterAll(() => server?.stop());

  const guest = () => newVisitor(server.origin);
  const token = (visitor: Visitor) => visitor.cookies.get(COOKIE)!;
  const sessionOf = async (visitor: Visitor) =>
    (await inSessionContext((tx) => findSession(tx, token(visitor), Date.now())))!;

  /** Through the link to the first question. */
  async function begin(visitor = guest()): Promise<{ visitor: Visitor; draftId: string }> {
    await visitor.get(`/start/${code}`);
    const first = await visitor.post(`/start/${code}`, {});
    expect(first.path).toMatch(/^\/reports\/draft\/[0-9a-f-]{36}\/listed-parties$/);
    return { visitor, draftId: first.path.split("/")[3]! };
  }

  /** With all answers, as far as the page before sending. */
  async function ready(overrides = {}) {
    const { visitor, draftId } = await begin();
    await answerAll(await holderOf(await sessionOf(visitor)), draftId as never, aReport(overrides));
    const check = await visitor.get(`/reports/draft/${draftId}/check`);
    expect(check.html).toContain("seven words");
    return { visitor, draftId };
  }

  function wordsOn({ html }: Answer): string {
    const list = html.slice(
      html.indexOf("secret-sheet__words"),
      html.indexOf("</ol>", html.indexOf("secret-sheet__words")),
    );
    return [...list.matchAll(/<bdi[^>]*>([a-z]+)<\/bdi>/g)].map(([, word]) => word).join(" ");
  }

  async function sent() {
    const { visitor, draftId } = await ready();
    const shown = await visitor.post(`/reports/draft/${draftId}/check`, {});
    expect(shown.path).toBe("/receipt/words");
    return { visitor, caseId: draftId as CaseId, words: wordsOn(shown) };
  }

  async function back(words: string): Promise<Visitor> {
    const visitor = guest();
    await visitor.get("/receipt");
    await visitor.post("/receipt", { words });
    return visitor;
  }

  test("leads from the link through the first question to words, and the words open the case in another browser", async () => {
    const { visitor, caseId, words } = await sent();
    expect(words.split(" ")).toHaveLength(7);
    // A slow line loads the page again; once they are written down nothing shows them.
    expect(wordsOn(await visitor.get("/receipt/words"))).toBe(words);
    expect((await visitor.post("/receipt/words", {})).path).toBe(`/reports/${caseId}/sent`);
    expect((await visitor.get("/receipt/words")).path).toBe(`/reports/${caseId}/sent`);
    await visitor.get("/sign-out");
    expect((await visitor.post("/sign-out", {})).path).toBe("/");
    expect((await visitor.get(`/reports/${caseId}`)).path).toBe("/sign-in");
    const again = await back(words);
    expect(again.page()).toMatchObject({ status: 200, path: `/reports/${caseId}` });
    expect(again.page().html).toContain("You, with your seven words");
    expect(again.page().html).not.toContain("your organisation");
    for (const page of [visitor, again])
      for (const trace of wordTraces(words)) expect([...page.cookies].join()).not.toContain(trace);
  });

  test("lets read messages and answer, add, change consent, see what would be published, withdraw and erase", async () => {
    const { caseId, words } = await sent();
    await askReporter(await team.as.intake(), caseId, { text: "Which branch was it?" });
    await addNote(await team.as.intake(), caseId, { text: "for the team" });
    const visitor = await back(words);
    expect((await visitor.get(`/reports/${caseId}/messages`)).html).toContain("Which branch was it?");
    await visitor.post(`/reports/${caseId}/messages`, { text: "The one at the harbour." });
    expect(visitor.page().html).toContain("The one at the harbour.");
    await visitor.get(`/reports/${caseId}/add`);
    expect((await visitor.post(`/reports/${caseId}/add`, { text: "They rang." })).html).toContain("They rang.");
    await visitor.get(`/reports/${caseId}/consent`);
    expect((await visitor.post(`/reports/${caseId}/consent`, { consent: "c1_internal", recipients: "" })).path).toBe(
      `/reports/${caseId}`,
    );
    expect((await visitor.get(`/reports/${caseId}/published`)).status).toBe(200);
    expect(visitor.page().html).not.toContain("for the team");
    await visitor.get(`/reports/${caseId}/withdraw`);
    await visitor.post(`/reports/${caseId}/withdraw`, {});
    await visitor.get(`/reports/${caseId}/erase`);
    const erased = await visitor.post(`/reports/${caseId}/erase`, {});
    expect(erased).toMatchObject({ status: 200, path: "/reports/erased" });
    expect(visitor.cookies.has(COOKIE)).toBe(false);
    expect((await back(words)).page()).toMatchObject({ status: 422, path: "/receipt" });
  });

  test("saves for later under words before anything is sent, and goes on where it stopped", async () => {
    const { visitor, draftId } = await begin();
    await visitor.post(`/reports/draft/${draftId}/listed-parties`, { listedParty: "no" });
    expect((await visitor.get("/sign-out")).html).toContain("You have no words for this report yet");
    expect((await visitor.get("/receipt/keep")).html).toContain("8 weeks");
    const words = wordsOn(await visitor.post("/receipt/keep", {}));
    expect((await visitor.post("/receipt/words", {})).path).toBe(`/reports/draft/${draftId}`);
    expect((await visitor.get("/receipt/keep")).html).toContain("Everything is saved");
    const again = await back(words);
    expect(again.page().path).toBe(`/reports/draft/${draftId}`);
    await again.get(`/reports/draft/${draftId}/discard`);
    expect((await again.post(`/reports/draft/${draftId}/discard`, {})).path).toBe("/");
    expect((await back(words)).page().status).toBe(422);
  });

  test("a form that was sent after the session had ended waits for the words, and goes on by them alone", async () => {
    const { caseId, words } = await sent();
    const visitor = await back(words);
    await visitor.get(`/reports/${caseId}/add`);
    await db.sql("DELETE FROM sessions");
    const kept = await visitor.post(`/reports/${caseId}/add`, { text: "What nobody may lose." });
    expect(kept.status).toBe(401);
    expect(kept.html).toContain("What nobody may lose.");
    expect(kept.html).toContain('action="/receipt"');
    expect(kept.html).toContain("cannot be opened any more");
    const wrong = await visitor.post("/receipt", { words: "zoo zoo zoo zoo zoo zoo zoo" });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain("What nobody may lose.");
    expect(wrong.html).not.toContain("zoo zoo");
    const going = await visitor.post("/receipt", { words });
    expect(going.html).toContain(`action="/reports/${caseId}/add"`);
    expect((await visitor.post(`/reports/${caseId}/add`, {})).path).toBe(`/reports/${caseId}`);
    expect(visitor.page().html).toContain("What nobody may lose.");
  });

  test("files of a form that came too late are named on the way to the words, and once more before the form goes without them", async () => {
    const { caseId, words } = await sent();
    const path = `/reports/${caseId}/messages`;
    const visitor = await back(words);
    await visitor.get(path);
    await db.sql("DELETE FROM sessions");
    const kept = await visitor.upload(path, [{ name: "letter.txt", content: "Dear client" }]);
    expect([kept.status, kept.html.includes("letter.txt")]).toEqual([401, true]);
    await visitor.post("/receipt", { words });
    const looked = await visitor.post(path, { text: "Their letter." });
    expect([looked.status, looked.html.includes("letter.txt")]).toEqual([422, true]);
    expect((await visitor.post(path, { text: "Their letter." })).status).toBe(200);
    expect(visitor.page().html).toContain("Their letter.");
  });

  test("another receipt's words send nobody's form on", async () => {
    const [one, other] = [await sent(), await sent()];
    const visitor = await back(one.words);
    await visitor.get(`/reports/${one.caseId}/add`);
    await db.sql("DELETE FROM sessions");
    await visitor.post(`/reports/${one.caseId}/add`, { text: "not for the other" });
    expect(await visitor.post("/receipt", { words: other.words })).toMatchObject({ path: `/reports/${other.caseId}` });
    expect(visitor.page().html).not.toContain("not for the other");
  });

  test("wrong words look alike, whatever is wrong with them", async () => {
    const { words } = await sent();
    const answers = [];
    for (const typed of [words.split(" ").reverse().join(" "), "hello", words.slice(8)]) {
      const { status, html } = (await back(typed)).page();
      answers.push(`${status} ${bare(html)}`);
    }
    expect(new Set(answers).size).toBe(1);
  });

  test("a link that does not work says so and leads nowhere; a member at work is not signed out by one", async () => {
    const stranger = guest();
    expect((await stranger.get("/start/AAAA-AAAA-AAAA-AAAA-AAAA")).html).toContain("does not work any more");
    expect(bare((await stranger.get("/start/anything")).html)).toBe(bare((await stranger.get("/start/AAAA")).html));
    const member = guest();
    await signIn(member, team.reporter, Date.now() + 30_000);
    expect((await member.get(`/start/${code}`)).html).toContain("You are signed in");
    expect((await member.post(`/start/${code}`, {})).status).toBe(409);
    expect((await member.get("/reports")).status).toBe(200);
  });

  test("coordinators find it in the queue and on its page, marked as not yet bound", async () => {
    const { caseId } = await sent();
    const intake = guest();
    await signIn(intake, team.world.coordinators[0]);
    expect((await intake.get("/queue")).html).toContain("By receipt, not yet bound");
    expect((await intake.get(`/cases/${caseId}`)).html).toContain(`/cases/${caseId}/bind`);
    const bind = await intake.get(`/cases/${caseId}/bind`);
    expect(bind.html).toContain("Riverside Legal Clinic");
    const both = { organisation: "", name: "", country: "", reason: "" };
    expect((await intake.post(`/cases/${caseId}/bind`, both)).status).toBe(422);
    const organisation = (await team.as.reporter()).organisationId!;
    const bound = await intake.post(`/cases/${caseId}/bind`, { ...both, organisation, reason: "I met them." });
    expect(bound).toMatchObject({ status: 200, path: `/cases/${caseId}` });
    expect(bound.html).not.toContain("not yet bound");
    expect((await intake.get(`/cases/${caseId}/bind`)).status).toBe(404);
  });

  test("the link is shown to whoever makes it, as long as they are signed in, and is withdrawn at once", async () => {
    const intake = guest();
    await signIn(intake, team.world.coordinators[1]);
    await intake.get("/report-link");
    const made = await intake.post("/report-link", {});
    const path = /\/start\/[0-9A-Z-]{24}/.exec(made.html.replaceAll("<wbr/>", ""))?.[0] ?? "";
    expect((await guest().get(path)).html).toContain("Report without an account");
    const other = guest();
    await signIn(other, team.world.coordinators[0], Date.now() + 30_000);
    expect((await other.get("/report-link")).html).not.toContain("/start/");
    await intake.get("/report-link/withdraw");
    await intake.post("/report-link/withdraw", {});
    expect((await guest().get(path)).html).toContain("does not work any more");
    code = await newLink(await team.as.intake());
  });

  test("as many reports as come from one address at once get through; one that has to wait keeps its answers and is told when", async () => {
    const all = await Promise.all(Array.from({ length: 30 }, () => ready()));
    let waited = 0;
    const send = async ({ visitor, draftId }: (typeof all)[number]) => {
      for (;;) {
        const answer = await visitor.post(`/reports/draft/${draftId}/check`, {});
        if (answer.status === 200) return wordsOn(answer);
        waited += 1;
        expect(answer.status).toBe(503);
        expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(0);
        expect(answer.html).toContain("The server is very busy");
        expect(answer.html).toContain("The bank wrote that it will end our account.");
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    };
    const words = await Promise.all(all.map(send));
    expect(waited).toBeGreaterThan(0);
    expect(new Set(words).size).toBe(30);
    const cases = await db.sql("SELECT id FROM cases WHERE id = ANY($1::uuid[])", [all.map(({ draftId }) => draftId)]);
    expect(cases).toHaveLength(30);
  }, 240_000);
});

/** Without what differs from answer to answer. */
function bare(html: string): string {
  return html
    .replace(/nonce="[^"]*"/g, "")
    .replace(/value="[A-Za-z0-9_.-]{40,}"/g, "")
    .replace(/name="param.code" value="[^"]*"/g, "");
}
