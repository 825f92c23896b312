import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { openOwnCase } from "#app/features/cases/case-queries.server.ts";
import { setUrgency } from "#app/features/cases/casework/triage-commands.server.ts";
import { findWorkCase } from "#app/features/cases/casework/work-case-queries.server.ts";
import { agreeToList, askForCases, takeList } from "#app/features/cases/lists/list-commands.server.ts";
import { deleteStaleLists } from "#app/features/cases/lists/list-expiry.server.ts";
import { listFile, readList, readLists, type WholeList } from "#app/features/cases/lists/lists-page.server.ts";
import { MOST_BYTES, wholeCases } from "#app/features/cases/lists/whole-cases.server.ts";
import { addRemedy } from "#app/features/cases/remedies/remedy-commands.server.ts";
import { addToCase, changeConsent, withdrawCase } from "#app/features/cases/reporting/report-commands.server.ts";
import { writeAsTeam } from "#app/features/messages/message-commands.server.ts";
import { messagesRecord } from "#app/features/messages/messages-record.server.ts";
import { addTask } from "#app/features/tasks/task-commands.server.ts";
import { tasksRecord } from "#app/features/tasks/tasks-record.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { newAgeIdentity, openWithIdentity } from "#app/platform/crypto/age.server.ts";
import { textOf } from "#app/platform/crypto/bytes.server.ts";
import { inContext } from "#app/platform/db/in-context.server.ts";
import * as chosen from "#app/routes/casework/queue-chosen.tsx";
import * as cases from "#app/routes/casework/queue-chosen-cases.tsx";
import * as list from "#app/routes/casework/queue-list.tsx";
import * as file from "#app/routes/casework/queue-list-file.tsx";
import { type CaseTeam, newCaseTeam } from "../../support/case-team.ts";
import { onBothDatabases } from "../../support/database.ts";
import { aRemedy } from "../../support/remedies.ts";
import { sendReport } from "../../support/reports.ts";
import { type Cookie, fetched, open, send, signedInAs } from "../../support/requests.ts";
import { aTask } from "../../support/tasks.ts";
import { actorFor, valueFrom } from "../../support/world.ts";

onBothDatabases("several whole cases in one file", (db) => {
  let team: CaseTeam;
  let asking: Cookie;
  let agreeing: Cookie;
  let one: CaseId;
  let other: CaseId;
  let identity: string;
  let recipient: string;

  const intake = () => team.as.intake();
  const second = () => actorFor(team.world.coordinators[1], "intake", team.world.setUp.teamId);
  const parts = [messagesRecord, tasksRecord];
  const ask = async (actor: Actor, ids: readonly CaseId[], withNotes = false) => {
    const picked = ids.map((caseId) => ({ caseId, version: 1 }));
    return askForCases(actor, picked, { recipient, withNotes }, { locale: "en", parts });
  };
  const press = async <Data>(door: typeof cases, path: string, fields: Record<string, string>) => {
    const { data } = await open<{ formToken: string }>(door.loader, path, { cookie: asking });
    return send<Data>(door.action, path, { formToken: data.formToken, ...fields }, { cookie: asking });
  };
  const look = async (listId: string, cookie: Cookie) =>
    (await open<{ list: WholeList; formToken: string }>(list.loader, "/list", { cookie, params: { listId } })).data;

  beforeAll(async () => {
    team = await newCaseTeam();
    const { coordinators, setUp } = team.world;
    asking = await signedInAs(coordinators[0], "intake", setUp.teamId);
    agreeing = await signedInAs(coordinators[1], "intake", setUp.teamId);
    one = await sendReport(await team.as.reporter(), { story: { story: "First line.\n# Status\nالبنك أغلق الحساب" } });
    other = await sendReport(await team.as.reporter());
    ({ identity, recipient } = await newAgeIdentity());
    valueFrom(await addToCase(await team.as.reporter(), one, { text: "They wrote again." }));
    valueFrom(await writeAsTeam(await intake(), one, { text: "Did they give a reason?" }));
    valueFrom(await setUrgency(await intake(), other, { version: 1, urgency: "u1_24h", reason: "a note for us" }));
    valueFrom(await addTask(await intake(), other, { ...aTask(), text: "ring the lawyer" }));
    valueFrom(await addRemedy(await intake(), one, aRemedy()));
  });

  test("is asked for with a public key, agreed to by another person, and opens with that key's other half alone", async () => {
    const ticked = [`${one}@1`, `${other}@1`];
    const { data: queue } = await open<{ formToken: string }>(chosen.loader, "/queue/chosen", { cookie: asking });
    const fields = { formToken: queue.formToken, verb: "cases", case: ticked };
    const { location } = await send(chosen.action, "/queue/chosen", fields, { cookie: asking });
    expect(location).toMatch(/^\/queue\/chosen\/cases\?view=/);
    for (const [typed, code] of [
      [identity, "lists.recipient.secret"],
      ["age1nothing", "lists.recipient.wrong"],
    ] as const)
      expect(await press(cases, location!, { recipient: typed })).toMatchObject({
        status: 422,
        data: { refusal: { fields: { recipient: code } } },
      });
    const asked = await press(cases, location!, { recipient });
    const listId = asked.location!.split("/").at(-1)!;

    const seen = await look(listId, agreeing);
    expect(seen.list).toMatchObject({ kind: "cases", count: 2, isMine: false, withNotes: false });
    expect(seen.list.recipient?.key).toBe(recipient);
    expect((await look(listId, asking)).list.recipient?.fingerprint).toBe(seen.list.recipient?.fingerprint);
    const takes = { params: { listId }, cookie: asking };
    expect((await open(file.loader, "/file", takes)).status).toBe(404);
    await send(list.action, "/list", { formToken: seen.formToken }, { cookie: agreeing, params: { listId } });
    expect((await open(file.loader, "/file", { ...takes, cookie: agreeing })).status).toBe(404);

    const { data } = await open<{ formToken: string }>(file.loader, "/file", takes);
    const answer = await fetched(file.action, "/file", { ...takes, form: { formToken: data.formToken } });
    expect(answer.headers.get("Content-Disposition")).toBe('attachment; filename="tlp-red-cases.txt.age"');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(textOf(bytes.slice(0, 21))).toBe("age-encryption.org/v1");
    expect(textOf(await openWithIdentity(identity, bytes))).toBe(seen.list.content);
    const stranger = await newAgeIdentity();
    await expect(openWithIdentity(stranger.identity, bytes)).rejects.toThrow();
    const reporter = await team.as.reporter();
    const own = await withActor(reporter, async (tx) => openOwnCase(reporter, tx, one));
    expect(own!.steps.at(-1)).toMatchObject({ action: "case.exported", by: "intake" });
  });

  test("holds report, additions, messages and remedies, and of the team's own nothing that was not asked for", async () => {
    const { listId } = valueFrom(await ask(await intake(), [one, other]));
    const { content } = await readList(await second(), listId);
    for (const text of [
      "> First line.",
      "> # Status",
      "> البنك أغلق الحساب",
      "> They wrote again.",
      "> Did they give a reason?",
    ])
      expect(content).toContain(text);
    expect(content).toContain("> Northern Savings Bank");
    expect(content).toContain("> Northern Savings Bank, complaints office");
    expect(content!.match(/^TH-.* · TLP:RED$/gm)).toHaveLength(2);
    for (const text of ["a note for us", "ring the lawyer", "24 hours"]) expect(content).not.toContain(text);
    const told = await readList(await second(), valueFrom(await ask(await intake(), [other], true)).listId);
    for (const text of ["> a note for us", "> ring the lawyer"]) expect(told.content).toContain(text);
    const [row] = await db.sql("SELECT encode(sealed || content, 'escape') AS text FROM case_lists WHERE id = $1", [
      listId,
    ]);
    expect(row!.text).not.toMatch(/TH-|First line|age1/);
  });

  test("nothing of it leaves once a reporter has changed the consent or withdrawn, and it goes after its week", async () => {
    const changing = await sendReport(await team.as.reporter());
    const { listId } = valueFrom(await ask(await intake(), [one, changing]));
    valueFrom(await agreeToList(await second(), listId));
    valueFrom(await changeConsent(await team.as.reporter(), changing, { consent: "c1_internal" }));
    expect(await readList(await intake(), listId)).toMatchObject({ isOvertaken: true, content: null });
    expect(await takeList(await intake(), listId)).toMatchObject({ refusal: { code: "lists.overtaken" } });
    await expect(listFile(await intake(), listId)).rejects.toMatchObject({ status: 404 });
    valueFrom(await withdrawCase(await team.as.reporter(), changing));
    expect(await agreeToList(await second(), listId)).toMatchObject({ refusal: { code: "lists.none" } });
    expect(await ask(await intake(), [changing])).toMatchObject({ refusal: { code: "lists.empty" } });
    const later = new Date(Date.now() + 9 * 86_400_000);
    await inContext({ role: "job" }, (tx) => deleteStaleLists(tx, new Date(Date.now() + 6 * 86_400_000)));
    expect(await readLists(await intake())).not.toEqual([]);
    await inContext({ role: "job" }, (tx) => deleteStaleLists(tx, later));
    expect(await readLists(await intake())).toEqual([]);
  });

  test("is another team's never, bound to the key as well as to the words, and no larger than two people can read", async () => {
    expect(await ask(await team.as.walledIntake(), [one])).toMatchObject({ refusal: { code: "lists.empty" } });
    const { listId } = valueFrom(await ask(await intake(), [one]));
    await expect(readList(await team.as.walledIntake(), listId)).rejects.toMatchObject({ status: 404 });
    expect(await takeList(await intake(), listId)).toMatchObject({ refusal: { code: "lists.none" } });
    const long = async () => [{ title: "Long", lines: [{ typed: "x".repeat(MOST_BYTES) }] }];
    const whole = { chosen: [{ caseId: one, version: 1 }], withNotes: false, locale: "en", parts: [long] } as const;
    expect(await wholeCases(await intake(), whole)).toMatchObject({ refusal: { code: "lists.too-large" } });
    expect(
      (await findWorkCase(await intake(), one))!.steps.filter(({ action }) => action === "case.exported"),
    ).toHaveLength(1);
  });
});
