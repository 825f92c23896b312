import { afterAll, beforeAll, expect, test } from "vitest";
import { ROLES as ACCOUNTS, type ActingRole } from "#app/access/roles.ts";
import { newId } from "#app/platform/crypto/random.server.ts";
import { onDatabase } from "../support/database.ts";
import { addressOf, allDoors, type Door, guarded, holds } from "../support/doors.ts";
import { newHousehold } from "../support/household.ts";
import { aReport, sendReport, typeIn } from "../support/reports.ts";
import { type RunningServer, startServerOn } from "../support/server.ts";
import { newVisitor, signIn, type Visitor } from "../support/visitor.ts";
import { actorFor, newReporter, type World } from "../support/world.ts";

onDatabase("postgresql", "every role at every door", (db) => {
  let server: RunningServer;
  let doors: Door[];
  let foreign: Record<string, string>;
  let own: Record<string, string>;
  const visitors = new Map<ActingRole, Visitor>();
  const ownOf = (role: ActingRole) => (role === "receipt" ? { ...own, ...held } : own);
  let held: Readonly<Record<string, string>>;

  beforeAll(async () => {
    doors = await allDoors();
    const { room, people, own: named, receipts } = await newHousehold();
    held = receipts.sent.own;
    own = { ...named, invitationId: newId() };
    foreign = await foreignThings(room.world);
    server = await startServerOn(db);
    for (const role of ACCOUNTS) {
      const visitor = newVisitor(server.origin);
      await signIn(visitor, people[role], Date.now() + 30_000);
      visitors.set(role, visitor);
    }
    visitors.set("receipt", newVisitor(server.origin, { cookies: { "__Host-s": receipts.sent.token } }));
  }, 300_000);

  afterAll(() => server?.stop());

  /** The same nouns, of another organisation that these people have nothing to do with. */
  async function foreignThings(world: World): Promise<Record<string, string>> {
    const neighbour = await actorFor(await newReporter(world, "Harbour Archive"), "reporter");
    const caseId = await sendReport(neighbour, { listedParties: { listedParty: "yes" } });
    return { caseId, draftId: await typeIn(neighbour, aReport()) };
  }

  const data = (path: string) => `${path}.data`;

  test("who may not gets the page of what does not exist: page, data, one loader alone, action", async () => {
    const wrong: string[] = [];
    for (const role of ROLES)
      for (const door of doors) {
        const visitor = visitors.get(role)!;
        const path = addressOf(door, ownOf(role));
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
        const { status } = await visitors.get(role)!.get(addressOf(door, ownOf(role)));
        if (status >= 500 || status === 403) wrong.push(`${role} ${addressOf(door, own)}: ${status}`);
      }
    expect(wrong).toEqual([]);
  }, 120_000);

  test("somebody else's case or draft looks exactly like one that never was", async () => {
    const differing: string[] = [];
    const random = { caseId: newId(), draftId: newId() };
    for (const role of ["reporter", "intake", "lead", "receipt"] as const)
      for (const door of doors) {
        if (!/:(caseId|draftId)/.test(door.path) || !guarded(door.loader) || !holds(role, door.loader!)) continue;
        const visitor = visitors.get(role)!;
        const theirs = await visitor.get(addressOf(door, { ...ownOf(role), ...foreign }));
        const none = await visitor.get(addressOf(door, { ...ownOf(role), ...random }));
        if (theirs.status !== 404 || bare(theirs.html) !== bare(none.html))
          differing.push(`${role} ${door.path}: ${theirs.status}`);
      }
    expect(differing).toEqual([]);
  }, 120_000);

  test("nobody without a session gets further than the way in", async () => {
    const wrong: string[] = [];
    const nobody = newVisitor(server.origin);
    for (const door of doors.filter(({ loader }) => guarded(loader))) {
      const page = await nobody.get(addressOf(door, own));
      if (page.path !== "/sign-in") wrong.push(`GET ${door.path}: ${page.status} ${page.path}`);
      const alone = await nobody.get(`${data(addressOf(door, own))}?_routes=${encodeURIComponent(door.id)}`);
      if (!alone.html.includes("/sign-in")) wrong.push(`GET ${door.path}.data: ${alone.status}`);
    }
    for (const door of doors.filter(({ action }) => guarded(action))) {
      const { status } = await nobody.post(addressOf(door, own), {});
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
        await visitor.get(role === "receipt" ? "/receipt" : "/account");
        const strange = await visitor.post(addressOf(door, ownOf(role)), { formToken: "A".repeat(64) });
        // A page that shows something once has nothing to show here, and sends on whoever it has refused.
        const isSentOn = SHOWN_ONCE.includes(door.path) && strange.path !== door.path;
        if (strange.status !== 409 && !isSentOn)
          wrong.push(`${role} POST ${door.path} with a strange token: ${strange.status}`);
        const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
        const other = await fetch(server.origin + addressOf(door, ownOf(role)), {
          method: "POST",
          headers: { Cookie: cookie, Origin: "https://elsewhere.example" },
          redirect: "manual",
        });
        if (other.status !== 403) wrong.push(`${role} POST ${door.path} from elsewhere: ${other.status}`);
      }
    expect(wrong).toEqual([]);
  }, 180_000);
});

const SHOWN_ONCE = ["/account/new-words", "/account/code", "/receipt/keep", "/receipt/words"];
const ROLES = [...ACCOUNTS, "receipt"] as const;

/** Without what differs from answer to answer: nonces, tokens, and the address in the page itself. */
function bare(html: string): string {
  return html
    .replace(/nonce="[^"]*"/g, "")
    .replace(/value="[A-Za-z0-9_.-]{40,}"/g, "")
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "");
}
