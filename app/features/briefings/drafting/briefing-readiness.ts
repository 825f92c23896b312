import { type BriefingDraft, REQUIRED_LOCALES } from "#app/features/briefings/briefing.ts";
import { SECTIONS, sectionOf } from "#app/features/briefings/figures/dimensions.ts";
import type { FirstRelease } from "#app/features/briefings/figures/first-release-tables.ts";
import { strangeNumbers } from "./strange-numbers.ts";

/** What keeps a briefing from review. `place` is a language, a part, a dimension or an ask. */
export interface Obstacle {
  readonly code:
    | "language-missing"
    | "text-missing"
    | "tables-missing"
    | "tables-of-another-specification"
    | "figure-not-shown"
    | "ask-missing"
    | "ask-without-evidence";
  readonly place: string;
}

/** A number in the text that stands in no table: a figure that nobody protected. For the guardian's eye; it stops nothing. */
export interface NumberNotice {
  readonly place: string;
  readonly numbers: readonly string[];
}

/** Everything that keeps a briefing from review; empty when it may go. */
export function obstaclesToReview(draft: BriefingDraft, release: FirstRelease | null): Obstacle[] {
  return [
    ...missingWords(draft),
    ...(release ? missingFigures(draft, release) : [{ code: "tables-missing", place: "" } as const]),
  ];
}

/** By language and part, in the order of the page; parts without such numbers are left out. */
export function numbersToLookAt(draft: BriefingDraft, release: FirstRelease): NumberNotice[] {
  return Object.entries(draft.texts)
    .flatMap(([locale, { title, claim, sections }]) => [
      { place: `${locale}.title`, numbers: strangeNumbers(title, release) },
      { place: `${locale}.claim`, numbers: strangeNumbers(claim, release) },
      ...SECTIONS.map((section) => ({
        place: `${locale}.${section}`,
        numbers: strangeNumbers(sections[section], release),
      })),
    ])
    .filter(({ numbers }) => numbers.length > 0);
}

function missingWords({ specification, texts, asks }: BriefingDraft): Obstacle[] {
  const { locales } = specification;
  const languages = REQUIRED_LOCALES.filter((locale) => !locales.includes(locale));
  const words = locales.flatMap((locale) => {
    const text = texts[locale];
    const parts = { title: text?.title, claim: text?.claim, ...text?.sections };
    const wanted = ["title", "claim", ...sectionsWithTables(specification.dimensions)] as const;
    return wanted.filter((part) => !parts[part]).map((part) => `${locale}.${part}`);
  });
  return [
    ...languages.map((place) => ({ code: "language-missing" as const, place })),
    ...words.map((place) => ({ code: "text-missing" as const, place })),
    ...(asks.length === 0 ? [{ code: "ask-missing" as const, place: "" }] : []),
  ];
}

function sectionsWithTables(dimensions: BriefingDraft["specification"]["dimensions"]) {
  return SECTIONS.filter((section) => dimensions.some((dimension) => sectionOf(dimension) === section));
}

function missingFigures({ specification, asks }: BriefingDraft, release: FirstRelease): Obstacle[] {
  const shown = new Map(release.tables.map((table) => [table.dimension, table]));
  const answered = [...shown.keys(), ...release.leftOut.map(({ dimension }) => dimension)];
  if (
    answered.length !== specification.dimensions.length ||
    specification.dimensions.some((one) => !answered.includes(one))
  )
    return [{ code: "tables-of-another-specification", place: "" }];
  const figures = specification.figures.filter(
    ({ dimension, code }) => !shown.get(dimension)?.cells.some((cell) => cell.code === code && cell.value !== null),
  );
  const bare = asks.filter(({ evidence }) => !evidence.some((dimension) => shown.has(dimension)));
  return [
    ...figures.map(({ dimension, code }) => ({ code: "figure-not-shown" as const, place: `${dimension}.${code}` })),
    ...bare.map(({ code }) => ({ code: "ask-without-evidence" as const, place: code })),
  ];
}
