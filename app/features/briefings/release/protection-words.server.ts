import type { CountedFacts } from "#app/features/briefings/briefing-record.ts";
import { labelOf } from "#app/features/briefings/figures/briefing-labels.server.ts";
import { labelListOf } from "#app/features/briefings/figures/dimensions.ts";
import { NOT_SAID } from "#app/features/briefings/figures/release-specification.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import type { Text } from "#app/i18n/text.tsx";
import { type FigureCode, type ProtectedFigure, protectedGroups, withheldFigures } from "./protection-report.ts";

/** A withheld figure in words. */
export interface ShownFigure extends Omit<ProtectedFigure, "codes"> {
  readonly name: string;
}

interface ShownReport {
  readonly seed: string;
  /** rounds in which the attack found something and more was withheld */
  readonly repairs: number;
  readonly least: number;
  readonly groups: readonly { readonly title: string; readonly figures: readonly ShownFigure[] }[];
}

export interface ShownProtection extends ShownReport {
  /** of the survey beside the cases, which is a release of its own; null where there is none */
  readonly survey: ShownReport | null;
}

/** The report for a guardian's page, in the reader's language. */
export function shownProtection(protection: CountedFacts["protection"], locale: Locale): ShownProtection {
  const { survey } = protection;
  return { ...ofCases(protection, locale), survey: survey ? ofSurvey(survey, locale) : null };
}

const headOf = ({ seed, report }: Pick<CountedFacts["protection"], "seed" | "report">) => ({
  ...{ seed, repairs: report.repairs, least: report.rules.m },
});

/** Its words were kept with it: whoever guards briefings has no questionnaire. */
function ofSurvey(survey: NonNullable<CountedFacts["protection"]["survey"]>, locale: Locale): ShownReport {
  const groups = new Map<string, ShownFigure[]>();
  for (const { place, reasons, outside, inside } of withheldFigures(survey)) {
    const said = survey.words[place];
    const title = said?.question[locale] ?? place;
    const name = said?.figure[locale] ?? place;
    groups.set(title, [...(groups.get(title) ?? []), { name, reasons, outside, inside }]);
  }
  return { ...headOf(survey), groups: [...groups].map(([title, figures]) => ({ title, figures })) };
}

function ofCases(protection: CountedFacts["protection"], locale: Locale): ShownReport {
  const t = textFor(locale);
  return {
    ...headOf(protection),
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
