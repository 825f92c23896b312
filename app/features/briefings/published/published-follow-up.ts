import { ASKS, byAddressee } from "#app/features/briefings/asks.ts";
import { referencedText } from "#app/features/briefings/references/referenced-text.ts";
import { sessionName } from "#app/features/briefings/session-name.ts";
import type { LanguageVersion } from "./language-version.ts";
import type { PublishedFollowUp } from "./published-text.ts";

/** What became of the asks of the briefing before, in the order in which they are spoken to. */
export function publishedFollowUp(version: LanguageVersion): PublishedFollowUp | null {
  const { draft, t, locale } = version;
  const { followUp } = draft;
  if (!followUp || followUp.asks.length === 0) return null;
  const before = t("briefings.kicker", { session: sessionName(followUp.session, t) });
  const asks = byAddressee(followUp.asks).flatMap(([, theirs]) => theirs);
  return {
    heading: t("briefings.follow-up.heading"),
    lead: t("briefings.follow-up.lead", { briefing: before }),
    sourceWord: t("briefings.follow-up.source"),
    asks: asks.map(({ code, state, texts, source }) => ({
      code,
      addressee: t.dynamic(`asks.addressee.${ASKS[code].addressee}`),
      ask: t.dynamic(`asks.text.${code}`),
      state,
      stateWords: t(`briefings.follow-up.state.${state}`),
      text: referencedText(texts[locale] ?? "", version),
      source,
    })),
  };
}
