import type { Actor } from "#app/access/actor.ts";
import { type Instrument, questionsOf } from "#app/features/surveys/instruments/instrument.ts";
import { asks } from "#app/features/surveys/instruments/kinds.ts";
import { listInstrumentDrafts } from "#app/features/surveys/waves/instrument-drafts.server.ts";
import { listWaves } from "#app/features/surveys/waves/wave-queries.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { IsoDay } from "#app/kernel/iso-day.ts";
import { draftContentOf } from "./draft-content.ts";
import { listPublished } from "./published.server.ts";
import { titleIn } from "./wording.server.ts";

interface Listed {
  readonly title: string;
  readonly version: number;
  readonly languages: readonly Locale[];
  readonly questions: number;
}

export interface ListedDraft extends Listed {
  readonly id: string;
  readonly isFromVersion: boolean;
}

export interface ListedVersion extends Listed {
  readonly digest: string;
  readonly publishedOn: IsoDay | null;
  readonly isStandard: boolean;
  readonly isPublished: boolean;
  /** sessions before which it is asked */
  readonly waves: readonly string[];
}

/** Everything a team can ask: what it is writing, and what has been published. */
export async function readQuestionnaires(actor: Actor, locale: Locale) {
  const drafts = (await listInstrumentDrafts(actor)).flatMap(({ id, content }): readonly ListedDraft[] => {
    const draft = draftContentOf(content);
    return draft ? [{ id, isFromVersion: draft.base !== undefined, ...listed(draft.instrument, locale) }] : [];
  });
  return { drafts, versions: await listVersions(actor, locale) };
}

/** Everything that can be asked, with the sessions before which it is. */
export async function listVersions(actor: Actor, locale: Locale): Promise<readonly ListedVersion[]> {
  const waves = await listWaves(actor);
  return (await listPublished(actor)).map(({ digest, instrument, publishedOn, isStandard, isPublished }) => ({
    ...{ digest, publishedOn, isStandard, isPublished },
    ...listed(instrument, locale),
    waves: waves.filter(({ facts }) => facts.instrument === digest).map(({ facts }) => facts.session),
  }));
}

function listed(instrument: Instrument, locale: Locale): Listed {
  const { version, languages } = instrument;
  return {
    title: titleIn(instrument, locale),
    version,
    languages,
    questions: questionsOf(instrument).filter(asks).length,
  };
}
