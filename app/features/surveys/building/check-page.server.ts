import type { Actor } from "#app/access/actor.ts";
import { type Fault, stopsPublishing } from "#app/features/surveys/instruments/fault.ts";
import { findPage, findQuestion, type Instrument } from "#app/features/surveys/instruments/instrument.ts";
import {
  compareInstruments,
  type QuestionDifference,
} from "#app/features/surveys/instruments/instrument-comparison.ts";
import { faultsOf } from "#app/features/surveys/instruments/instrument-faults.ts";
import { wordsIn } from "#app/features/surveys/instruments/words.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { BuiltDraft } from "./draft-queries.server.ts";
import { calledIn, namedIn } from "./earlier-questions.ts";
import { listPublished } from "./published.server.ts";
import { asPublished, isPublishedAlready } from "./publishing.server.ts";
import { wordingFor } from "./wording.server.ts";

export interface CheckedFault extends Fault {
  /** what its place is called */
  readonly called: string;
}

export interface Compared extends QuestionDifference {
  readonly called: string;
}

/** Everything to be seen before a version is published. */
export async function checkPage(actor: Actor, { id, version, instrument, base }: BuiltDraft, locale: Locale) {
  const published = await listPublished(actor);
  const before = published.find(({ digest }) => digest === base)?.instrument ?? null;
  const coming = asPublished(instrument, published);
  const { locale: language } = wordingFor(instrument, locale);
  const faults = faultsOf(instrument).map((fault) => ({ ...fault, called: calledAt(instrument, fault, language) }));
  return {
    ...{ id, version, faults, languages: instrument.languages },
    isReady: !faults.some(stopsPublishing),
    isKnown: isPublishedAlready(instrument, published),
    comesAs: coming.version,
    before: before && { version: before.version, differences: compared(before, coming, language) },
  };
}

function calledAt(instrument: Instrument, { page, question }: Fault, locale: Locale): string {
  const asked = question === undefined ? null : findQuestion(instrument, question);
  if (asked) return namedIn(asked, locale);
  return page === undefined ? "" : wordsIn(findPage(instrument, page)?.title, locale) || page;
}

/** Question by question, each as it is called where it still is. */
export function compared(before: Instrument, after: Instrument, locale: Locale): readonly Compared[] {
  return compareInstruments(before, after).map((difference) => {
    const question = findQuestion(after, difference.question) ?? findQuestion(before, difference.question);
    return { ...difference, called: question ? calledIn(question, locale) : difference.question };
  });
}
