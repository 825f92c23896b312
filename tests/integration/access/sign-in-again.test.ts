import { beforeAll, expect, test } from "vitest";
import { readSessionToken } from "#app/access/cookie.ts";
import { findSession, inSessionContext, type OpenSession } from "#app/access/session.server.ts";
import { listProposals } from "#app/features/accounts/invitation/invitation-queries.server.ts";
import { proposeColleague } from "#app/features/accounts/invitation/staff-invitation-commands.server.ts";
import * as organisationsInvite from "#app/routes/administration/organisations-invite.tsx";
import * as peopleApprove from "#app/routes/administration/people-approve.tsx";
import * as code from "#app/routes/sign-in/code.tsx";
import * as signIn from "#app/routes/sign-in/sign-in.tsx";
import { heldClock, MINUTE } from "../../support/clock.ts";
import { onDatabase } from "../../support/database.ts";
import { ask, type GateAnswer } from "../../support/gate.ts";
import { codeOf, signedIn } from "../../support/sign-in.ts";
import { actorFor, newWorld, type Person, valueFrom, type World } from "../../support/world.ts";

const INVITE = "/organisations/invite";
const TYPED = { name: 'مركز «الأمل» <b>&\n"quoted"', country: "JO" };

onDatabase("embedded", "a form whose session has ended", (db) => {
  const clock = heldClock();
  let world: World;
  let person: Person;
  beforeAll(async () => {
    world = await newWorld();
    person = world.coordinators[0];
  });

  const sessionAfter = async ({ headers }: GateAnswer): Promise<OpenSession> => {
    const token = readSessionToken(headers.get("Set-Cookie")?.split(";")[0] ?? null);
    return (await inSessionContext((tx) => findSession(tx, token ?? "", clock.now())))!;
  };
  const organisations = async () => (await db.sql("SELECT count(*)::int AS n FROM organisations"))[0]?.n;

  /** Opens the page, lets the session run out, sends the form. */
  async function sendTooLate(worn: string | null = null) {
    clock.pass(MINUTE);
    const before = await signedIn(person, worn);
    const { data } = await ask(organisationsInvite.loader, { path: INVITE, session: before });
    clock.pass(31 * MINUTE);
    const form = { ...TYPED, formToken: String(data.formToken) };
    return ask(organisationsInvite.action, { path: INVITE, session: before, form });
  }

  async function throughBothStages(answer: GateAnswer, by: Person) {
    const { kept, ticket, formToken } = answer.data as Record<string, string>;
    const carried = { kept: kept!, ticket: ticket!, formToken: formToken! };
    const guest = await sessionAfter(answer);
    const begun = await ask(signIn.action, { path: "/sign-in", session: guest, form: { ...by, ...carried } as never });
    const owing = await sessionAfter(begun);
    const page = await ask(code.loader, { path: "/sign-in/code", session: owing });
    const form = { ...carried, formToken: String(page.data.formToken), code: codeOf(by) };
    return ask(code.action, { path: "/sign-in/code", session: owing, form });
  }

  test("is answered with a sign-in form that carries everything typed, and nothing is done", async () => {
    const before = await organisations();
    const answer = await sendTooLate();
    expect(answer.status).toBe(401);
    expect(answer.data.reason).toBe("ended");
    expect(JSON.parse(String(answer.data.kept))).toEqual(TYPED);
    expect(String(answer.data.ticket)).not.toMatch(/[\r\n]/);
    expect(await organisations()).toBe(before);
  });

  test("keeps what was typed through a wrong passphrase and a wrong code", async () => {
    const answer = await sendTooLate();
    const { kept, ticket, formToken } = answer.data as Record<string, string>;
    const guest = await sessionAfter(answer);
    const wrong = { handle: person.handle, passphrase: "no", kept: kept!, ticket: ticket!, formToken: formToken! };
    const refused = await ask(signIn.action, { path: "/sign-in", session: guest, form: wrong });
    expect(refused.data).toMatchObject({ refusal: { code: "sign-in.wrong" }, values: { kept, ticket } });
    const begun = await ask(signIn.action, {
      path: "/sign-in",
      session: guest,
      form: { ...wrong, ...person } as never,
    });
    expect(begun.data).toEqual({ keptOn: { kept, ticket } });
    const owing = await sessionAfter(begun);
    const page = await ask(code.loader, { path: "/sign-in/code", session: owing });
    const form = { kept: kept!, ticket: ticket!, formToken: String(page.data.formToken), code: "000000" };
    const again = await ask(code.action, { path: "/sign-in/code", session: owing, form });
    expect(again.data).toMatchObject({ refusal: { code: "sign-in.code.wrong" }, values: { kept, ticket } });
  });

  test("is offered to the same person to be sent, and then the same action runs", async () => {
    const before = Number(await organisations());
    const answer = await throughBothStages(await sendTooLate(), person);
    expect(answer.data.again).toEqual({ path: INVITE, fields: Object.entries(TYPED) });
    const member = await sessionAfter(answer);
    const page = await ask(code.loader, { path: "/sign-in/code", session: member });
    const form = { ...TYPED, formToken: String(page.data.formToken) };
    const sent = await ask(organisationsInvite.action, { path: INVITE, session: member, form });
    expect(sent.headers.get("Location")).toBe("/account/code");
    expect(await organisations()).toBe(before + 1);
  });

  test("goes on under the hat it was written under", async () => {
    const hats = await db.sql("SELECT id, team_id AS team FROM hats WHERE user_id = $1", [person.userId]);
    for (const { id } of hats) {
      const answer = await throughBothStages(await sendTooLate(String(id)), person);
      expect((await sessionAfter(answer)).content.hatId).toBe(id);
    }
  });

  test("is dropped when somebody else signs in instead", async () => {
    const answer = await throughBothStages(await sendTooLate(), world.guardians[0]);
    expect(answer.data).toEqual({});
    expect(answer.headers.get("Location")).toBe("/briefing-drafts");
  });

  test("cannot be sent on to another place than the one it was meant for", async () => {
    const answer = await sendTooLate();
    const ticket = String(answer.data.ticket).replace(INVITE, "/people/keys");
    const changed = { ...answer, data: { ...answer.data, ticket } };
    expect((await throughBothStages(changed, person)).data).toEqual({});
  });

  test("that was drawn under another hat than is worn now is not taken", async () => {
    clock.pass(MINUTE);
    const [one, other] = await db.sql("SELECT id FROM hats WHERE user_id = $1", [person.userId]);
    const first = await signedIn(person, String(one?.id));
    const { data } = await ask(organisationsInvite.loader, { path: INVITE, session: first });
    clock.pass(MINUTE);
    const second = await signedIn(person, String(other?.id));
    const form = { ...TYPED, formToken: String(data.formToken) };
    const answer = await ask(organisationsInvite.action, { path: INVITE, session: second, form });
    expect(answer).toMatchObject({ status: 409, data: { reason: "other-hat", hat: one?.id } });
    expect(JSON.parse(String(answer.data.kept))).toEqual(TYPED);
    expect((await ask(organisationsInvite.action, { path: INVITE, session: first, form })).status).toBe(302);
  });

  test("is asked for a fresh proof where two persons decide, and the act is done after it", async () => {
    const administrator = await actorFor(world.administrator, "administrator");
    valueFrom(await proposeColleague(administrator, { role: "editor", teamId: null }));
    const [proposal] = await listProposals(administrator);
    const [guardian] = world.guardians;
    clock.pass(MINUTE);
    const session = await signedIn(guardian);
    const asked = { path: `/people/proposals/${proposal!.id}`, params: { invitationId: proposal!.id } };
    const { data } = await ask(peopleApprove.loader, { ...asked, session });
    const form = { formToken: String(data.formToken) };
    clock.pass(5 * MINUTE + 1);
    const answer = await ask(peopleApprove.action, { ...asked, session, form });
    expect(answer).toMatchObject({ status: 401, data: { reason: "reauthenticate" } });
    expect((await listProposals(administrator))[0]?.approvedByGuardian).toBe(false);
    const proven = await throughBothStages(
      { ...answer, headers: new Headers({ "Set-Cookie": cookieOf(session) }) },
      guardian,
    );
    const fresh = await sessionAfter(proven);
    const page = await ask(code.loader, { path: "/sign-in/code", session: fresh });
    const again = { formToken: String(page.data.formToken) };
    expect((await ask(peopleApprove.action, { ...asked, session: fresh, form: again })).status).toBe(302);
    expect((await listProposals(administrator))[0]?.approvedByGuardian).toBe(true);
  });
});

function cookieOf({ token }: OpenSession): string {
  return `__Host-s=${token}`;
}
