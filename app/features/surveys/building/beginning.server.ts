import type { Actor } from "#app/access/actor.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import type { Result } from "#app/kernel/result.ts";
import { beginDraft } from "./draft-commands.server.ts";
import { emptyInstrument } from "./kind-change.ts";
import { listPublished, nextVersion, readPublished } from "./published.server.ts";

/** With one empty page, to be written in one language first. */
export async function beginEmpty(
  actor: Actor,
  { title, language }: { readonly title: string; readonly language: Locale },
): Promise<Result<{ id: string }>> {
  const t = textFor(language);
  const instrument = emptyInstrument({ [language]: title }, [language], {
    thanks: { [language]: t("questionnaires.begin.thanks") },
    page: { [language]: t("questionnaires.begin.first-page") },
  });
  const version = nextVersion(await listPublished(actor), instrument.name);
  return beginDraft(actor, { instrument: { ...instrument, version } });
}

/** A new draft of a version, to become its next one. */
export async function beginFromVersion(actor: Actor, digest: string): Promise<Result<{ id: string }>> {
  const { instrument } = await readPublished(actor, digest);
  const version = nextVersion(await listPublished(actor), instrument.name);
  return beginDraft(actor, { instrument: { ...instrument, version }, base: digest });
}
