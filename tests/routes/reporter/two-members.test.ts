import { beforeAll, expect, test } from "vitest";
import { withActor } from "#app/access/with-actor.server.ts";
import { inviteMember } from "#app/features/accounts/invitation/invitation-commands.server.ts";
import { grantWaitingKeys } from "#app/features/accounts/people/key-grants.server.ts";
import { removeMember } from "#app/features/accounts/people/member-commands.server.ts";
import { findWorkCase } from "#app/features/cases/casework/work-case-queries.server.ts";
import { addToCase } from "#app/features/cases/reporting/report-commands.server.ts";
import { findOwnCase, findOwnDraft } from "#app/features/cases/reporting/report-queries.server.ts";
import { submitDraft } from "#app/features/cases/reporting/submit-commands.server.ts";
import { askReporter, writeAsTeam } from "#app/features/messages/message-commands.server.ts";
import type { ConversationData } from "#app/features/messages/message-page.ts";
import type { CaseId } from "#app/kernel/id.ts";
import * as consent from "#app/routes/reporter/report-consent.tsx";
import * as messages from "#app/routes/reporter/report-messages.tsx";
import * as read from "#app/routes/reporter/report-messages-read.tsx";
import * as reports from "#app/routes/reporter/reports.tsx";
import { type CaseTeam, newCaseTeam } from "../../support/case-team.ts";
import { onBothDatabases } from "../../support/database.ts";
import { openTab, type Refused } from "../../support/drafts.ts";
import { aReport, sendReport, typeIn } from "../../support/reports.ts";
import { type Cookie, open, send, signedInAs } from "../../support/requests.ts";
import { actorFor, type Person, redeem, valueFrom } from "../../support/world.ts";

onBothDatabases("two people of one organisation", () => {
  let team: CaseTeam;
  let colleague: Person;
  let first: Cookie;
  let second: Cookie;

  const owner = () => team.as.reporter();
  const member = () => actorFor(colleague, "reporter");
  const press = async (door: unknown, cookie: Cookie, caseId: CaseId, fields: Record<string, string>) => {
    const { loader, action } = door as typeof messages;
    const asked = { cookie, params: { caseId } };
    const { data } = await open<{ formToken: string }>(loader, "/reports", asked);
    return send<Refused>(action, "/reports", { formToken: data.formToken, ...fields }, asked);
  };
  const conversation = async (cookie: Cookie, caseId: CaseId) =>
    (await open<{ conversation: ConversationData }>(messages.loader, "/reports", { cookie, params: { caseId } })).data
      .conversation;

  beforeAll(async () => {
    team = await newCaseTeam();
    colleague = await redeem(valueFrom(await inviteMember(await owner(), { isOwner: false })).code);
    first = await signedInAs(team.reporter, "reporter");
    second = await signedInAs(colleague, "reporter");
  });

  test("have nothing in common before an owner's session has sealed the key to the second, and everything then", async () => {
    const caseId = await sendReport(await owner());
    await expect(findOwnCase(await member(), caseId)).rejects.toThrow();
    valueFrom(await grantWaitingKeys(await owner()));
    expect((await findOwnCase(await member(), caseId))?.body.report.story).toEqual(aReport().story);
    const { data } = await open<{ reports: object }>(reports.loader, "/reports", { cookie: second });
    expect(JSON.stringify(data)).toContain(caseId);
  });

  test("write in one draft: the later of two answers comes back with what the other saved, and loses nothing", async () => {
    const draftId = await typeIn(await owner(), { listedParties: { listedParty: "no" } });
    const [mine, theirs] = [await openTab(first, draftId, "story"), await openTab(second, draftId, "story")];
    await mine.continue({ story: "as I know it" });
    const late = await theirs.continue({ story: "as she knows it" });
    expect(late).toMatchObject({ status: 409, data: { values: { story: "as she knows it" } } });
    const conflict = await openTab(second, draftId, "story");
    expect(conflict.page.saved).toEqual({ story: "as I know it" });
    expect((await conflict.continue({ story: late.data.values.story! })).status).toBe(302);
    expect((await findOwnDraft(await owner(), draftId))?.report.story).toEqual({ story: "as she knows it" });
    // Another question of the same draft, from a page drawn before, asks as well: the whole draft has one version.
    const [one, two] = [await openTab(first, draftId, "risk"), await openTab(second, draftId, "danger")];
    expect((await one.continue({ riskIfNamed: "guarded" })).status).toBe(302);
    expect(await two.continue({ dangerToPersons: "no" })).toMatchObject({
      status: 409,
      data: { values: { dangerToPersons: "no" } },
    });
    expect((await (await openTab(second, draftId, "danger")).continue({ dangerToPersons: "no" })).status).toBe(302);
    const { report } = (await findOwnDraft(await member(), draftId))!;
    expect(report).toMatchObject({ risk: { riskIfNamed: "guarded" }, danger: { dangerToPersons: "no" } });
  });

  test("send a draft once, whoever presses, and both find the case", async () => {
    const draftId = await typeIn(await owner(), aReport());
    const sent = await Promise.all([submitDraft(await owner(), draftId), submitDraft(await member(), draftId)]);
    const [caseId, ...others] = sent.flatMap((one) => (one.ok ? [one.value.caseId] : []));
    expect(others).toEqual([]);
    for (const actor of [await owner(), await member()]) expect((await findOwnCase(actor, caseId!))?.id).toBe(caseId);
  });

  test("both answer the team, read for each other, and are one side to it", async () => {
    const caseId = await sendReport(await owner());
    valueFrom(await askReporter(await team.as.intake(), caseId, { text: "On which day?" }));
    expect([await conversation(first, caseId), await conversation(second, caseId)]).toMatchObject([
      { hasUnread: true, isAsked: true },
      { hasUnread: true, isAsked: true },
    ]);
    const { seenAt: question } = await conversation(second, caseId);
    expect((await press(messages, second, caseId, { text: "On Monday.", seenAt: question! })).status).toBe(302);
    expect(await conversation(first, caseId)).toMatchObject({ isAsked: false, hasUnread: false });
    expect((await press(messages, first, caseId, { text: "In the morning." })).status).toBe(302);
    const texts = (await conversation(second, caseId)).messages.map(({ text, by, isOwn }) => ({ text, by, isOwn }));
    expect(texts).toEqual([
      { text: "On which day?", by: "intake", isOwn: false },
      { text: "On Monday.", by: "reporter", isOwn: true },
      { text: "In the morning.", by: "reporter", isOwn: true },
    ]);
    valueFrom(await writeAsTeam(await team.as.intake(), caseId, { text: "Thank you." }));
    const { seenAt } = await conversation(first, caseId);
    await press(read, first, caseId, { seenAt: seenAt! });
    expect((await conversation(second, caseId)).hasUnread).toBe(false);
    const adds = [
      addToCase(await owner(), caseId, { text: "one" }),
      addToCase(await member(), caseId, { text: "two" }),
    ];
    const done = (await Promise.all(adds)).map(({ ok }) => ok);
    const { additions } = (await findWorkCase(await team.as.intake(), caseId))!.body;
    expect(additions).toHaveLength(done.filter(Boolean).length);
  });

  test("less consent is taken from either at once; more only from who has seen what the other took back", async () => {
    const caseId = await sendReport(await owner(), {
      consent: { consent: "c4_confidential_to_named" },
      recipients: { recipients: "Ministry of Norway" },
    });
    const report = async () => (await findOwnCase(await member(), caseId))!.body.report;
    const seen = "c4_confidential_to_named";
    expect((await press(consent, first, caseId, { consent: "c1_internal", recipients: "", seen })).status).toBe(302);
    expect(await report()).toMatchObject({ consent: { consent: "c1_internal" } });
    expect(await report()).not.toHaveProperty("recipients");
    const stale = await press(consent, second, caseId, { consent: "c3_anonymised_narrative", recipients: "", seen });
    expect(stale).toMatchObject({
      status: 409,
      data: {
        refusal: { code: "case.consent-lowered-meanwhile" },
        values: { consent: "c3_anonymised_narrative" },
      },
    });
    expect((await report()).consent).toEqual({ consent: "c1_internal" });
    const again = { consent: "c3_anonymised_narrative", recipients: "", seen: "c1_internal" };
    expect((await press(consent, second, caseId, again)).status).toBe(302);
    expect((await report()).consent).toEqual({ consent: "c3_anonymised_narrative" });
    await press(consent, first, caseId, { consent: "c2_aggregate", recipients: "", seen: "c1_internal" });
    expect((await report()).consent).toEqual({ consent: "c2_aggregate" });
  });

  test("whoever is removed opens nothing any more, and what they wrote stays", async () => {
    const caseId = await sendReport(await owner());
    valueFrom(await addToCase(await member(), caseId, { text: "from the colleague" }));
    const leaving = await member();
    valueFrom(await removeMember(await owner(), colleague.userId));
    expect((await findOwnCase(await owner(), caseId))?.body.additions).toMatchObject([{ text: "from the colleague" }]);
    expect((await open(messages.loader, "/reports", { cookie: second, params: { caseId } })).status).not.toBe(200);
    const left = withActor(leaving, (tx) => tx.hat.count({ where: { userId: leaving.userId } }));
    expect(await left).toBe(0);
  });
});
