import { SECTIONS } from "#app/features/briefings/figures/dimensions.ts";
import { sectionOfTable } from "#app/features/briefings/figures/table-choice.ts";
import type { LanguageVersion } from "./language-version.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { publishedSurvey } from "./published-survey.ts";
import { publishedTable } from "./published-tables.ts";
import type { PublishedSection } from "./published-text.ts";

/** The parts of the text with their tables, in their order; a part that says nothing and shows nothing goes. */
export function publishedSections(version: LanguageVersion): PublishedSection[] {
  const { release, t, words } = version;
  return SECTIONS.map((id) => ({
    id,
    heading: t.dynamic(`briefings.section.${id}`),
    paragraphs: paragraphsOf(words.sections[id]),
    tables: release.tables
      .filter((table) => sectionOfTable(table) === id)
      .map((table) => publishedTable(version, table)),
    ...surveyIn(id, version),
    leftOut: leftOutLine(id, version),
  })).filter(
    ({ paragraphs, tables, survey = [], leftOut }) =>
      paragraphs.length + tables.length + survey.length > 0 || leftOut !== null,
  );
}

/** A briefing without a survey has no word of it: what was released before there were any keeps its form. */
function surveyIn(id: PublishedSection["id"], version: LanguageVersion): Pick<PublishedSection, "survey"> {
  const survey = publishedSurvey(id, version);
  return survey.length > 0 ? { survey } : {};
}

function leftOutLine(id: PublishedSection["id"], { release, t, formats, titleOf }: LanguageVersion): string | null {
  const titles = release.leftOut
    // That nobody is named is no risk that a table was kept from.
    .filter(({ choice, reason }) => sectionOfTable(choice) === id && reason !== "nobody-named")
    .map(({ choice }) => titleOf(choice));
  return titles.length > 0 ? t("briefings.table.left-out", { titles: formats.list(titles) }) : null;
}
