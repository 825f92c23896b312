import type { CountedFacts } from "#app/features/briefings/briefing-record.ts";
import { labelOf } from "#app/features/briefings/figures/briefing-labels.server.ts";
import { labelListOf } from "#app/features/briefings/figures/dimensions.ts";
import { NOT_SAID } from "#app/features/briefings/figures/release-specification.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import type { Text } from "#app/i18n/text.tsx";
import { type FigureCode, type ProtectedFigure, protectedGroups } from "./protection-report.ts";

/** A withheld figure in words. */
export interface ShownFigure extends Omit<ProtectedFigure, "codes"> {
  readonly name: string;
}

export interface ShownProtection {
  readonly seed: string;
  /** rounds in which the attack found something and more was withheld */
  readonly repairs: number;
  readonly least: number;
  readonly groups: readonly { readonly title: string; readonly figures: readonly ShownFigure[] }[];
}

/** The report for a guardian's page, in the reader's language. */
export function shownProtection(protection: CountedFacts["protection"], locale: Locale): ShownProtection {
  const t = textFor(locale);
  const { seed, report } = protection;
  return {
    ...{ seed, repairs: report.repairs, least: report.rules.m },
    groups: protectedGroups(protection).map(({ measure, dimensions, figures }) => ({
      title: [
        t.dynamic(`drafting.choice.measure-${measure.split(":")[0]}`),
        ...dimensions.map((dimension) => t.dynamic(`briefings.table.title.${dimension}`)),
      ].join(" · "),
      figures: figures.map(({ codes, ...figure }) => ({ ...figure, name: nameOf(codes, t, locale) })),
    })),
  };
}

function nameOf(codes: readonly FigureCode[], t: Text, locale: Locale): string {
  if (codes.length === 0) return t("briefings.package.all");
  return codes.map((code) => wordsOf(code, t, locale)).join(" · ");
}

function wordsOf({ dimension, code }: FigureCode, t: Text, locale: Locale): string {
  if (code === NOT_SAID) return t("briefings.table.not-said");
  return dimension ? labelOf(labelListOf(dimension), code, locale) : code;
}
