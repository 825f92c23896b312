import type { Actor } from "#app/access/actor.ts";
import { notFound } from "#app/access/answers.server.ts";
import { type Instrument, instrumentSchema } from "#app/features/surveys/instruments/instrument.ts";
import { standardInstrument } from "#app/features/surveys/instruments/standard-instrument.server.ts";
import {
  instrumentDigest,
  listInstruments,
  type PublishedInstrument,
} from "#app/features/surveys/waves/instrument-store.server.ts";
import type { IsoDay } from "#app/kernel/iso-day.ts";
import type { Json } from "#app/kernel/json.ts";

/** A version that can be asked: published, or the one that comes with the product and is published when it is first chosen. */
export interface Published {
  readonly digest: string;
  readonly instrument: Instrument;
  readonly publishedOn: IsoDay | null;
  readonly isStandard: boolean;
  readonly isPublished: boolean;
}

export const digestOf = (instrument: Instrument): string => instrumentDigest(instrument as unknown as Json);

/** The standard one first, then by name, the newest version of each first. */
export async function listPublished(actor: Actor): Promise<readonly Published[]> {
  return publishedOf(await listInstruments(actor));
}

/** The same of rows that were read already, within a transaction; what is none of today's form is left out. */
export function publishedOf(rows: readonly PublishedInstrument[]): readonly Published[] {
  const standard = standardInstrument();
  const standardDigest = digestOf(standard);
  const published = rows.flatMap(({ digest, content, publishedOn }): readonly Published[] => {
    const read = instrumentSchema.safeParse(content);
    if (!read.success) return [];
    return [{ digest, instrument: read.data, publishedOn, isStandard: digest === standardDigest, isPublished: true }];
  });
  const isThere = published.some(({ isStandard }) => isStandard);
  const coming = {
    digest: standardDigest,
    instrument: standard,
    publishedOn: null,
    isStandard: true,
    isPublished: false,
  };
  return [...(isThere ? [] : [coming]), ...published].toSorted(byNameAndVersion);
}

function byNameAndVersion(one: Published, other: Published): number {
  if (one.instrument.name !== other.instrument.name) return one.instrument.name < other.instrument.name ? -1 : 1;
  return other.instrument.version - one.instrument.version;
}

/** @throws Response the page of what is not there */
export async function readPublished(actor: Actor, digest: string): Promise<Published> {
  const found = (await listPublished(actor)).find((one) => one.digest === digest);
  if (!found) throw notFound();
  return found;
}

/** The number of the next version of a questionnaire of this name. */
export function nextVersion(published: readonly Published[], name: string): number {
  const versions = published
    .filter(({ instrument }) => instrument.name === name)
    .map(({ instrument }) => instrument.version);
  return Math.max(0, ...versions) + 1;
}
