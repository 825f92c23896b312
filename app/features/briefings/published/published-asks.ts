import { ASKS, byAddressee } from "#app/features/briefings/asks.ts";
import type { FigureChoice } from "#app/features/briefings/briefing.ts";
import { figureAt } from "#app/features/briefings/references/figure-at.ts";
import { figureWords } from "#app/features/briefings/references/referenced-text.ts";
import { type LanguageVersion, wholeName } from "./language-version.ts";
import type { PublishedAsk, PublishedAskGroup } from "./published-text.ts";
import { saidOfAsked } from "./said-of-asked.ts";

/** What is asked of whom, each with the shown tables that stand behind it. */
export function publishedAsks(version: LanguageVersion): PublishedAskGroup[] {
  const { draft, t, formats, names } = version;
  return byAddressee(draft.asks).map(([addressee, asks]) => ({
    addressee: t.dynamic(`asks.addressee.${addressee}`),
    asks: asks.map(({ code, evidence, dueOn, figure }): PublishedAsk => {
      const shown = evidence.filter((table) => names.has(table));
      const tables = formats.list(shown.map((table) => names.get(table) ?? ""));
      return {
        code,
        text: t.dynamic(`asks.text.${code}`),
        due: dueOn ? t("briefings.ask.due", { day: formats.date(dueOn) }) : null,
        evidence: shown.length > 0 ? t("briefings.ask.evidence", { tables }) : null,
        tables: shown,
        figure: figure ? figureLine(figure, version) : null,
      };
    }),
  }));
}

/**
 * "Account: 35 organisations (Table 2)", and of a survey "What happened? – Account closed: 21 of 60 organisations asked (35%)
 * (Table S1)"; null where the cell is not printed, which keeps a briefing from review.
 */
function figureLine({ table, codes }: FigureChoice, version: LanguageVersion): string | null {
  const figure = figureAt(version.release, { table, codes });
  if (figure.kind !== "printed") return null;
  return version.t("briefings.ask.figure", {
    label: wholeName({ table, codes }, version),
    figure: saidOfAsked(figure, version) ?? figureWords(figure, { withUnit: true }, version),
    table: version.names.get(table) ?? "",
  });
}

/** Where the asks come from, each source once. */
export function publishedSources({ draft, t }: Pick<LanguageVersion, "draft" | "t">): string[] {
  const used = new Set(draft.asks.flatMap(({ code }) => ASKS[code].sources));
  return [...used].sort().map((source) => t.dynamic(`asks.source.${source}`));
}
