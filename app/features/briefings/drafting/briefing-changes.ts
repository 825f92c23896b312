import type { BriefingDraft } from "#app/features/briefings/briefing.ts";
import type { SentBriefing } from "#app/features/briefings/briefing-record.ts";
import { SECTIONS } from "#app/features/briefings/figures/dimensions.ts";
import { canonicalJson } from "#app/kernel/canonical-json.ts";

/** One text that reads otherwise than when it was last sent. */
export interface TextChange {
  /** language and part, such as `fr.claim` */
  readonly place: string;
  readonly before: string;
  readonly after: string;
}

/** What is other than in the version that was sent before; `parts` are those that are not text. */
export interface BriefingChanges {
  readonly parts: readonly ("specification" | "asks" | "stories" | "tables")[];
  readonly texts: readonly TextChange[];
}

/** Texts are told with both readings; of the rest only that it is other, for whoever looks sees it on its page. */
export function changesSince(before: SentBriefing, after: SentBriefing): BriefingChanges {
  const pairs = {
    specification: [before.draft.specification, after.draft.specification],
    asks: [before.draft.asks, after.draft.asks],
    stories: [before.draft.stories ?? [], after.draft.stories ?? []],
    tables: [before.release, after.release],
  } as const;
  const parts = (["specification", "asks", "stories", "tables"] as const).filter((part) => {
    const [one, other] = pairs[part];
    return canonicalJson(one as never) !== canonicalJson(other as never);
  });
  const [old, now] = [placesOf(before.draft), placesOf(after.draft)];
  const texts = [...new Set([...old.keys(), ...now.keys()])]
    .map((place) => ({ place, before: old.get(place) ?? "", after: now.get(place) ?? "" }))
    .filter((text) => text.before !== text.after);
  return { parts, texts };
}

function placesOf({ texts }: BriefingDraft): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([locale, { title, claim, sections }]) => [
      [`${locale}.title`, title] as const,
      [`${locale}.claim`, claim] as const,
      ...SECTIONS.map((section) => [`${locale}.${section}`, sections[section]] as const),
    ]),
  );
}
