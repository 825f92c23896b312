import { ASKS, byAddressee } from "#app/features/briefings/asks.ts";
import type { LanguageVersion } from "./language-version.ts";
import type { PublishedAsk, PublishedAskGroup } from "./published-text.ts";

/** What is asked of whom, each with the shown tables that stand behind it. */
export function publishedAsks({ draft, t, formats, names }: LanguageVersion): PublishedAskGroup[] {
  return byAddressee(draft.asks).map(([addressee, asks]) => ({
    addressee: t.dynamic(`asks.addressee.${addressee}`),
    asks: asks.map(({ code, evidence, dueOn }): PublishedAsk => {
      const shown = evidence.filter((table) => names.has(table));
      const tables = formats.list(shown.map((table) => names.get(table) ?? ""));
      return {
        code,
        text: t.dynamic(`asks.text.${code}`),
        due: dueOn ? t("briefings.ask.due", { day: formats.date(dueOn) }) : null,
        evidence: shown.length > 0 ? t("briefings.ask.evidence", { tables }) : null,
        tables: shown,
      };
    }),
  }));
}

/** Where the asks come from, each source once. */
export function publishedSources({ draft, t }: Pick<LanguageVersion, "draft" | "t">): string[] {
  const used = new Set(draft.asks.flatMap(({ code }) => ASKS[code].sources));
  return [...used].sort().map((source) => t.dynamic(`asks.source.${source}`));
}
