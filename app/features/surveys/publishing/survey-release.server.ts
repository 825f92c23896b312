import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { readRelease } from "#app/features/disclosure/input/release-request.ts";
import type { PackageFiles } from "#app/features/disclosure/output/release-figures.ts";
import { protectInWorker } from "#app/features/disclosure/protect-in-worker.server.ts";
import type { Outcome, ProtectStep } from "#app/features/disclosure/protect-outcome.ts";
import { holdsGroup } from "#app/features/keyring/group-keys.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import { readAnswersText } from "#app/features/surveys/answering/answers-text.ts";
import type { Instrument } from "#app/features/surveys/instruments/instrument.ts";
import { readInstrument } from "#app/features/surveys/instruments/read-instrument.ts";
import { type Respondent, type Walked, walkedThrough, weighed } from "#app/features/surveys/results/sample.ts";
import { mayBeCounted } from "#app/features/surveys/results/survey-consent.ts";
import { type ReadAnswer, readAnswers } from "#app/features/surveys/waves/analyst-commands.server.ts";
import { listAnalystWaves } from "#app/features/surveys/waves/analyst-waves.server.ts";
import { findInstrumentIn } from "#app/features/surveys/waves/instrument-store.server.ts";
import type { PublicWave } from "#app/features/surveys/waves/wave.ts";
import { COUNTED_BEFORE, EXTRACTED_BEFORE, NO_KEY, NO_WAVE } from "#app/features/surveys/waves/wave-refusals.ts";
import { allows } from "#app/features/surveys/waves/wave-standing.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { utf8 } from "#app/platform/crypto/bytes.server.ts";
import { sha256Hex } from "#app/platform/crypto/hash.server.ts";
import { randomToken } from "#app/platform/crypto/random.server.ts";
import { mapInTurns } from "#app/platform/turns.server.ts";
import { findExtract } from "./extract-rows.server.ts";
import { type ProtectedSurvey, protectedQuestions, type SurveyWords } from "./protected-survey.ts";
import { surveyRecords, surveySpecification, tablesWorthAsking } from "./survey-specification.ts";
import type { SurveySubject } from "./survey-subject.ts";
import { subjectsOf } from "./survey-subjects.ts";
import type { SurveyWish } from "./survey-wish.ts";
import { surveyWords } from "./survey-words.server.ts";
import { type SurveyProtection, withheldWords } from "./withheld-words.ts";

export interface MadeSurvey {
  readonly survey: ProtectedSurvey;
  /** the data package as it was audited, by path; empty where nothing could be protected */
  readonly files: PackageFiles;
  /** for guardians alone */
  readonly protection: SurveyProtection;
}

interface Attending {
  /** names of releases that are or were out */
  readonly released: readonly string[];
  readonly signal?: AbortSignal | undefined;
  readonly tell?: (step: ProtectStep) => void;
}

/**
 * Has the chosen questions of a closed wave protected and attacked, as one release. Only answers that came with a code
 * count, for by the open link one organisation may answer as often as it likes; and only those that agreed to totals.
 */
export async function protectSurvey(
  actor: Actor,
  { waveId, questions }: SurveyWish,
  { released, ...attended }: Attending,
): Promise<Result<MadeSurvey>> {
  if (!(await withActor(actor, (tx) => holdsGroup(actor, tx, groups.wave(waveId))))) return refuse(NO_KEY);
  if (await withActor(actor, (tx) => findExtract(actor, tx, waveId))) return refuse(EXTRACTED_BEFORE);
  const read = await readAnswers(actor, waveId);
  if (!read.ok) return read;
  const { wave, answers } = read.value;
  const name = releaseName(wave);
  if (released.includes(name)) return refuse(COUNTED_BEFORE);
  const instrument = await withActor(actor, async (tx) =>
    instrumentOf(await findInstrumentIn(tx, wave.facts.instrument)),
  );
  if (!instrument) return refuse(NO_WAVE);
  const subjects = subjectsOf(instrument).filter(({ id }) => questions.includes(id));
  const walked = await mapInTurns(answers, (one) => countedAnswer(instrument, one));
  const { respondents } = weighed(
    instrument,
    walked.filter((one) => one !== null),
  );
  const words = surveyWords(instrument);
  const { outcome, seed } = await protectSubjects(respondents, subjects, { ...attended, release: name, words });
  const { session, referenceFrom, referenceTo } = wave.facts;
  const { records: _, ...report } = outcome.guardian;
  return ok({
    survey: {
      ...{ wave: { session, referenceFrom, referenceTo }, release: name },
      questions: protectedQuestions(outcome, subjects, words),
      held: [...new Set(outcome.kind === "held" ? outcome.guardian.held.map(({ reason }) => reason) : [])],
      certificate: outcome.kind === "released" ? outcome.certificate : null,
    },
    files: outcome.kind === "released" ? outcome.files : new Map(),
    protection: { seed, report, words: withheldWords(report, subjects, words) },
  });
}

interface Protecting extends Pick<Attending, "signal" | "tell"> {
  readonly release: string;
  readonly words: SurveyWords;
}

/**
 * Has the tables of these questions protected and attacked together. One that cannot be protected is given up, and all
 * others are sought and attacked again without it.
 */
export async function protectSubjects(
  respondents: readonly Respondent[],
  subjects: readonly SurveySubject[],
  { release, words, ...attended }: Protecting,
): Promise<{ outcome: Outcome; seed: string }> {
  const [seed, date] = [randomToken(), isoDayOf(now())];
  const microdata = surveyRecords(respondents, subjects);
  let tables = tablesWorthAsking(microdata, subjects);
  for (;;) {
    const labelsOf = (subject: SurveySubject, code: string) => words.labelOf(subject, code) as Record<Locale, string>;
    const specification = surveySpecification(subjects, { release, seed, labelsOf, tables });
    const request = readRelease({ specification, microdata, date });
    // Questions are judged where they are chosen, so that only a bug can come this far. Its errors name codes, never answers.
    if (!request.ok) throw new Error(`the survey cannot be asked for: ${JSON.stringify(request.errors)}`);
    const outcome = await protectInWorker(request.value, attended);
    const given = outcome.kind === "held" ? outcome.guardian.held.map(({ table }) => table) : [];
    const left = tables.filter((table) => !given.includes(table));
    if (outcome.kind === "released" || left.length === tables.length || left.length === 0) return { outcome, seed };
    tables = left;
  }
}

/** The same for one wave, whoever computes it, and nothing that leads to it. */
export const releaseName = ({ id, facts }: PublicWave): string =>
  `${facts.session.toLowerCase()}-survey-${sha256Hex(utf8(`survey-release/${id}`)).slice(0, 8)}`;

/** Null for what may not be printed: who came by the open link, or did not agree to totals. */
function countedAnswer(instrument: Instrument, { way, answers }: ReadAnswer): Walked | null {
  const read = way === "panel" ? readAnswersText(instrument, JSON.stringify(answers)) : null;
  return read?.ok && mayBeCounted(read.value) ? walkedThrough(instrument, read.value) : null;
}

function instrumentOf(content: unknown): Instrument | null {
  const read = content === null ? null : readInstrument(JSON.stringify(content));
  return read?.ok ? read.value : null;
}

/** A wave that can be printed, with the questions of its questionnaire that can be told in tables. */
export interface PrintableWave extends Pick<PublicWave, "id" | "facts"> {
  readonly questions: readonly { readonly id: string; readonly title: string }[];
}

/** Closed waves of the analyst's team whose key they hold, latest first. */
export async function listPrintableWaves(actor: Actor, locale: Locale): Promise<readonly PrintableWave[]> {
  const closed = (await listAnalystWaves(actor)).filter(({ state }) => allows(state, "read"));
  return withActor(actor, async (tx) => {
    const waves: PrintableWave[] = [];
    for (const { id, facts } of closed) {
      const instrument = instrumentOf(await findInstrumentIn(tx, facts.instrument));
      if (!instrument || !(await holdsGroup(actor, tx, groups.wave(id)))) continue;
      const { titleOf } = surveyWords(instrument);
      const asChoice = (subject: SurveySubject) => ({ id: subject.id, title: titleOf(subject)[locale] ?? subject.id });
      waves.push({ id, facts, questions: subjectsOf(instrument).map(asChoice) });
    }
    return waves;
  });
}
