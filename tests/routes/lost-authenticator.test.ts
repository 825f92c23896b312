import { afterAll, beforeAll, expect, test } from "vitest";
import { totpAt } from "#app/platform/crypto/totp.server.ts";
import { onDatabase } from "../support/database.ts";
import { type RunningServer, startServer } from "../support/server.ts";
import { newVisitor, signIn, type Visitor } from "../support/visitor.ts";
import { newReporter, newWorld, type Person, type World } from "../support/world.ts";

const TEXT = "They rang again.";

/** What a browser without scripts does, at a real server. */
onDatabase("postgresql", "somebody who has lost the authenticator app", (db) => {
  let world: World;
  let person: Person;
  let server: RunningServer;
  let visitor: Visitor;

  beforeAll(async () => {
    world = await newWorld();
    person = await newReporter(world);
    const settings = db.config();
    server = await startServer({ DATABASE_URL: settings.kind === "postgresql" ? settings.url : "", LOG: "off" });
    visitor = newVisitor(server.origin, { headers: { "Accept-Language": "en" } });
  }, 180_000);

  afterAll(() => server?.stop());

  const agrees = async (colleague: Person) => {
    const desk = newVisitor(server.origin, { headers: { "Accept-Language": "en" } });
    await signIn(desk, colleague, Date.now() + 30_000);
    expect((await desk.get("/people")).html).toContain('href="/people/authenticator"');
    await desk.get("/people/authenticator");
    return desk.post("/people/authenticator", { handle: person.handle });
  };

  test("is told whom to ask, and with two words connects a new one and goes on with what was typed", async () => {
    await signIn(visitor, person, Date.now() + 30_000);
    const begun = await visitor.get("/reports/new");
    const question = await visitor.post("/reports/new", {});
    expect(begun.status).toBe(200);
    (visitor.cookies as Map<string, string>).delete("__Host-s");
    const ended = await visitor.post(question.path.replace("listed-parties", "story"), { story: TEXT });
    expect(ended.status).toBe(401);
    const code = await visitor.post("/sign-in", { handle: person.handle, passphrase: person.passphrase });
    expect(code.html).toContain("I have lost my authenticator app");

    const lost = await visitor.post("/sign-in/authenticator", { lost: "yes", code: "" });
    expect(lost.html).toContain("Ask a coordinator and a guardian");
    const early = await visitor.post("/sign-in/authenticator", { begin: "yes" });
    expect(early.status).toBe(409);
    expect(early.html).toContain("have not both agreed yet");
    expect(early.html).not.toContain("back-link");

    expect((await agrees(world.guardians[0])).html).toContain("One more word is needed");
    expect((await agrees(world.coordinators[0])).html).toContain("Both have agreed");

    const connect = await visitor.post("/sign-in/authenticator", { begin: "yes" });
    const [, secret = ""] = /<bdi translate="no">([^<]+)<\/bdi>/.exec(connect.html) ?? [];
    expect(connect.html).toContain('class="qr-code"');
    const entered = await visitor.post("/sign-in/authenticator", {
      code: totpAt(secret.replaceAll(" ", ""), Date.now()),
    });
    expect(entered.status).toBe(200);
    expect(entered.html).toContain(TEXT);
  });

  test("finds nothing to connect without the passphrase", async () => {
    const stranger = newVisitor(server.origin, { headers: { "Accept-Language": "en" } });
    const { html } = await stranger.get("/sign-in/authenticator");
    expect(html).toContain('name="passphrase"');
    expect(html).not.toContain("qr-code");
  });
});
