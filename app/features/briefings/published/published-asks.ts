import { ASKS, byAddressee } from "#app/features/briefings/asks.ts";
import type { LanguageVersion } from "./language-version.ts";
import type { PublishedAsk, PublishedAskGroup } from "./published-text.ts";

/** What is asked of whom, each with the shown tables that stand behind it. */
export function publishedAsks({ draft, release, t, formats, names }: LanguageVersion): PublishedAskGroup[] {
  const idOf = new Map(release.tables.map(({ id, dimension }) => [dimension, id]));
  return byAddressee(draft.asks).map(([addressee, asks]) => ({
    addressee: t.dynamic(`asks.addressee.${addressee}`),
    asks: asks.map(({ code, evidence, dueOn }): PublishedAsk => {
      const shown = evidence.filter((dimension) => names.has(dimension));
      const tables = formats.list(shown.map((dimension) => names.get(dimension) ?? ""));
      return {
        code,
        text: t.dynamic(`asks.text.${code}`),
        due: dueOn ? t("briefings.ask.due", { day: formats.date(dueOn) }) : null,
        evidence: shown.length > 0 ? t("briefings.ask.evidence", { tables }) : null,
        tables: shown.map((dimension) => idOf.get(dimension) ?? ""),
      };
    }),
  }));
}

/** Where the asks come from, each source once. */
export function publishedSources({ draft, t }: Pick<LanguageVersion, "draft" | "t">): string[] {
  const used = new Set(draft.asks.flatMap(({ code }) => ASKS[code].sources));
  return [...used].sort().map((source) => t.dynamic(`asks.source.${source}`));
}
