import { COUNTRY_CODES, REGIONAL_GROUPS, regionalGroupOf } from "#app/features/registers/regional-groups.ts";
import { type Consequence, type IncidentType, LISTS, type ListName } from "#app/features/taxonomy/codes.ts";
import { CONSEQUENCE_GROUPS, consequenceGroupOf } from "#app/features/taxonomy/consequence-groups.ts";
import {
  INCIDENT_GROUPS,
  INCIDENT_KINDS,
  type IncidentGroup,
  incidentGroupOf,
  incidentKindOf,
} from "#app/features/taxonomy/incident-groups.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { NOTICE_BANDS } from "./bands.ts";
import { namesAmongTypes, typeOfName } from "./name-codes.ts";
import { periodQuarters, periodYears, yearOfQuarter } from "./periods.ts";

/** What a table may be by, in the order in which they are offered. Levels of one subject stand together, the coarser first. */
export const DIMENSIONS = [
  "affected_region",
  "affected_country",
  "affected_type",
  "incident_kind",
  "incident_group",
  "incident_type",
  "period_year",
  "period_quarter",
  "measure",
  "severity",
  "institution_type",
  "institution_named",
  "institution_region",
  "institution_country",
  "stated_reason",
  "in_writing",
  "notice_band",
  "documents_requested",
  "payment_channel",
  "duration_band",
  "amount_band",
  "consequence_group",
  "consequence",
  "remedy",
  "outcome",
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The parts of a briefing that may carry tables. */
export const SECTIONS = [
  "who_answered",
  "what_happened",
  "who_refused",
  "time_and_money",
  "what_it_does",
  "what_helped",
] as const;
export type Section = (typeof SECTIONS)[number];

/** Where labels are looked up: a list of the taxonomy, or a list that lives outside it. */
export type LabelList =
  | ListName
  | "incident_kind"
  | "incident_group"
  | "consequence_group"
  | "regional_group"
  | "country"
  | "measure"
  | "period"
  | "institution_named"
  | "in_writing"
  | "notice_band";

/** The words for a code of one of these lists, in the reader's language. */
export type LabelOf = (list: LabelList, code: string, locale: Locale) => string;

/** Codes of lists that are not the taxonomy's and change with time. */
export interface CodeLists {
  readonly measures: readonly string[];
  /** the last year that has a row */
  readonly lastYear: number;
  /** codes of the institutions that this release may name; none where it names nobody */
  readonly named?: readonly string[];
}

interface DimensionFacts {
  readonly list: LabelList;
  readonly section: Section;
  /** Levels of one thing share a subject: in data they are one column. */
  readonly subject: string;
  /** Codes that say that there was nothing to answer: they are no answer, and are counted with those who gave none. */
  readonly notAnswers?: readonly string[];
  /** Sums over several groups, which a reader looks up at the end: no headings for them. */
  readonly standsApart?: true;
  /** The next coarser level of the same subject, and the code there. */
  readonly wider?: { readonly dimension: Dimension; readonly codeOf: (code: string) => string };
}

const toRegion = (code: string) => regionalGroupOf(code) ?? code;

const FACTS: Record<Dimension, DimensionFacts> = {
  affected_region: { list: "regional_group", section: "who_answered", subject: "affected_place" },
  affected_country: {
    list: "country",
    section: "who_answered",
    subject: "affected_place",
    wider: { dimension: "affected_region", codeOf: toRegion },
  },
  affected_type: { list: "affected_type", section: "who_answered", subject: "affected_type" },
  incident_kind: { list: "incident_kind", section: "what_happened", subject: "incident", standsApart: true },
  incident_group: {
    list: "incident_group",
    section: "what_happened",
    subject: "incident",
    wider: { dimension: "incident_kind", codeOf: (code) => incidentKindOf(code as IncidentGroup) },
  },
  incident_type: {
    list: "incident_type",
    section: "what_happened",
    subject: "incident",
    wider: { dimension: "incident_group", codeOf: (code) => incidentGroupOf(code as IncidentType) },
  },
  period_year: { list: "period", section: "what_happened", subject: "period" },
  period_quarter: {
    list: "period",
    section: "what_happened",
    subject: "period",
    wider: { dimension: "period_year", codeOf: yearOfQuarter },
  },
  measure: { list: "measure", section: "what_happened", subject: "measure" },
  severity: { list: "severity", section: "what_happened", subject: "severity" },
  institution_type: {
    list: "institution_type",
    section: "who_refused",
    subject: "institution_type",
    notAnswers: ["none"],
  },
  institution_named: {
    list: "institution_named",
    section: "who_refused",
    subject: "institution_type",
    notAnswers: ["none"],
    wider: { dimension: "institution_type", codeOf: typeOfName },
  },
  institution_region: { list: "regional_group", section: "who_refused", subject: "institution_place" },
  institution_country: {
    list: "country",
    section: "who_refused",
    subject: "institution_place",
    wider: { dimension: "institution_region", codeOf: toRegion },
  },
  stated_reason: {
    list: "stated_reason",
    section: "who_refused",
    subject: "stated_reason",
    notAnswers: ["not_applicable"],
  },
  in_writing: { list: "in_writing", section: "who_refused", subject: "in_writing" },
  notice_band: { list: "notice_band", section: "who_refused", subject: "notice_band" },
  documents_requested: { list: "documents_requested", section: "who_refused", subject: "documents_requested" },
  payment_channel: { list: "payment_channel", section: "what_happened", subject: "payment_channel" },
  duration_band: { list: "duration_band", section: "time_and_money", subject: "duration_band" },
  amount_band: {
    list: "amount_band",
    section: "time_and_money",
    subject: "amount_band",
    notAnswers: ["prefer_not"],
  },
  consequence_group: { list: "consequence_group", section: "what_it_does", subject: "consequence" },
  consequence: {
    list: "consequence",
    section: "what_it_does",
    subject: "consequence",
    wider: { dimension: "consequence_group", codeOf: (code) => consequenceGroupOf(code as Consequence) },
  },
  remedy: { list: "remedy", section: "what_helped", subject: "remedy" },
  outcome: { list: "outcome", section: "what_helped", subject: "outcome" },
};

export const labelListOf = (dimension: Dimension): LabelList => FACTS[dimension].list;
export const sectionOf = (dimension: Dimension): Section => FACTS[dimension].section;
export const subjectOf = (dimension: Dimension): string => FACTS[dimension].subject;
export const standsApart = (dimension: Dimension): boolean => FACTS[dimension].standsApart ?? false;
export const widerThan = (dimension: Dimension): DimensionFacts["wider"] => FACTS[dimension].wider;

/** The dimension and all that are coarser, each followed by the next. */
export function chainOf(dimension: Dimension): readonly Dimension[] {
  const wider = FACTS[dimension].wider;
  return wider ? [dimension, ...chainOf(wider.dimension)] : [dimension];
}

/** Of which level a code is that stands in a table of this dimension: its own, or that of its groups. */
export function dimensionOfCode(dimension: Dimension, code: string): Dimension {
  const coarser = chainOf(dimension).slice(1);
  return coarser.find((level) => codesOf(level, NO_LISTS).includes(code)) ?? dimension;
}

/** Groups of what changes with time, as years, say by themselves what they are. */
const NO_LISTS: CodeLists = { measures: [], lastYear: 0 };

/** The levels of a subject, finest first. */
export function levelsOf(subject: string): readonly Dimension[] {
  return DIMENSIONS.filter((dimension) => subjectOf(dimension) === subject).reverse();
}

/**
 * All codes a table of this dimension has a row for, in the order of their list. Every code gets a row, counted or not:
 * a missing row would say "nobody" as plainly as a nought.
 */
export function codesOf(dimension: Dimension, lists: CodeLists): readonly string[] {
  const { list, notAnswers = [] } = FACTS[dimension];
  const codes = dimension === "period_quarter" ? periodQuarters(lists.lastYear) : codesOfList(list, lists);
  return codes.filter((code) => !notAnswers.includes(code));
}

function codesOfList(list: LabelList, { measures, lastYear, named }: CodeLists): readonly string[] {
  if (list === "measure") return measures;
  if (list === "institution_named") return namesAmongTypes(LISTS.institution_type, named);
  if (list === "period") return periodYears(lastYear);
  return isOutside(list) ? OUTSIDE[list] : LISTS[list];
}

/** Lists that stand outside the taxonomy and do not change. */
const OUTSIDE = {
  incident_kind: INCIDENT_KINDS,
  incident_group: INCIDENT_GROUPS,
  consequence_group: CONSEQUENCE_GROUPS,
  regional_group: REGIONAL_GROUPS,
  country: COUNTRY_CODES,
  in_writing: ["yes", "no", "unsure"],
  notice_band: NOTICE_BANDS,
} as const satisfies Partial<Record<LabelList, readonly string[]>>;

const isOutside = (list: LabelList): list is keyof typeof OUTSIDE => Object.hasOwn(OUTSIDE, list);
