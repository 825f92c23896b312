import { beforeAll, expect, test } from "vitest";
import type { ListedNote, NoteForm, NotePageData } from "#app/features/state-notes/state-note-page.ts";
import * as one from "#app/routes/casework/state-note.tsx";
import * as changing from "#app/routes/casework/state-note-change.tsx";
import * as ending from "#app/routes/casework/state-note-end.tsx";
import * as making from "#app/routes/casework/state-note-new.tsx";
import * as taking from "#app/routes/casework/state-note-take.tsx";
import * as list from "#app/routes/casework/state-notes.tsx";
import { type CaseTeam, newCaseTeam } from "../../support/case-team.ts";
import { onBothDatabases } from "../../support/database.ts";
import { opened } from "../../support/referrals.ts";
import { type Cookie, fetched, open, send, signedInAs } from "../../support/requests.ts";
import { type AgreedParts, aNewNote, LETTER, withPartsFor } from "../../support/state-notes.ts";

interface Refused {
  readonly refusal: { readonly code: string; readonly fields?: Readonly<Record<string, string>> };
}

onBothDatabases("the pages of a note for a State", () => {
  let team: CaseTeam;
  let first: Cookie;
  let second: Cookie;
  let told: AgreedParts;

  beforeAll(async () => {
    team = await newCaseTeam();
    const { coordinators, setUp } = team.world;
    first = await signedInAs(coordinators[0], "intake", setUp.teamId);
    second = await signedInAs(coordinators[1], "intake", setUp.teamId);
  });

  type Door = { loader: unknown; action?: unknown };
  const at = (cookie: Cookie, noteId: string) => ({ cookie, params: { noteId } });
  const load = async <D>({ loader }: Door, cookie: Cookie, id = "") =>
    (await open<D & { formToken: string }>(loader as never, "/page", at(cookie, id))).data;
  const press = async (door: Door, cookie: Cookie, fields: Record<string, string | string[]>, id = "") => {
    const { formToken } = await load<object>(door, cookie, id);
    return send<Refused>(door.action as never, "/page", { formToken, ...fields }, at(cookie, id));
  };
  const seen = async (id: string, cookie = first) => (await load<{ note: NotePageData }>(one, cookie, id)).note;
  const word = async (id: string, cookie: Cookie) => {
    const { version, hash } = await seen(id, cookie);
    return press(one, cookie, { recordVersion: String(version), hash }, id);
  };

  test("without a reporter's agreement there is nobody to write to, and the form says what is missing", async () => {
    expect((await load<{ receivers: object[] }>(making, first)).receivers).toEqual([]);
    told = await withPartsFor(await team.as.reporter(), await team.as.intake(), 1);
    expect((await load<{ receivers: object[] }>(making, first)).receivers).toHaveLength(1);
    expect((await press(making, first, { days: "365" })).data.refusal.fields).toEqual({
      state: "state-notes.state.required",
      receiver: "state-notes.receiver.required",
      unit: "state-notes.unit.required",
      language: "referrals.language.required",
      days: "referrals.days.required",
    });
  });

  test("from an empty note to a sealed bundle, through two persons and a fingerprint", async () => {
    const { receiver, state, unit, language } = aNewNote(told.receiver.key);
    const begun = await press(making, first, { receiver, state, unit, language, days: "7" });
    const id = begun.location!.split("/").at(-2)!;
    expect(begun.location).toBe(`/state-notes/${id}/change`);
    expect((await word(id, first)).data.refusal.code).toBe("state-notes.not-whole");
    const { form } = await load<{ form: NoteForm }>(changing, first, id);
    expect(form).toMatchObject({
      version: 1,
      isWithWords: false,
      offered: [{ referralId: told.parts[0]!.referralId }],
    });
    const typed = {
      recordVersion: "1",
      parts: [told.parts[0]!.referralId],
      letter: LETTER,
      asks: " One. \r\n\r\nTwo.",
    };
    const iban = await press(changing, first, { ...typed, letter: "Account GB29 NWBK 6016 1331 9268 19" }, id);
    expect(iban.data.refusal.fields).toEqual({ letter: "report.text.account-number" });
    expect((await press(changing, first, typed, id)).location).toBe(`/state-notes/${id}`);
    expect(await seen(id)).toMatchObject({ state: "draft", words: { letter: LETTER, asks: ["One.", "Two."] } });
    expect((await word(id, first)).status).toBe(302);
    expect((await word(id, first)).data.refusal.code).toBe("state-notes.second-person-required");
    expect((await open(taking.loader as never, "/page", at(first, id))).status).toBe(404);
    expect(await seen(id, second)).toMatchObject({ state: "in_review", isMine: false });
    expect((await word(id, second)).status).toBe(302);
    const { notes } = await load<{ notes: ListedNote[] }>(list, second);
    expect(notes).toMatchObject([{ id, state: "approved", stateName: "Norway", parts: 1 }]);
    const { formToken, note } = await load<{ note: NotePageData }>(taking, first, id);
    const recordVersion = String(note.version);
    expect(note.fingerprint).toHaveLength(8);
    expect((await press(taking, first, { recordVersion }, id)).data.refusal.fields).toEqual({
      compared: "referrals.take.compare-first",
    });
    const answer = await fetched(taking.action as never, "/page", {
      ...at(first, id),
      form: { formToken, recordVersion, compared: "yes" },
    });
    expect(answer.headers.get("Content-Type")).toBe("application/octet-stream");
    expect(answer.headers.get("Content-Disposition")).toMatch(/filename="sealed-[0-9a-f]{8}\.zip\.age"$/);
    const archive = await opened(told.receiver.identity, new Uint8Array(await answer.arrayBuffer()));
    expect(new TextDecoder().decode(archive["note.txt"])).toContain("2. Two.");
    for (const door of [changing, ending])
      expect((await open(door.loader as never, "/p", at(first, id))).status).toBe(404);
  });

  test("what has not left is discarded by a button, and another team finds nothing", async () => {
    const { receiver, state, unit, language } = aNewNote(told.receiver.key);
    const { location } = await press(making, first, { receiver, state, unit, language, days: "7" });
    const id = location!.split("/").at(-2)!;
    const walled = await signedInAs(team.world.coordinators[1], "intake", team.world.setUp.walledTeamId);
    expect((await open(one.loader as never, "/page", at(walled, id))).status).toBe(404);
    expect((await press(ending, first, { recordVersion: "1" }, id)).location).toBe("/state-notes");
    expect((await open(one.loader as never, "/page", at(first, id))).status).toBe(404);
  });
});
