import { Readable } from "node:stream";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { moveCase } from "#app/features/cases/casework/triage-commands.server.ts";
import { withdrawCase } from "#app/features/cases/reporting/report-commands.server.ts";
import { addFile } from "#app/features/evidence/evidence-commands.server.ts";
import type { FileOutcome } from "#app/features/evidence/taken-files.ts";
import { askReporter, writeAsReporter, writeAsTeam } from "#app/features/messages/message-commands.server.ts";
import type { MessageFile } from "#app/features/messages/message-file.ts";
import type { ConversationBrief, ConversationData } from "#app/features/messages/message-page.ts";
import { readyText } from "#app/features/messages/ready-texts.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { newId } from "#app/platform/crypto/random.server.ts";
import { env, setEnv } from "#app/platform/env.server.ts";
import * as assigned from "#app/routes/casework/assigned.tsx";
import * as work from "#app/routes/casework/case.tsx";
import * as teamMessages from "#app/routes/casework/case-messages.tsx";
import * as teamRead from "#app/routes/casework/case-messages-read.tsx";
import * as queue from "#app/routes/casework/queue.tsx";
import * as report from "#app/routes/reporter/report.tsx";
import * as messages from "#app/routes/reporter/report-messages.tsx";
import * as read from "#app/routes/reporter/report-messages-read.tsx";
import * as reports from "#app/routes/reporter/reports.tsx";
import { type CaseTeam, newCaseTeam } from "../support/case-team.ts";
import { onDatabase } from "../support/database.ts";
import type { Refused } from "../support/drafts.ts";
import { newObjectHome } from "../support/object-home.ts";
import { sendReport } from "../support/reports.ts";
import { type Cookie, fetched, open, send, sendFiles, signedInAs } from "../support/requests.ts";
import type { ChosenFile } from "../support/visitor.ts";
import { valueFrom } from "../support/world.ts";

type Door = { readonly loader: typeof messages.loader; readonly action: typeof messages.action };
interface Page {
  readonly formToken: string;
  readonly conversation: ConversationData;
  readonly files: readonly MessageFile[];
  readonly mayAsk: boolean;
}
type Sent = Refused & { readonly typed: Readonly<Record<string, string | readonly string[]>> };

type Carried = Sent & { readonly notTaken: readonly FileOutcome[] };

onDatabase("postgresql", "the pages of a conversation", () => {
  let team: CaseTeam;
  let reporter: Cookie;
  let intake: Cookie;
  let leading: Cookie;
  let caseId: CaseId;

  beforeAll(async () => {
    newObjectHome();
    team = await newCaseTeam();
    reporter = await signedInAs(team.reporter, "reporter");
    intake = await signedInAs(team.world.coordinators[0], "intake", team.world.setUp.teamId);
    leading = await signedInAs(team.lead, "lead");
  });

  const fresh = async () => {
    caseId = await sendReport(await team.as.reporter());
  };
  const asked = (cookie: Cookie, locale: "en" | "fr" = "en") => ({ cookie, params: { caseId }, locale });
  const see = async (door: unknown, cookie: Cookie) =>
    (await open<Page>((door as Door).loader, "/messages", asked(cookie))).data;
  const submit = async (
    door: unknown,
    fields: Record<string, string | readonly string[]>,
    { cookie = intake, locale = "en" as "en" | "fr" } = {},
  ) => {
    const { formToken } = await see(door, cookie);
    return send<Sent>((door as Door).action, "/messages", { formToken, ...fields }, asked(cookie, locale));
  };

  test("send a message from either side and stay on the conversation", async () => {
    await fresh();
    expect(await submit(teamMessages, { text: "We have read it." })).toMatchObject({
      status: 302,
      location: `/cases/${caseId}/messages`,
    });
    const answer = await submit(messages, { text: "Merci." }, { cookie: reporter, locale: "fr" });
    expect(answer).toMatchObject({ status: 302, location: `/reports/${caseId}/messages` });
    const { conversation } = await see(teamMessages, intake);
    expect(conversation.messages.map(({ by, isOwn, isNew }) => [by, isOwn, isNew])).toEqual([
      ["intake", true, false],
      ["reporter", false, true],
    ]);
    expect(conversation.language).toBe("fr");
    expect(JSON.stringify(await see(messages, reporter))).not.toContain(team.world.coordinators[0].handle);
  });

  test("refuse an empty message and an account number, and give back what was typed", async () => {
    await fresh();
    const fieldsOf = (answer: { data: Sent }) => answer.data.refusal.fields;
    expect(fieldsOf(await submit(messages, { text: " " }, { cookie: reporter }))).toEqual({
      text: "messages.form.required",
    });
    const text = "now DE89370400440532013000";
    const numbered = await submit(messages, { text }, { cookie: reporter });
    expect(fieldsOf(numbered)).toEqual({ text: "report.text.account-number" });
    expect(numbered.data.values.text).toBe(text);
    await submit(messages, { text, accountNumbers: "mask" }, { cookie: reporter });
    expect((await see(messages, reporter)).conversation.messages).toMatchObject([{ text: "now ••••3000" }]);
    const long = await submit(teamMessages, { text: "x".repeat(20_001), asks: "yes" });
    expect(long).toMatchObject({ status: 422, data: { values: { asks: "yes" } } });
  });

  describe("a ready text", () => {
    test("comes below what is typed, in the language that was chosen, and sends nothing", async () => {
      await fresh();
      const answer = await submit(teamMessages, { text: "Chers collègues,", template: "date", language: "fr" });
      expect(answer).toMatchObject({
        status: 200,
        data: { typed: { text: `Chers collègues,\n\n${readyText("date", "fr")}`, language: "fr", asks: "yes" } },
      });
      expect((await see(teamMessages, intake)).conversation.messages).toEqual([]);
    });

    test("wants a language where nobody knows the organisation's, and keeps what is typed", async () => {
      await fresh();
      expect((await see(teamMessages, intake)).conversation.language).toBeNull();
      const answer = await submit(teamMessages, { text: "Hello", template: "date", language: "" });
      expect(answer).toMatchObject({
        status: 422,
        data: {
          refusal: { fields: { language: "messages.template.language-required" } },
          values: { text: "Hello" },
        },
      });
    });
  });

  test("a text beyond what a report holds comes back, and is sent nowhere", async () => {
    const before = env();
    setEnv({ ...before, TEXTS_A_CASE: 1 });
    try {
      await submit(messages, { text: "one" }, { cookie: reporter });
      const second = await submit(messages, { text: "and two" }, { cookie: reporter });
      const kept = { refusal: { code: "case.too-many-texts" }, values: { text: "and two" } };
      expect(second).toMatchObject({ status: 409, data: kept });
      expect(JSON.stringify((await see(messages, reporter)).conversation)).not.toContain("and two");
    } finally {
      setEnv(before);
    }
  });

  test("a question stands on top of the report until it is answered, and only then may another be asked", async () => {
    await fresh();
    expect((await see(teamMessages, intake)).mayAsk).toBe(true);
    await submit(teamMessages, { text: "On which day?", asks: "yes" });
    expect((await see(teamMessages, intake)).mayAsk).toBe(false);
    const brief = async () =>
      (await open<{ brief: ConversationBrief }>(report.loader, "/report", asked(reporter))).data.brief;
    expect(await brief()).toMatchObject({ hasUnread: true, question: { text: "On which day?", by: "intake" } });
    expect((await see(messages, reporter)).conversation.isAsked).toBe(true);
    const { seenAt } = (await see(messages, reporter)).conversation;
    await submit(messages, { text: "On Monday.", seenAt: seenAt ?? "" }, { cookie: reporter });
    expect(await brief()).toMatchObject({ hasUnread: false, question: null, count: 2 });
  });

  test("a question that came too late is refused with its words, and nothing is sent", async () => {
    await fresh();
    const { formToken } = await see(teamMessages, intake);
    valueFrom(await moveCase(await team.as.intake(), caseId, { version: 1, event: "triage", reason: "" }));
    const fields = { formToken, text: "On which day?", asks: "yes" };
    expect(await send<Sent>(teamMessages.action, "/messages", fields, asked(intake))).toMatchObject({
      status: 409,
      data: { refusal: { code: "case.transition-refused" }, values: { text: "On which day?" } },
    });
    expect((await see(teamMessages, intake)).conversation.messages).toEqual([]);
  });

  test("a form sent twice sends one message", async () => {
    await fresh();
    const { formToken } = await see(messages, reporter);
    const twice = [1, 2].map(() => send(messages.action, "/messages", { formToken, text: "Once." }, asked(reporter)));
    for (const { status } of await Promise.all(twice)) expect(status).toBe(302);
    expect((await see(messages, reporter)).conversation.messages).toHaveLength(1);
  });

  test("what is new is marked in the lists of both sides until a button says that it was read", async () => {
    await fresh();
    valueFrom(await writeAsTeam(await team.as.intake(), caseId, { text: "We have read it." }));
    valueFrom(await writeAsReporter(await team.as.reporter(), caseId, { text: "They rang." }));
    const unread = async (loader: unknown, cookie: Cookie) =>
      (await open<{ unread: string[] }>((loader as Door).loader, "/", { cookie })).data.unread.includes(caseId);
    expect([await unread(reports, reporter), await unread(queue, intake)]).toEqual([true, true]);
    const { seenAt } = (await see(messages, reporter)).conversation;
    const marked = await submit(read, { seenAt: seenAt ?? "" }, { cookie: reporter });
    expect(marked).toMatchObject({ status: 302, location: `/reports/${caseId}/messages` });
    expect([await unread(reports, reporter), await unread(queue, intake)]).toEqual([false, true]);
    expect(await submit(teamRead, { seenAt: seenAt ?? "" })).toMatchObject({ location: `/cases/${caseId}/messages` });
    expect(await unread(queue, intake)).toBe(false);
    expect(await unread(assigned, leading)).toBe(false);
  });

  test("a message names files of the case, and each side gets there by its own way; what is no file of it is not drawn", async () => {
    const one = { name: "letter.txt", bytes: Readable.from([Buffer.from("letter")]) };
    const { fileId } = valueFrom(await addFile(await team.as.reporter(), caseId, one));
    await submit(messages, { text: "Here it is.", files: [fileId, newId()] }, { cookie: reporter });
    const typed = { text: "Chers collègues,", files: fileId, template: "date", language: "fr" };
    expect((await submit(teamMessages, typed)).data.typed).toMatchObject({ files: [fileId] });
    await submit(teamMessages, { text: "Is this all of it?", files: fileId });
    const seen = async (door: unknown, cookie: Cookie) => {
      const { conversation, files } = await see(door, cookie);
      return conversation.messages.slice(-2).map(({ files: ids }) => files.filter((file) => ids.includes(file.fileId)));
    };
    const link = (room: string) => [{ fileId, name: "letter.txt", href: `/${room}/${caseId}/files/${fileId}` }];
    expect(await seen(messages, reporter)).toEqual([link("reports"), link("reports")]);
    expect(await seen(teamMessages, intake)).toEqual([link("cases"), link("cases")]);
    expect((await submit(messages, { text: "No.", files: "no-id" }, { cookie: reporter })).status).toBe(422);
  });

  test("a message carries files from either side; where one is not taken nothing is sent, and the others wait ticked", async () => {
    const before = (await see(messages, reporter)).conversation.messages.length;
    const carry = async (door: unknown, cookie: Cookie, text: string, chosen: readonly ChosenFile[]) => {
      const { formToken } = await see(door, cookie);
      const { action } = door as Door;
      return sendFiles<Carried>(action, "/messages", { formToken, text }, chosen, asked(cookie));
    };
    const letter = { name: "closure.txt", content: "The account is closed." };
    const first = await carry(messages, reporter, "Their letter.", [letter, { name: "a.exe", content: "MZ" }]);
    const { refusal, values, notTaken } = first.data;
    expect([first.status, refusal.code, values.text]).toEqual([422, "file.nothing-sent", "Their letter."]);
    expect(notTaken.map(({ name, refused }) => [name, refused])).toEqual([["a.exe", "file.kind"]]);
    const { conversation, files } = await see(messages, reporter);
    expect(conversation.messages).toHaveLength(before);
    const { fileId } = files.find(({ name }) => name === letter.name)!;
    expect(values.files).toEqual([fileId]);
    await submit(messages, { text: "Their letter.", files: fileId }, { cookie: reporter });
    await carry(teamMessages, intake, "Ours.", [{ name: "answer.txt", content: "Dear bank" }]);
    const page = await see(messages, reporter);
    const named = page.conversation.messages
      .slice(before)
      .map((message) => page.files.filter((file) => message.files.includes(file.fileId)).map(({ name }) => name));
    expect(named).toEqual([["closure.txt"], ["answer.txt"]]);
  });

  describe("a form with files that does not arrive as it was meant", () => {
    const chosen = (content: string) => [{ name: "letter.txt", content }];
    const carry = (fields: { formToken: string; text: string }, files: readonly ChosenFile[], cookie = reporter) =>
      sendFiles<Carried & Record<"kept" | "lost", string>>(messages.action, "/messages", fields, files, asked(cookie));
    const since = { messages: 0, files: 0 };
    /** What came since the test began: each message's words with how many files it names, and how many files there are. */
    const news = async () => {
      const { conversation, files } = await see(messages, reporter);
      const written = conversation.messages.slice(since.messages);
      return { written: written.map((one) => `${one.text} ${one.files.length}`), files: files.length - since.files };
    };
    beforeEach(async () => {
      const { conversation, files } = await see(messages, reporter);
      Object.assign(since, { messages: conversation.messages.length, files: files.length });
    });

    test("sends no message where the line breaks between two files, and names both once it is sent again", async () => {
      const { formToken } = await see(messages, reporter);
      const part = (said: string, content: string) =>
        `--b\r\nContent-Disposition: form-data; ${said}\r\n\r\n${content}\r\n`;
      const cut = [
        part('name="formToken"', formToken),
        part('name="text"', "Both letters."),
        part('name="attachments"; filename="one.txt"', "One"),
        "--b\r\nContent-Disposition: form-",
      ].join("");
      const type = "multipart/form-data; boundary=b";
      // Nobody is there any more to read what comes back.
      await fetched(messages.action, "/messages", { ...asked(reporter), body: cut, type }).catch(() => null);
      expect((await news()).written).toEqual([]);
      const both = [...chosen("Two"), { name: "one.txt", content: "One" }];
      expect((await carry({ formToken, text: "Both letters." }, both)).status).toBe(302);
      expect(await news()).toEqual({ written: ["Both letters. 2"], files: 2 });
    });

    test("takes a file once though its words were changed meanwhile, and other files with the same words are another message", async () => {
      const { formToken } = await see(messages, reporter);
      for (const text of ["Thier letter.", "Their letter.", "Their letter."])
        expect((await carry({ formToken, text }, chosen("One"))).status).toBe(302);
      const once = ["Thier letter. 1", "Their letter. 1"];
      expect(await news()).toEqual({ written: once, files: 1 });
      await carry({ formToken, text: "Their letter." }, chosen("Another"));
      expect(await news()).toEqual({ written: [...once, "Their letter. 1"], files: 2 });
    });

    test("waits for its files to be chosen again where its session had ended, and goes without them only then", async () => {
      const { formToken } = await see(messages, reporter);
      const gone = await carry({ formToken, text: "Their letter." }, chosen("One"), "");
      expect(gone).toMatchObject({ status: 401, data: { lost: ["letter.txt"] } });
      const kept = JSON.parse(gone.data.kept) as Record<string, string>;
      const back = await send<Carried & { left: string[] }>(
        messages.action,
        "/messages",
        { ...kept, formToken },
        asked(reporter),
      );
      expect(back).toMatchObject({
        status: 422,
        data: { refusal: { code: "form.files-left" }, left: ["letter.txt"], values: { text: "Their letter." } },
      });
      expect((await news()).written).toEqual([]);
      await submit(messages, { text: "Their letter." }, { cookie: reporter });
      expect((await news()).written).toEqual(["Their letter. 0"]);
    });
  });

  test("a withdrawn case shows what was written and has no form", async () => {
    await fresh();
    valueFrom(await askReporter(await team.as.intake(), caseId, { text: "On which day?" }));
    const before = await see(messages, reporter);
    valueFrom(await withdrawCase(await team.as.reporter(), caseId));
    const { conversation } = await see(messages, reporter);
    expect(conversation).toMatchObject({ closed: "case.ended", messages: [{ text: "On which day?" }] });
    const fields = { formToken: before.formToken, text: "On Monday." };
    expect(await send<Sent>(messages.action, "/messages", fields, asked(reporter))).toMatchObject({
      status: 409,
      data: { refusal: { code: "case.ended" }, values: { text: "On Monday." } },
    });
  });

  test("both histories tell that something was written, and neither what", async () => {
    await fresh();
    valueFrom(await askReporter(await team.as.intake(), caseId, { text: "On which day?" }));
    const told = await open<{ work: { steps: { key: string }[] } }>(work.loader, "/case", asked(intake));
    expect(told.data.work.steps.map(({ key }) => key)).toContain("casework.step.asked");
    const own = await open<{ report: { steps: { title: string }[] } }>(report.loader, "/report", asked(reporter));
    expect(own.data.report.steps.map(({ title }) => title)).toContain("reports.step.asked");
    expect(JSON.stringify([told.data.work.steps, own.data.report.steps])).not.toContain("On which day?");
  });
});
