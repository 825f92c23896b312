import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { withActor } from "#app/access/with-actor.server.ts";
import { passOn } from "#app/features/surveys/waves/analyst-commands.server.ts";
import { openAnswers } from "#app/features/surveys/waves/answer-opening.server.ts";
import { listContacts } from "#app/features/surveys/waves/contacts.server.ts";
import { findPanel, openHandOvers } from "#app/features/surveys/waves/panel-rows.server.ts";
import { drawPanelWords, type PanelWords } from "#app/features/surveys/waves/panel-words.server.ts";
import { returnToAnswer, saveDraft, sendAnswer } from "#app/features/surveys/waves/respondent-commands.server.ts";
import { closeWave } from "#app/features/surveys/waves/wave-commands.server.ts";
import { readWave } from "#app/features/surveys/waves/wave-queries.server.ts";
import { findWave } from "#app/features/surveys/waves/wave-rows.server.ts";
import type { TeamId, WaveId } from "#app/kernel/id.ts";
import { codeSubkey, codeValue, hashCode } from "#app/platform/crypto/codes.server.ts";
import { withAnswerKeys } from "#app/platform/crypto/survey-answers.server.ts";
import { heldClock } from "../../../support/clock.ts";
import { onBothDatabases } from "../../../support/database.ts";
import {
  everyRow,
  holdLog,
  type LoggedTransaction,
  piecesOf,
  type TracedRow,
} from "../../../support/database-traces.ts";
import {
  answered,
  approvedWave,
  backTo,
  invitedWith,
  newSurveyTeam,
  type SentAnswer,
  type SurveyTeam,
} from "../../../support/waves.ts";
import { valueFrom } from "../../../support/world.ts";

const INVITED = 20;
const BEFORE_FIRST = 12;
const BEFORE_SECOND = 15;
const FEWEST = 5;
const CANARY = "canary-survey-text-qzx";
const CHANNEL = "canary-survey-channel-qzx";
const [ANSWERS, DRAFTS] = ["survey_answers", "survey_drafts"];

/** Everything that anybody could make of a code alone and look for, as it might lie in a cell. */
function derivedFrom(code: string): readonly Buffer[] {
  const purposes = [
    "valid",
    "answer",
    "participation",
    "draft",
    "link",
    "survey/answer",
    "survey/draft",
    "survey-answer",
  ];
  const values = [
    Buffer.from(code),
    Buffer.from(code.replaceAll("-", "")),
    Buffer.from(hashCode(code)),
    ...purposes.map((purpose) => Buffer.from(codeSubkey(code, purpose).slice())),
  ];
  const hashed = values.map((value) => createHash("sha256").update(value).digest());
  const texts = [...values, ...hashed].flatMap((value) => [
    Buffer.from(value.toString("base64url")),
    Buffer.from(value.toString("hex")),
  ]);
  return [...values, ...hashed, ...texts];
}

onBothDatabases("from the whole database and the write-ahead log nobody", (db) => {
  const clock = heldClock();
  let team: SurveyTeam;
  let waveId: WaveId;
  let codes: readonly string[];
  /** in the order in which they were sent */
  const sent: SentAnswer[] = [];
  const compared: PanelWords[] = [];
  let rows: readonly TracedRow[];
  let log: readonly LoggedTransaction[] = [];
  let held: Awaited<ReturnType<typeof holdLog>> | null = null;

  const of = (...tables: string[]) => rows.filter(({ table }) => tables.includes(table));
  const notOf = (...tables: string[]) => rows.filter(({ table }) => !tables.includes(table));
  const answers = () => of(ANSWERS!);
  const idOf = ({ cells }: TracedRow) => Buffer.from(cells.id!).toString();
  const look = async () => {
    rows = await everyRow(db.sql);
    log = held ? await held.read() : [];
  };

  /** Somebody answers: saves a few times, sends, and every third one changes it later. Long and short, all with a contact or none. */
  async function answerWith(code: string, place: number) {
    const text = `${CANARY} `.repeat(place % 2 === 0 ? 1 : 600);
    const contact = { channel: `${CHANNEL} ${place}`, note: "x".repeat(place * 20) };
    // Some agree to be compared with another survey.
    const panel = place % 4 === 0 ? valueFrom(await drawPanelWords(team.world.setUp.teamId as TeamId)) : null;
    if (panel) compared.push(panel);
    const done = await answered(code, { place, text }, contact, panel);
    sent.push(done);
    if (place % 3 !== 0) return;
    const { ticket } = await backTo(sent[Math.floor(sent.length / 2)]!);
    valueFrom(await saveDraft(ticket, { place, text, again: true }));
    valueFrom(await sendAnswer(ticket, { answers: { text: "changed" }, contact }));
  }

  beforeAll(async () => {
    team = await newSurveyTeam();
    waveId = await approvedWave(team);
    if (db.kind === "postgresql") held = await holdLog(db.sql, inject("clusterSocket"));
    codes = (await invitedWith(await team.as.one(), waveId, INVITED)).map(({ code }) => code);
    // Not in the order of the list, and the same in each run.
    const order = codes.map((_, place) => (place * 7 + 3) % INVITED);
    for (const [place, which] of order.slice(0, BEFORE_FIRST).entries()) await answerWith(codes[which]!, place);
    valueFrom(await passOn(await team.as.analyst(), waveId));
    for (const [place, which] of order.slice(BEFORE_FIRST, BEFORE_SECOND).entries())
      await answerWith(codes[which]!, BEFORE_FIRST + place);
    const { version } = await readWave(await team.as.one(), waveId);
    valueFrom(await closeWave(await team.as.other(), waveId, { version }));
    clock.pass(1_000);
    valueFrom(await passOn(await team.as.analyst(), waveId));
    await look();
  }, 120_000);
  afterAll(() => held?.release());

  test("reads a word that somebody wrote, a name, a code or words", () => {
    const said = [CANARY, CHANNEL, "Organisation A0", "Organisation T19"];
    expect(compared.length).toBeGreaterThan(2);
    const secrets = [
      ...[...said, ...codes, ...sent.flatMap(({ words, receipt }) => [words, receipt])],
      ...compared.flatMap(({ words, mark }) => [words, mark, Buffer.from(mark, "base64url")]),
    ];
    const cells = rows.flatMap((row) => Object.values(row.cells)).map((cell) => Buffer.from(cell));
    const folder = join(inject("clusterSocket"), "data", "pg_wal");
    const files = held ? readdirSync(folder).filter((name) => /^[0-9A-F]{24}$/.test(name)) : [];
    if (db.kind === "postgresql") expect(files.length).toBeGreaterThan(0);
    const places = [...cells, ...files.map((name) => readFileSync(join(folder, name)))];
    expect(secrets.filter((secret) => places.some((place) => place.includes(secret)))).toEqual([]);
  });

  test("finds a row of somebody who has answered by their code, whatever is made of it", () => {
    const places = of(ANSWERS!, DRAFTS!).flatMap(({ cells }) => Object.values(cells));
    const hits = codes.flatMap(derivedFrom).filter((value) => places.some((cell) => Buffer.from(cell).includes(value)));
    expect(answers()).toHaveLength(BEFORE_SECOND);
    expect(hits).toEqual([]);
    // The same look finds what does lie there: that a code is valid.
    const valid = of("survey_codes").map(idOf);
    expect(codes.filter((code) => valid.includes(codeValue(code, "valid")))).toHaveLength(INVITED);
  });

  test("finds it with the code and the words of another, and its holder does", async () => {
    const [mine, other] = [sent[0]!, sent[1]!];
    const { ticket, isSent } = await backTo(mine);
    const answerId = await withAnswerKeys(ticket.secret, async (keys) => keys.answerId);
    expect(isSent).toBe(true);
    expect(answers().map(idOf)).toContain(answerId);
    expect(await returnToAnswer(mine.code, other.words)).toMatchObject({ ok: false });
    expect(await returnToAnswer(mine.code, "")).toMatchObject({ ok: false });
  });

  test("finds anything that an answer or a draft shares with another row, not even a copied letter", () => {
    const shared = sharedPieces(answers());
    expect(shared).toEqual([]);
    expect(sharedPieces(of(DRAFTS!))).toEqual([]);
  });

  /** Pieces of ids and sealed texts that lie in any other table as well. */
  function sharedPieces(mine: readonly TracedRow[]): string[] {
    const table = mine[0]!.table;
    const elsewhere = new Set<string>();
    for (const { cells } of notOf(table))
      for (const cell of Object.values(cells)) for (const piece of piecesOf(cell)) elsewhere.add(piece);
    return mine.flatMap(({ cells: { id, sealed } }) =>
      [...piecesOf(id!), ...piecesOf(sealed!)].filter((piece) => elsewhere.has(piece)),
    );
  }

  test("who opens the answers as well recognises a contact or a participation in what the team got", async () => {
    const analyst = await team.as.analyst();
    const { counted } = await openAnswers(analyst, waveId);
    expect(counted).toHaveLength(BEFORE_SECOND);
    const known = counted.flatMap(({ participation, contact }) => [
      Buffer.from(participation),
      Buffer.from(participation, "base64url"),
      ...(contact
        ? [Buffer.from(contact.letter), Buffer.from(contact.letter, "base64url"), Buffer.from(contact.mark)]
        : []),
    ]);
    const cells = rows.flatMap((row) => Object.values(row.cells)).map((cell) => Buffer.from(cell));
    expect(known.filter((value) => cells.some((cell) => cell.includes(value)))).toEqual([]);
  });

  test("who opens everything of the team finds one of its values with an answer or a draft", async () => {
    const actor = await team.as.one();
    const { invited, letters } = await withActor(actor, async (tx) => {
      const wave = (await findWave(actor, tx, waveId))!;
      return { ...(await findPanel(actor, tx, wave)), letters: await openHandOvers(actor, tx, wave) };
    });
    const handed = letters.flatMap(({ participations }) => participations);
    expect(handed).toHaveLength(BEFORE_SECOND);
    const values = [...handed, ...invited.flatMap(({ id, code }) => [id, code!.valid, code!.participation])];
    const cells = of(ANSWERS!, DRAFTS!)
      .flatMap((row) => Object.values(row.cells))
      .map((cell) => Buffer.from(cell));
    const forms = values.flatMap((value) => [Buffer.from(value), Buffer.from(value, "base64url")]);
    expect(forms.filter((value) => value.length >= 16 && cells.some((cell) => cell.includes(value)))).toEqual([]);
  });

  test("tells answers apart by their size, nor drafts", () => {
    for (const table of [ANSWERS!, DRAFTS!])
      expect(new Set(of(table).map(({ cells }) => cells.sealed!.length)).size, table).toBe(1);
    expect(new Set(of("survey_contacts").map(({ cells }) => cells.sealed!.length)).size).toBe(1);
  });

  test("finds a second mark in the transaction that wrote an answer or a draft", () => {
    expect(secondMarks()).toEqual([]);
    if (db.kind === "postgresql") {
      expect(touching(ANSWERS!).length).toBeGreaterThanOrEqual(BEFORE_SECOND);
      expect(touching(DRAFTS!).length).toBeGreaterThanOrEqual(BEFORE_SECOND);
    }
  });

  const touching = (table: string) => log.filter(({ tables }) => tables.has(table));

  /** Other tables that were touched together with an answer or a draft, by the rows as they lie and by the log. */
  function secondMarks(): string[] {
    return [ANSWERS!, DRAFTS!].flatMap((table) => {
      const xids = new Set(of(table).map(({ xmin }) => xmin));
      const beside = notOf(table)
        .filter(({ xmin }) => xids.has(xmin))
        .map((row) => `${table} beside ${row.table}`);
      const logged = touching(table).flatMap(({ tables }) =>
        [...tables].filter((other) => other !== table).map((other) => `${table} with ${other}`),
      );
      return [...beside, ...logged];
    });
  }

  test("finds an order that says something: none is that of the list or of the answers", async () => {
    const inOrder = (table: string) =>
      [...of(table)].sort((one, other) => placeOf(one) - placeOf(other) || 0).map(idOf);
    expect(inOrder("survey_codes")).toEqual([...inOrder("survey_codes")].sort());
    const actor = await team.as.one();
    const letters = await withActor(actor, async (tx) =>
      openHandOvers(actor, tx, (await findWave(actor, tx, waveId))!),
    );
    for (const { participations } of letters) expect(participations).toEqual([...participations].sort());
    const contacts = new Map(
      (await listContacts(actor)).map(({ id, contact }) => [id, contact as { channel: string }]),
    );
    const handed = inOrder("survey_contacts").map((id) => Number(contacts.get(id)!.channel.split(" ")[1]));
    expect([...handed].sort((one, other) => one - other)).not.toEqual(handed);
  });

  const placeOf = ({ xmin, ctid }: TracedRow) => {
    const [page, line] = ctid.replace(/[()]/g, "").split(",").map(Number);
    return Number(xmin) * 1e9 + page! * 1e4 + line!;
  };

  test("learns by the time of a hand-over whose an answer is: five at least could have sent each", async () => {
    const actor = await team.as.one();
    const letters = await withActor(actor, async (tx) =>
      openHandOvers(actor, tx, (await findWave(actor, tx, waveId))!),
    );
    const sizes = letters.map(({ participations }) => participations.length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(BEFORE_SECOND);
    expect(sizes.filter((size) => size < FEWEST)).toEqual([]);
    if (db.kind !== "postgresql") return;
    // Who keeps the log knows before which hand-overs each answer was there, and which organisations came with each of them.
    const events = log.filter(({ inserted }) => inserted.has(ANSWERS!) || inserted.has("survey_participations"));
    const handOvers = events.flatMap(({ inserted }, at) => (inserted.has("survey_participations") ? [at] : []));
    expect(handOvers).toHaveLength(2);
    const couldBe = events.flatMap(({ inserted }, at) => {
      if (!inserted.has(ANSWERS!)) return [];
      const after = handOvers.flatMap((handOver, which) => (handOver > at ? [sizes[which]!] : []));
      return [after.reduce((sum, size) => sum + size, 0)];
    });
    expect(couldBe).toHaveLength(BEFORE_SECOND);
    expect(Math.min(...couldBe)).toBeGreaterThanOrEqual(FEWEST);
    const whoseRows = handOvers.map(
      (at) => events.slice(0, at).filter(({ inserted }) => inserted.has(ANSWERS!)).length,
    );
    expect(Math.min(...whoseRows)).toBeGreaterThanOrEqual(FEWEST);
  });

  test("and these looks would find it: a second mark, and a letter that was copied", async () => {
    await db.sql(
      `WITH answer AS (UPDATE survey_answers SET key_version = key_version WHERE id = $1 RETURNING 1)
       UPDATE survey_panels SET version = version WHERE wave_id = $2`,
      [idOf(answers()[0]!), waveId],
    );
    await db.sql(
      `INSERT INTO survey_contacts SELECT gen_random_uuid(), w.team_id, 1, '2029-01-01', substr(a.sealed, 100, 200)
       FROM survey_answers a JOIN survey_waves w ON w.id = a.wave_id WHERE a.id = $1`,
      [idOf(answers()[1]!)],
    );
    await look();
    expect(secondMarks()).toContain("survey_answers beside survey_panels");
    if (db.kind === "postgresql") expect(secondMarks()).toContain("survey_answers with survey_panels");
    expect(sharedPieces(answers()).length).toBeGreaterThan(100);
  });
});
