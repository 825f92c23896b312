import { REGIONAL_GROUPS } from "#app/features/registers/regional-groups.ts";
import { LISTS, type ListName } from "#app/features/taxonomy/codes.ts";
import { INCIDENT_GROUPS } from "#app/features/taxonomy/incident-groups.ts";

import type { Locale } from "#app/i18n/locales.ts";

/** What a briefing may count organisations by, in the order in which its tables are numbered. */
export const DIMENSIONS = [
  "affected_region",
  "affected_type",
  "incident_group",
  "incident_type",
  "measure",
  "severity",
  "institution_type",
  "institution_region",
  "stated_reason",
  "documents_requested",
  "payment_channel",
  "consequence",
  "remedy",
  "outcome",
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The parts of a briefing that may carry tables. */
export const SECTIONS = ["who_answered", "what_happened", "who_refused", "what_it_does", "what_helped"] as const;
export type Section = (typeof SECTIONS)[number];

/** Where labels are looked up: a list of the taxonomy, or a list that lives outside it. */
export type LabelList = ListName | "incident_group" | "regional_group" | "measure";

/** The words for a code of one of these lists, in the reader's language. */
export type LabelOf = (list: LabelList, code: string, locale: Locale) => string;

interface DimensionFacts {
  readonly list: LabelList;
  readonly section: Section;
  /** Levels of one thing share a subject, and a release shows only one of them (README of briefings, the rule, 4). */
  readonly subject: string;
  /** Codes that say that there was nothing to answer: they are no answer, and are not counted. */
  readonly notAnswers?: readonly string[];
}

const FACTS: Record<Dimension, DimensionFacts> = {
  affected_region: { list: "regional_group", section: "who_answered", subject: "affected_region" },
  affected_type: { list: "affected_type", section: "who_answered", subject: "affected_type" },
  incident_group: { list: "incident_group", section: "what_happened", subject: "incident" },
  incident_type: { list: "incident_type", section: "what_happened", subject: "incident" },
  measure: { list: "measure", section: "what_happened", subject: "measure" },
  severity: { list: "severity", section: "what_happened", subject: "severity" },
  institution_type: {
    list: "institution_type",
    section: "who_refused",
    subject: "institution_type",
    notAnswers: ["none"],
  },
  institution_region: { list: "regional_group", section: "who_refused", subject: "institution_region" },
  stated_reason: {
    list: "stated_reason",
    section: "who_refused",
    subject: "stated_reason",
    notAnswers: ["not_applicable"],
  },
  documents_requested: { list: "documents_requested", section: "who_refused", subject: "documents_requested" },
  payment_channel: { list: "payment_channel", section: "what_happened", subject: "payment_channel" },
  consequence: { list: "consequence", section: "what_it_does", subject: "consequence" },
  remedy: { list: "remedy", section: "what_helped", subject: "remedy" },
  outcome: { list: "outcome", section: "what_helped", subject: "outcome" },
};

export const labelListOf = (dimension: Dimension): LabelList => FACTS[dimension].list;
export const sectionOf = (dimension: Dimension): Section => FACTS[dimension].section;
export const subjectOf = (dimension: Dimension): string => FACTS[dimension].subject;

/**
 * All codes a table of this dimension has a row for, in the order of their list. Every code gets a row, counted or not:
 * a missing row would say "nobody" as plainly as a nought.
 * @param measureCodes  codes of the register of measures, which lives in the database
 */
export function codesOf(dimension: Dimension, measureCodes: readonly string[]): readonly string[] {
  const { list, notAnswers = [] } = FACTS[dimension];
  return codesOfList(list, measureCodes).filter((code) => !notAnswers.includes(code));
}

function codesOfList(list: LabelList, measureCodes: readonly string[]): readonly string[] {
  if (list === "measure") return measureCodes;
  if (list === "incident_group") return INCIDENT_GROUPS;
  if (list === "regional_group") return REGIONAL_GROUPS;
  return LISTS[list];
}

/** The id of a table in addresses, files and evidence: there is one table a dimension. */
export function tableIdOf(dimension: Dimension): string {
  return `organisations-by-${dimension.replaceAll("_", "-")}`;
}
