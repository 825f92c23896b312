import { ASK_CODES } from "#app/features/briefings/asks.ts";
import type { Obstacle } from "#app/features/briefings/drafting/briefing-readiness.ts";
import { SECTIONS } from "#app/features/briefings/figures/dimensions.ts";
import { isLocale, OWN_NAMES } from "#app/i18n/locales.ts";
import type { Text } from "#app/i18n/text.tsx";
import { paths } from "#app/paths.ts";

/** `fr.claim`, `SP2`, the cell of a table as people say it. */
export function placeWords(place: string, t: Text): string {
  const [first = "", part] = place.split(".");
  if (isLocale(first))
    return part ? t("drafting.place", { language: OWN_NAMES[first], part: partWords(part, t) }) : OWN_NAMES[first];
  return first;
}

/** Several parts of one language as one place. */
export function placesWords(places: readonly string[], t: Text, list: (items: readonly string[]) => string): string {
  const [first = ""] = places;
  const language = first.split(".")[0] ?? "";
  if (places.length < 2 || !isLocale(language)) return placeWords(first, t);
  const parts = places.map((place) => partWords(place.split(".")[1] ?? "", t));
  return t("drafting.place", { language: OWN_NAMES[language], part: list(parts) });
}

export function partWords(part: string, t: Text): string {
  if (isAsk(part)) return t("writing.follow-up.of", { code: part });
  return t.dynamic(
    (SECTIONS as readonly string[]).includes(part) ? `briefings.section.${part}` : `drafting.text.${part}.label`,
  );
}

type AddressOf = (briefingId: string, place: string) => string;
const languageOf = (place: string) => place.split(".")[0] ?? "";
const isAsk = (part: string) => (ASK_CODES as readonly string[]).includes(part);

/** Where a text is written, all its languages on one page. */
export function writtenAt(briefingId: string, place: string): string {
  const part = place.split(".")[1] ?? "";
  return isAsk(part) ? paths.briefingFollowUp(briefingId) : paths.briefingSection(briefingId, part);
}

const ADDRESSES: Record<Obstacle["code"], AddressOf> = {
  "language-missing": paths.briefingSpecification,
  "text-missing": (id, place) => paths.briefingText(id, languageOf(place)),
  "tables-missing": paths.briefingTables,
  "tables-held": paths.briefingTables,
  "figure-not-shown": paths.briefingSpecification,
  "ask-missing": paths.briefingAsks,
  "ask-without-evidence": paths.briefingAsks,
  "story-ended": paths.briefingStories,
  "story-refused": paths.briefingStories,
  "name-void": paths.briefingNames,
  "name-typed": writtenAt,
  "ask-figure-not-shown": paths.briefingAsks,
  "follow-up-stale": paths.briefingFollowUp,
  "follow-up-missing": paths.briefingFollowUp,
  "follow-up-text-missing": paths.briefingFollowUp,
  "follow-up-source-missing": paths.briefingFollowUp,
  "reference-unknown": writtenAt,
  "reference-broken": writtenAt,
};

/** Where an obstacle is removed. */
export function addressOf({ code, place }: Obstacle, briefingId: string): string {
  return ADDRESSES[code](briefingId, place);
}
