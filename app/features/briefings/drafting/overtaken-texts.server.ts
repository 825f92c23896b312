import type { Actor } from "#app/access/actor.ts";
import { CHANGED_MEANWHILE } from "#app/features/briefings/briefing-refusals.ts";
import { readBriefing } from "./briefing-queries.server.ts";
import { wasShownBy } from "./shown-texts.server.ts";
import { type SentText, textsTogether } from "./texts-together.ts";

/**
 * The form of texts as it comes back where colleagues were faster: each field with the own words, or with theirs where
 * nothing was changed in it, and a message at those that both have changed.
 * @param nameOf the field a text is written in
 */
export async function overtakenTexts(
  actor: Actor,
  briefingId: string,
  { shown, sent, nameOf }: { shown: string; sent: readonly SentText[]; nameOf: (text: SentText) => string },
) {
  const { draft } = await readBriefing(actor, briefingId);
  const { texts, overtaken } = textsTogether(sent, draft.texts, wasShownBy(shown));
  return {
    refusal: {
      ...CHANGED_MEANWHILE,
      fields: Object.fromEntries(overtaken.map((one) => [nameOf(one), "writing.overtaken"])),
    },
    holds: Object.fromEntries(texts.map((one) => [nameOf(one), one.text])),
  };
}
