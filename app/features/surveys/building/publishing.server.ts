import type { Actor } from "#app/access/actor.ts";
import { stopsPublishing } from "#app/features/surveys/instruments/fault.ts";
import type { Instrument } from "#app/features/surveys/instruments/instrument.ts";
import { faultsOf } from "#app/features/surveys/instruments/instrument-faults.ts";
import { withFixedCodes } from "#app/features/surveys/instruments/read-instrument.ts";
import { publishInstrumentDraft } from "#app/features/surveys/waves/instrument-drafts.server.ts";
import type { Json } from "#app/kernel/json.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { HAS_FAULTS, NO_QUESTIONNAIRE, NOTHING_NEW, PART_CHANGED } from "./building-refusals.ts";
import { draftContentOf } from "./draft-content.ts";
import { digestOf, nextVersion, type Published, publishedOf } from "./published.server.ts";

/** A draft as it would be published now: lists written out, and the number that comes next. */
export function asPublished(instrument: Instrument, published: readonly Published[]): Instrument {
  return withFixedCodes({ ...instrument, version: nextVersion(published, instrument.name) });
}

/** Whether the same questions have been published under this name before, whatever the number. */
export function isPublishedAlready(instrument: Instrument, published: readonly Published[]): boolean {
  const fixed = withFixedCodes(instrument);
  return published.some((one) => digestOf({ ...fixed, version: one.instrument.version }) === one.digest);
}

/**
 * Publishes what its page has shown, and lets go of the draft: whoever wants to change it begins again from the version.
 * A version that is published never changes.
 */
export function publishDraft(
  actor: Actor,
  id: string,
  { version: shown }: { readonly version: number },
): Promise<Result<{ digest: string }>> {
  return publishInstrumentDraft(actor, id, ({ content, version }, rows) => {
    const draft = draftContentOf(content);
    if (!draft) return refuse(NO_QUESTIONNAIRE);
    if (version !== shown) return refuse(PART_CHANGED);
    if (faultsOf(draft.instrument).some(stopsPublishing)) return refuse(HAS_FAULTS);
    const published = publishedOf(rows);
    if (isPublishedAlready(draft.instrument, published)) return refuse(NOTHING_NEW);
    return ok(asPublished(draft.instrument, published) as unknown as Json);
  });
}
