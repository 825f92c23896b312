import type { Actor } from "#app/access/actor.ts";
import type { FormValues } from "#app/design-system/forms/form-context.tsx";
import { type Instrument, instrumentSchema } from "#app/features/surveys/instruments/instrument.ts";
import {
  changeInstrumentDraft,
  discardInstrumentDraft,
  saveInstrumentDraft,
} from "#app/features/surveys/waves/instrument-drafts.server.ts";
import { WAVE_CHANGED } from "#app/features/surveys/waves/wave-refusals.ts";
import { canonicalJson } from "#app/kernel/canonical-json.ts";
import type { Json } from "#app/kernel/json.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { utf8 } from "#app/platform/crypto/bytes.server.ts";
import { sha256Hex } from "#app/platform/crypto/hash.server.ts";
import { DOES_NOT_FIT, NO_QUESTIONNAIRE, PART_CHANGED } from "./building-refusals.ts";
import { type DraftContent, draftContentOf } from "./draft-content.ts";
import { textIn } from "./form-texts.ts";
import type { Sheet } from "./sheet.ts";

/** How often an edit is made again because somebody has saved another part in the same moment. */
const MOST_TRIES = 4;

const asJson = (value: unknown) => JSON.parse(JSON.stringify(value)) as Json;

/** Stands for what a page has shown: a form that comes back with it has seen the part as it still is. */
export const seenMark = (fields: FormValues): string => partMark(asJson(fields));

/** The same of a part as it is kept. */
export function partMark(part: Json): string {
  return sha256Hex(utf8(canonicalJson(asJson(part)))).slice(0, 32);
}

/** Keeps a new draft, as a letter to the team. */
export function beginDraft(actor: Actor, content: DraftContent): Promise<Result<{ id: string }>> {
  return saveInstrumentDraft(actor, asJson(content));
}

type Edit = (draft: DraftContent & { readonly version: number }) => Result<Instrument>;

/**
 * Changes a questionnaire as it stands in this moment. Of two people who save at once the second edits what the first has
 * saved; whether both meant the same part is for the edit to say.
 */
export async function editDraft(actor: Actor, id: string, edit: Edit): Promise<Result<unknown>> {
  for (let tries = 1; ; tries += 1) {
    const saved = await changeInstrumentDraft(actor, id, ({ content, version }) => {
      const draft = draftContentOf(content);
      if (!draft) return refuse(NO_QUESTIONNAIRE);
      const edited = edit({ ...draft, version });
      if (!edited.ok) return edited;
      // Whatever an edit came to: what is kept can be read again.
      if (!instrumentSchema.safeParse(edited.value).success) return refuse(DOES_NOT_FIT);
      return ok(asJson({ ...draft, instrument: edited.value }));
    });
    if (saved.ok || saved.refusal.code !== WAVE_CHANGED.code || tries === MOST_TRIES) return saved;
  }
}

/** Takes the form of a page. Where its part has changed since it was drawn, nothing is saved and the form comes back. */
export function editSheet(actor: Actor, id: string, sheet: Sheet, values: FormValues): Promise<Result<unknown>> {
  return editDraft(actor, id, ({ instrument }) => {
    const now = sheet.fields(instrument);
    if (!now) return refuse(NO_QUESTIONNAIRE);
    if (seenMark(now) !== textIn(values, "seen")) return refuse(PART_CHANGED);
    return sheet.apply(instrument, values);
  });
}

/** What a file could not bring along has been read. */
export function forgetTold(actor: Actor, id: string): Promise<Result<unknown>> {
  return changeInstrumentDraft(actor, id, ({ content }) => {
    const draft = draftContentOf(content);
    if (!draft) return refuse(NO_QUESTIONNAIRE);
    const { told: _, ...rest } = draft;
    return ok(asJson(rest));
  });
}

/** Lets go of a draft for good, as its page has shown it: not of what a colleague has saved since. */
export function discardDraft(actor: Actor, id: string, { version }: { readonly version: number }) {
  return discardInstrumentDraft(actor, { id, version });
}
