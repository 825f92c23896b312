import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Gate } from "#app/access/gate.server.ts";
import { may } from "#app/access/policy.ts";
import { ROLES, type Role } from "#app/access/roles.ts";
import { SAMPLE_SPECIFICATION } from "#app/features/briefings/demo/sample-briefing.ts";
import { createBriefing } from "#app/features/briefings/drafting/briefing-draft-commands.server.ts";
import { assignCase } from "#app/features/cases/casework/triage-commands.server.ts";
import { newId } from "#app/platform/crypto/random.server.ts";
import routes from "#app/routes.ts";
import { onDatabase } from "../support/database.ts";
import { aReport, sendReport, typeIn } from "../support/reports.ts";
import { type RunningServer, startServerOn } from "../support/server.ts";
import { newVisitor, signIn, type Visitor } from "../support/visitor.ts";
import { actorFor, newColleague, newReporter, newWorld, type Person, valueFrom } from "../support/world.ts";

interface Entry {
  readonly file: string;
  readonly path?: string | undefined;
  readonly index?: boolean | undefined;
}

interface Door {
  readonly id: string;
  readonly path: string;
  readonly loader: Gate | null;
  readonly action: Gate | null;
}

const ROOT = join(import.meta.dirname, "../../app");

async function doorOf({ file, path = "" }: Entry): Promise<Door> {
  const page = (await import(pathToFileURL(join(ROOT, file)).href)) as {
    loader?: { gate: Gate };
    action?: { gate: Gate };
  };
  const gateOf = (made?: { gate: Gate }) => made?.gate ?? null;
  return {
    id: file.replace(/\.tsx?$/, ""),
    path: `/${path}`,
    loader: gateOf(page.loader),
    action: gateOf(page.action),
  };
}

onDatabase("postgresql", "every role at every door", (db) => {
  let server: RunningServer;
  let doors: Door[];
  let foreign: Record<string, string>;
  const own: Record<string, string> = { question: "story", locale: "en" };
  const visitors = new Map<Role, Visitor>();

  beforeAll(async () => {
    doors = await Promise.all((routes as readonly Entry[]).map(doorOf));
    const world = await newWorld();
    const people: Record<Role, Person> = {
      reporter: await newReporter(world),
      intake: world.coordinators[0],
      lead: await newColleague(world, "lead"),
      analyst: await newColleague(world, "analyst"),
      editor: await newColleague(world, "editor"),
      guardian: world.guardians[0],
      administrator: world.administrator,
    };
    const reporter = await actorFor(people.reporter, "reporter");
    own.caseId = await sendReport(reporter);
    own.draftId = await typeIn(reporter, aReport());
    const intake = await actorFor(people.intake, "intake", world.setUp.teamId);
    valueFrom(await assignCase(intake, own.caseId as never, { version: 1, lead: people.lead.userId }));
    const briefing = valueFrom(await createBriefing(await actorFor(people.editor, "editor"), SAMPLE_SPECIFICATION));
    own.briefingId = briefing.briefingId;
    own.organisationId = reporter.organisationId!;
    own.userId = people.lead.userId;
    own.invitationId = newId();
    foreign = await foreignThings(world);
    server = await startServerOn(db);
    for (const role of ROLES) {
      const visitor = newVisitor(server.origin);
      await signIn(visitor, people[role], Date.now() + 30_000);
      visitors.set(role, visitor);
    }
  }, 300_000);

  afterAll(() => server?.stop());

  /** The same nouns, of another organisation that these people have nothing to do with. */
  async function foreignThings(world: Awaited<ReturnType<typeof newWorld>>): Promise<Record<string, string>> {
    const neighbour = await actorFor(await newReporter(world, "Harbour Archive"), "reporter");
    const caseId = await sendReport(neighbour, { listedParties: { listedParty: "yes" } });
    return { caseId, draftId: await typeIn(neighbour, aReport()) };
  }

  const address = ({ path }: Door, values: Readonly<Record<string, string>>) =>
    path.replace(/:([a-zA-Z]+)\??/g, (_, name: string) => values[name] ?? "nothing");
  const guarded = (gate: Gate | null) => gate?.kind === "guarded";
  const holds = (role: Role, gate: Gate) => may({ role, isOwner: role === "reporter" }, gate.may!);
  const data = (path: string) => `${path}.data`;

  test("who may not gets the page of what does not exist: page, data, one loader alone, action", async () => {
    const wrong: string[] = [];
    for (const role of ROLES)
      for (const door of doors) {
        const visitor = visitors.get(role)!;
        const path = address(door, own);
        if (guarded(door.loader) && !holds(role, door.loader!)) {
          const asked = [path, data(path), `${data(path)}?_routes=${encodeURIComponent(door.id)}`];
          for (const one of asked) {
            const { status } = await visitor.get(one);
            if (status !== 404) wrong.push(`${role} GET ${one}: ${status}`);
          }
        }
        if (guarded(door.action) && !holds(role, door.action!)) {
          for (const one of [path, data(path)]) {
            const { status } = await visitor.post(one, {});
            if (status !== 404) wrong.push(`${role} POST ${one}: ${status}`);
          }
        }
      }
    expect(wrong).toEqual([]);
  }, 180_000);

  test("who may gets the page", async () => {
    const wrong: string[] = [];
    for (const role of ROLES)
      for (const door of doors) {
        if (!guarded(door.loader) || !holds(role, door.loader!) || door.path.includes(":invitationId")) continue;
        const { status } = await visitors.get(role)!.get(address(door, own));
        if (status >= 500 || status === 403) wrong.push(`${role} ${address(door, own)}: ${status}`);
      }
    expect(wrong).toEqual([]);
  }, 120_000);

  test("somebody else's case or draft looks exactly like one that never was", async () => {
    const differing: string[] = [];
    const random = { caseId: newId(), draftId: newId() };
    for (const role of ["reporter", "intake", "lead"] as const)
      for (const door of doors) {
        if (!/:(caseId|draftId)/.test(door.path) || !guarded(door.loader) || !holds(role, door.loader!)) continue;
        const visitor = visitors.get(role)!;
        const theirs = await visitor.get(address(door, { ...own, ...foreign }));
        const none = await visitor.get(address(door, { ...own, ...random }));
        if (theirs.status !== 404 || bare(theirs.html) !== bare(none.html))
          differing.push(`${role} ${door.path}: ${theirs.status}`);
      }
    expect(differing).toEqual([]);
  }, 120_000);

  test("nobody without a session gets further than the way in", async () => {
    const wrong: string[] = [];
    const nobody = newVisitor(server.origin);
    for (const door of doors.filter(({ loader }) => guarded(loader))) {
      const page = await nobody.get(address(door, own));
      if (page.path !== "/sign-in") wrong.push(`GET ${door.path}: ${page.status} ${page.path}`);
      const alone = await nobody.get(`${data(address(door, own))}?_routes=${encodeURIComponent(door.id)}`);
      if (!alone.html.includes("/sign-in")) wrong.push(`GET ${door.path}.data: ${alone.status}`);
    }
    for (const door of doors.filter(({ action }) => guarded(action))) {
      const { status } = await nobody.post(address(door, own), {});
      if (status !== 401) wrong.push(`POST ${door.path}: ${status}`);
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  test("every action refuses a form that no page gave, and one from another origin", async () => {
    const wrong: string[] = [];
    for (const role of ROLES)
      for (const door of doors) {
        if (!guarded(door.action) || !holds(role, door.action!)) continue;
        const visitor = visitors.get(role)!;
        await visitor.get("/account");
        const strange = await visitor.post(address(door, own), { formToken: "A".repeat(64) });
        // A page that shows something once has nothing to show here, and sends on whoever it has refused.
        const isSentOn = SHOWN_ONCE.includes(door.path) && strange.path !== door.path;
        if (strange.status !== 409 && !isSentOn)
          wrong.push(`${role} POST ${door.path} with a strange token: ${strange.status}`);
        const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
        const other = await fetch(server.origin + address(door, own), {
          method: "POST",
          headers: { Cookie: cookie, Origin: "https://elsewhere.example" },
          redirect: "manual",
        });
        if (other.status !== 403) wrong.push(`${role} POST ${door.path} from elsewhere: ${other.status}`);
      }
    expect(wrong).toEqual([]);
  }, 180_000);
});

const SHOWN_ONCE = ["/account/new-words", "/account/code"];

/** Without what differs from answer to answer: nonces, tokens, and the address in the page itself. */
function bare(html: string): string {
  return html
    .replace(/nonce="[^"]*"/g, "")
    .replace(/value="[A-Za-z0-9_.-]{40,}"/g, "")
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "");
}
