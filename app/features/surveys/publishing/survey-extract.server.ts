import { zipSync } from "fflate";
import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import type { ExtractOutcome, FailingClass } from "#app/features/disclosure/extract/extract.server.ts";
import { extractInWorker } from "#app/features/disclosure/extract/extract-in-worker.server.ts";
import { readExtractSpec } from "#app/features/disclosure/extract/extract-spec.ts";
import type { Instrument } from "#app/features/surveys/instruments/instrument.ts";
import { findResults, type WaveResults } from "#app/features/surveys/results/open-results.server.ts";
import { mayBeCounted } from "#app/features/surveys/results/survey-consent.ts";
import { EXTRACTED_BEFORE, NOT_OPENED, PRINTED_BEFORE } from "#app/features/surveys/waves/wave-refusals.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { WaveId } from "#app/kernel/id.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { randomToken } from "#app/platform/crypto/random.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { findExtract, insertExtract, type MadeExtract } from "./extract-rows.server.ts";
import { type ExtractChoice, extractColumns, extractRecords, extractSpecification, PAIRED } from "./survey-extract.ts";
import { releaseName } from "./survey-release.server.ts";
import { ALL, type SurveySubject } from "./survey-subject.ts";
import { surveyWords } from "./survey-words.server.ts";

interface Option {
  readonly value: string;
  readonly label: string;
}

/** What the page of extracts shows. */
export interface ExtractPageView {
  readonly waveId: WaveId;
  readonly session: string;
  /** the answers are open for this sitting */
  readonly isOpen: boolean;
  /** what was given out already; null where nothing was */
  readonly made: Pick<MadeExtract, "who" | "said" | "madeOn"> | null;
  /** the answers stand in a briefing, or are chosen for one */
  readonly isPrinted: boolean;
  readonly who: readonly Option[];
  readonly said: readonly Option[];
}

/** What can be chosen, and what was given out already; nothing of either while the answers are sealed. */
export async function readExtractPage(
  actor: Actor,
  waveId: WaveId,
  { isPrinted: looked, locale }: Making,
): Promise<ExtractPageView> {
  const isPrinted = await withActor(actor, looked);
  const found = await findResults(actor, waveId);
  const session = (found.is === "open" ? found.results.wave : found.wave).facts.session;
  if (found.is !== "open") return { waveId, session, isPrinted, isOpen: false, made: null, who: [], said: [] };
  const { instrument } = found.results;
  const columns = extractColumns(instrument);
  const { titleOf } = surveyWords(instrument);
  const asOption = ({ subject }: { readonly subject: SurveySubject }) => ({
    value: subject.id,
    label: titleOf(subject)[locale] ?? subject.id,
  });
  const made = await withActor(actor, (tx) => findExtract(actor, tx, waveId));
  return {
    ...{
      waveId,
      session,
      isPrinted,
      isOpen: true,
      made: made && { who: made.who, said: made.said, madeOn: made.madeOn },
    },
    ...{ who: columns.who.map(asOption), said: columns.said.map(asOption) },
  };
}

/** Why rows cannot leave, in words: combinations of answers by which too few organisations are alike. */
export interface RefusedExtract {
  readonly reason: Extract<ExtractOutcome, { kind: "refused" }>["reason"];
  readonly failing: readonly { readonly words: readonly string[]; readonly faults: FailingClass["faults"] }[];
}

interface Making {
  /** whether the answers stand in a briefing, or are chosen for one, as of this moment */
  readonly isPrinted: (tx: Transaction) => Promise<boolean>;
  readonly locale: Locale;
}

/**
 * Makes the one extract of a wave, for researchers who are named in an agreement. Tables and rows of the same answers, or rows of
 * two extracts, could be subtracted from each other, so a wave leaves the house once, in one of these ways.
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
  const made = { ...choice, seed: randomToken(), madeOn: isoDayOf(now()) };
  const outcome = await outcomeOf(found.results, made);
  if (outcome.kind === "refused") return ok(refusedExtract(found.results, choice, outcome, locale));
  return recorded<null>(actor, async (tx, record) => {
    // Looked at again: finding classes takes its time, in which somebody may have chosen the same answers for a briefing.
    if (await isPrinted(tx)) return refuse(PRINTED_BEFORE);
    if (!(await insertExtract(tx, waveId, made))) return refuse(EXTRACTED_BEFORE);
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

/** The file of the extract that was made, the same each time. @returns null where there is none, or its answers are sealed */
export async function extractFile(actor: Actor, waveId: WaveId): Promise<Uint8Array<ArrayBuffer> | null> {
  const found = await findResults(actor, waveId);
  const made = found.is === "open" ? await withActor(actor, (tx) => findExtract(actor, tx, waveId)) : null;
  if (found.is !== "open" || !made) return null;
  const outcome = await outcomeOf(found.results, made);
  if (outcome.kind === "refused") return null;
  // Archives keep local time without a zone: noon of that day, wherever the server stands.
  const [year = 0, month = 1, day = 1] = made.madeOn.split("-").map(Number);
  const entries = [...outcome.files].map(([path, text]) => [path, new TextEncoder().encode(text)] as const);
  return new Uint8Array(zipSync(Object.fromEntries(entries), { mtime: new Date(year, month - 1, day, 12) }));
}

/** By the answers that came with a code and agreed to totals, as in tables. */
function outcomeOf({ instrument, answers, wave }: WaveResults, made: MadeExtract): Promise<ExtractOutcome> {
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

/** More combinations than this nobody reads: coarser columns are chosen long before. */
const MOST_TOLD = 40;

function refusedExtract(
  { instrument }: WaveResults,
  { who }: ExtractChoice,
  { reason, guardian }: Extract<ExtractOutcome, { kind: "refused" }>,
  locale: Locale,
): RefusedExtract {
  const { labelOf } = surveyWords(instrument);
  const columns = extractColumns(instrument).who;
  const word = (code: string, place: number) => {
    const { subject } = columns.find(({ subject: { id } }) => id === who[place])!;
    return code.split(PAIRED).map((one) => labelOf(subject, one)[locale] ?? one);
  };
  // A question that was given up altogether parts nobody from anybody.
  const told = guardian.failing.slice(0, MOST_TOLD).map(({ codes, faults }) => ({
    words: codes.flatMap((code, place) => (code === ALL ? [] : [word(code, place).join(", ")])),
    faults: faults.filter((fault) => fault !== "nearly-alike" || !faults.includes("one-value")),
  }));
  return { reason, failing: told };
}
