import { zipSync } from "fflate";
import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import type { ExtractOutcome } from "#app/features/disclosure/extract/extract.server.ts";
import { extractInWorker } from "#app/features/disclosure/extract/extract-in-worker.server.ts";
import { readExtractSpec } from "#app/features/disclosure/extract/extract-spec.ts";
import type { PackageFiles } from "#app/features/disclosure/output/release-figures.ts";
import type { Instrument } from "#app/features/surveys/instruments/instrument.ts";
import { findResults, type WaveResults } from "#app/features/surveys/results/open-results.server.ts";
import { mayBeCounted } from "#app/features/surveys/results/survey-consent.ts";
import { waveReaders } from "#app/features/surveys/waves/wave-readers.server.ts";
import {
  EXTRACTED_BEFORE,
  NOT_NOW,
  NOT_OPENED,
  PRINTED_BEFORE,
  ROWS_CHANGED,
  SECOND_ANALYST,
  WORD_GIVEN,
} from "#app/features/surveys/waves/wave-refusals.ts";
import { WORDS_NEEDED } from "#app/features/surveys/waves/wave-standing.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { WaveId } from "#app/kernel/id.ts";
import { type IsoDay, isoDayOf } from "#app/kernel/iso-day.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { sha256Hex } from "#app/platform/crypto/hash.server.ts";
import { randomToken } from "#app/platform/crypto/random.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { agreeToExtract, findExtract, insertExtract, type MadeExtract } from "./extract-rows.server.ts";
import { type RefusedExtract, refusedExtract } from "./refused-extract.server.ts";
import { type ExtractChoice, extractColumns, extractRecords, extractSpecification } from "./survey-extract.ts";
import { releaseName } from "./survey-release.server.ts";
import { surveyWords } from "./survey-words.server.ts";

/** What making rows looks at outside its room, and for whom. */
export interface Making {
  /** whether the answers stand in a briefing, or are chosen for one, as of this moment */
  readonly isPrinted: (tx: Transaction) => Promise<boolean>;
  readonly locale: Locale;
}

/**
 * Makes the one extract of a wave, for researchers who are named in an agreement. Tables and rows of the same answers, or rows of
 * two extracts, could be subtracted from each other, so a wave leaves the house once, in one of these ways. Nothing leaves
 * before a second analyst has agreed, and nothing is made where there is none who could.
 * @returns null where it was made, or which combinations fail
 */
export async function makeExtract(
  actor: Actor,
  waveId: WaveId,
  choice: ExtractChoice,
  { isPrinted, locale }: Making,
): Promise<Result<RefusedExtract | null>> {
  const found = await findResults(actor, waveId);
  if (found.is !== "open") return refuse(NOT_OPENED);
  const wrong = notOffered(found.results.instrument, choice);
  if (wrong) return wrong;
  if (await withActor(actor, isPrinted)) return refuse(PRINTED_BEFORE);
  const { holders } = await withActor(actor, (tx) => waveReaders(tx, found.results.wave));
  if (holders.length < WORDS_NEEDED) return refuse(SECOND_ANALYST);
  const asked = { ...choice, seed: randomToken(), madeOn: isoDayOf(now()) };
  const outcome = await outcomeOf(found.results, asked);
  if (outcome.kind === "refused") return ok(refusedExtract(found.results, choice, outcome, locale));
  const made = { ...asked, digest: sha256Hex(archiveOf(outcome.files, asked.madeOn)) };
  return recorded<null>(actor, async (tx, record) => {
    // Looked at again: finding classes takes its time, in which somebody may have chosen the same answers for a briefing.
    if (await isPrinted(tx)) return refuse(PRINTED_BEFORE);
    if (!(await insertExtract(actor, tx, waveId, made))) return refuse(EXTRACTED_BEFORE);
    await record({ action: "wave.extracted", subjectId: waveId, sealed: { who: choice.who, said: choice.said } });
    return ok(null);
  });
}

/** A form may name anything; what is not offered can neither be told nor be hidden behind. */
function notOffered(instrument: Instrument, { who, said }: ExtractChoice) {
  const offered = extractColumns(instrument);
  const lacks = (names: readonly string[], columns: typeof offered.who) =>
    names.some((name) => !columns.some(({ subject }) => subject.id === name));
  const fields = {
    ...(lacks(who, offered.who) && { who: "survey-tables.extract.who-missing" }),
    ...(lacks(said, offered.said) && { said: "survey-tables.extract.said-missing" }),
  };
  return Object.keys(fields).length > 0 ? refuse({ kind: "invalid", code: "form.invalid", fields } as const) : null;
}

/**
 * A second analyst's word on the rows that were made. They are made again first: what is agreed to is what will leave.
 * @returns a refusal where there are none, the word was given before, or they come out differently now
 */
export async function agreeToRows(actor: Actor, waveId: WaveId): Promise<Result<null>> {
  const found = await findResults(actor, waveId);
  if (found.is !== "open") return refuse(NOT_OPENED);
  const extract = await withActor(actor, (tx) => findExtract(actor, tx, waveId));
  if (!extract) return refuse(NOT_NOW);
  if (extract.words.includes(actor.userId)) return refuse(WORD_GIVEN);
  if (!(await sameFile(found.results, extract.made))) return refuse(ROWS_CHANGED);
  return recorded<null>(actor, async (tx, record) => {
    if (!(await agreeToExtract(actor, tx, waveId))) return refuse(WORD_GIVEN);
    await record({ action: "wave.extract-agreed", subjectId: waveId, sealed: { digest: extract.made.digest } });
    return ok(null);
  });
}

/**
 * The file of the extract that was made and agreed to, the same each time.
 * @returns a refusal where there is none, its answers are sealed, a word is missing, or it comes out differently now
 */
export async function extractFile(actor: Actor, waveId: WaveId): Promise<Result<Archive>> {
  const found = await findResults(actor, waveId);
  if (found.is !== "open") return refuse(NOT_OPENED);
  const extract = await withActor(actor, (tx) => findExtract(actor, tx, waveId));
  if (!extract || extract.words.length < WORDS_NEEDED) return refuse(NOT_NOW);
  const file = await sameFile(found.results, extract.made);
  return file ? ok(file) : refuse(ROWS_CHANGED);
}

type Archive = Uint8Array<ArrayBuffer>;

/** Null where a later version of the product, or of its lists, would give out another file of the same answers. */
async function sameFile(results: WaveResults, made: MadeExtract): Promise<Archive | null> {
  const outcome = await outcomeOf(results, made);
  const file = outcome.kind === "refused" ? null : archiveOf(outcome.files, made.madeOn);
  return file && sha256Hex(file) === made.digest ? file : null;
}

function archiveOf(files: PackageFiles, madeOn: IsoDay): Archive {
  // Archives keep local time without a zone: noon of that day, wherever the server stands.
  const [year = 0, month = 1, day = 1] = madeOn.split("-").map(Number);
  const entries = [...files].map(([path, text]) => [path, new TextEncoder().encode(text)] as const);
  return new Uint8Array(zipSync(Object.fromEntries(entries), { mtime: new Date(year, month - 1, day, 12) }));
}

/** By the answers that came with a code and agreed to totals, as in tables. */
function outcomeOf(
  { instrument, answers, wave }: WaveResults,
  made: Omit<MadeExtract, "digest">,
): Promise<ExtractOutcome> {
  const { labelOf } = surveyWords(instrument);
  const specification = extractSpecification(instrument, made, {
    ...{ release: `${releaseName(wave)}-rows`, seed: made.seed },
    labelsOf: (subject, code) => labelOf(subject, code) as Record<Locale, string>,
  });
  const extract = readExtractSpec(specification, "EXTRACT.json");
  // Questions are judged where they are chosen, so that only a bug can come this far. Its errors name codes, never answers.
  if (!extract.ok) throw new Error(`the extract cannot be asked for: ${JSON.stringify(extract.errors)}`);
  const counted = answers
    .filter(({ way, answers: said }) => way === "panel" && mayBeCounted(said))
    .map((one) => ({ ...one, weight: 1 }));
  const records = extractRecords(counted, instrument, made);
  return extractInWorker({ extract: extract.value, records, earlier: [], date: made.madeOn });
}
