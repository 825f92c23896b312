import type { Actor } from "#app/access/actor.ts";
import { listAspSessions } from "#app/features/registers/asp-session-queries.server.ts";
import { REGIONAL_GROUPS } from "#app/features/registers/regional-groups.ts";
import { REGION_LIST } from "#app/features/surveys/instruments/code-lists.ts";
import { findQuestion, type Instrument, instrumentSchema } from "#app/features/surveys/instruments/instrument.ts";
import { codeWordsIn } from "#app/features/surveys/instruments/list-words.server.ts";
import { standardInstrument } from "#app/features/surveys/instruments/standard-instrument.server.ts";
import { type Worded, wordedAnswers } from "#app/features/surveys/instruments/worded-choices.ts";
import { wordsIn } from "#app/features/surveys/instruments/words.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import type { Json } from "#app/kernel/json.ts";
import type { Result } from "#app/kernel/result.ts";
import { instrumentDigest, listInstruments, publishInstrument } from "./instrument-store.server.ts";
import { SIZES } from "./panel-makeup.ts";

export interface WaveChoices {
  readonly sessions: readonly Worded[];
  readonly instruments: readonly Worded[];
}

const standardJson = () => standardInstrument() as unknown as Json;

/** What a plan can name: sessions of the register, published questionnaires, and the one that comes with the product. */
export async function readWaveChoices(actor: Actor, locale: Locale): Promise<WaveChoices> {
  const sessions = (await listAspSessions(actor)).map(({ session }) => ({ value: session, label: session }));
  return { sessions, instruments: await instrumentChoices(actor, locale) };
}

async function instrumentChoices(actor: Actor, locale: Locale): Promise<readonly Worded[]> {
  const known = new Map<string, Json>([[instrumentDigest(standardJson()), standardJson()]]);
  for (const { digest, content } of await listInstruments(actor)) known.set(digest, content);
  return [...known].map(([value, content]) => ({ value, label: titleOf(content, locale) ?? value }));
}

/** What the questionnaire of a wave calls itself; its digest, where none of today's form is there. */
export async function questionnaireCalled(actor: Actor, digest: string, locale: Locale): Promise<string> {
  return (await instrumentChoices(actor, locale)).find(({ value }) => value === digest)?.label ?? digest;
}

/** What a questionnaire calls itself, or null where it is none of today's form. */
export function titleOf(content: Json, locale: Locale): string | null {
  const read = instrumentSchema.safeParse(content);
  return read.success ? titleIn(read.data, locale) : null;
}

const titleIn = ({ title, version }: Instrument, locale: Locale) =>
  textFor(locale)("waves.instrument.version", { title: wordsIn(title, locale), version });

/** The questionnaire that comes with the product is published when somebody first chooses it. */
export async function publishedIfStandard(actor: Actor, digest: string): Promise<Result<unknown>> {
  const standard = standardJson();
  if (digest !== instrumentDigest(standard)) return { ok: true, value: null };
  if ((await listInstruments(actor)).some((one) => one.digest === digest)) return { ok: true, value: null };
  return publishInstrument(actor, standard);
}

export interface PanelChoices {
  readonly regions: readonly Worded[];
  readonly sizes: readonly Worded[];
}

/** What coordinators can say of an organisation, in the words in which the standard questionnaire asks for it. */
export function panelChoices(locale: Locale): PanelChoices {
  const wording = { locale, words: codeWordsIn(locale) };
  const size = findQuestion(standardInstrument(), "q7");
  const sizes = size ? wordedAnswers(size, wording) : [];
  return {
    regions: REGIONAL_GROUPS.map((value) => ({ value, label: wording.words(REGION_LIST, value) })),
    sizes: SIZES.map((value) => sizes.find((one) => one.value === value) ?? { value, label: value }),
  };
}
