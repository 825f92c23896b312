import { type BriefingDraft, type FigureChoice, REQUIRED_LOCALES } from "#app/features/briefings/briefing.ts";
import { SECTIONS } from "#app/features/briefings/figures/dimensions.ts";
import { figureTableAt } from "#app/features/briefings/figures/figure-tables.ts";
import { isName } from "#app/features/briefings/figures/name-codes.ts";
import type { ProtectedRelease } from "#app/features/briefings/figures/protected-release.ts";
import { sectionOfTable } from "#app/features/briefings/figures/table-choice.ts";
import { type FollowUpGap, gapsIn, type LastAsks } from "#app/features/briefings/follow-up.ts";
import type { EditionName } from "#app/features/briefings/names/edition-names.ts";
import type { TypedName } from "#app/features/briefings/names/typed-names.ts";
import { figureAt } from "#app/features/briefings/references/figure-at.ts";
import { piecesOf } from "#app/features/briefings/references/figure-reference.ts";
import type { EditionStory } from "#app/features/briefings/stories/edition-stories.ts";
import { figureText } from "./briefing-forms.ts";
import { type StrangeNumber, strangeNumbers } from "./strange-numbers.ts";
import { writtenTexts } from "./written-texts.ts";

/** What keeps a briefing from review. `place` is a language, a part, a cell or an ask. */
export interface Obstacle {
  readonly code:
    | "language-missing"
    | "text-missing"
    | "tables-missing"
    | "tables-held"
    | "figure-not-shown"
    | "ask-missing"
    | "ask-without-evidence"
    | "story-ended"
    | "story-refused"
    | "name-void"
    | "name-typed"
    | "ask-figure-not-shown"
    | FollowUpGap["code"]
    | "reference-unknown"
    | "reference-broken";
  readonly place: string;
  /** the reference or the name as it is written, where one is wrong */
  readonly written?: string | undefined;
}

/** A number in the text that stands in no table: a figure that nobody protected. For the guardian's eye; it stops nothing. */
export interface NumberNotice {
  readonly place: string;
  readonly numbers: readonly StrangeNumber[];
}

/** Everything that keeps a briefing from review; empty when it may go. */
export function obstaclesToReview(
  draft: BriefingDraft,
  release: ProtectedRelease | null,
  last: LastAsks | null = null,
): Obstacle[] {
  return [
    ...missingWords(draft, release),
    ...wrongReferences(draft, release),
    ...gapsIn(draft.followUp, last, draft.specification.locales),
    ...(release ? missingFigures(draft, release) : [{ code: "tables-missing", place: "" } as const]),
  ];
}

/** Of chosen stories, by their place; whoever reads none is told of none. */
export function obstaclesOfStories(stories: readonly EditionStory[] | null): Obstacle[] {
  return (stories ?? []).flatMap(({ obstacle }, at) => {
    if (!obstacle) return [];
    return [{ code: obstacle === "ended" ? "story-ended" : "story-refused", place: String(at + 1) } as const];
  });
}

/**
 * Of names that stand in the tables, by whom they name, and where even that is gone, by code; then of names that were typed.
 * Whoever reads none is told of none.
 */
export function obstaclesOfNames(names: readonly EditionName[] | null, typed: readonly TypedName[]): Obstacle[] {
  const isVoid = ({ obstacle }: EditionName) => obstacle !== null;
  return [
    ...(names ?? [])
      .filter(isVoid)
      .map(({ facts, code }) => ({ code: "name-void", place: facts?.name ?? code }) as const),
    ...typed.map((one) => ({ code: "name-typed", ...one }) as const),
  ];
}

/** By language and part, in the order of the page; parts without such numbers are left out. */
export function numbersToLookAt(draft: BriefingDraft, release: ProtectedRelease): NumberNotice[] {
  return writtenTexts(draft)
    .map(({ place, text }) => ({ place, numbers: strangeNumbers(text, release) }))
    .filter(({ numbers }) => numbers.length > 0);
}

/** References that cannot be printed. Before there are tables only those are told that cannot be read. */
function wrongReferences(draft: BriefingDraft, release: ProtectedRelease | null): Obstacle[] {
  const { locales } = draft.specification;
  return writtenTexts(draft)
    .filter(({ locale }) => locales.includes(locale))
    .flatMap(({ place, text }) =>
      piecesOf(text).flatMap((piece): Obstacle[] => {
        if (piece.kind === "words") return [];
        const { written } = piece;
        if (piece.kind === "broken") return [{ code: "reference-broken", place, written: beginning(written) }];
        const isThere = release === null || figureAt(release, piece.reference).kind !== "missing";
        return isThere ? [] : [{ code: "reference-unknown", place, written }];
      }),
    );
}

/** Enough of a text to find it again. */
const MOST_SHOWN = 60;
const beginning = (text: string) => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text);

function missingWords({ specification, texts, asks }: BriefingDraft, release: ProtectedRelease | null): Obstacle[] {
  const { locales } = specification;
  const languages = REQUIRED_LOCALES.filter((locale) => !locales.includes(locale));
  const words = locales.flatMap((locale) => {
    const text = texts[locale];
    const parts = { title: text?.title, claim: text?.claim, ...text?.sections };
    const wanted = ["title", "claim", ...sectionsWithTables(release)] as const;
    return wanted.filter((part) => !parts[part]).map((part) => `${locale}.${part}`);
  });
  return [
    ...languages.map((place) => ({ code: "language-missing" as const, place })),
    ...words.map((place) => ({ code: "text-missing" as const, place })),
    ...(asks.length === 0 ? [{ code: "ask-missing" as const, place: "" }] : []),
  ];
}

function sectionsWithTables(release: ProtectedRelease | null) {
  return SECTIONS.filter((section) => release?.tables.some((table) => sectionOfTable(table) === section));
}

function missingFigures({ specification, asks }: BriefingDraft, release: ProtectedRelease): Obstacle[] {
  if (release.tables.length === 0) return [{ code: "tables-held", place: "" }];
  const isShown = (table: string) => figureTableAt(release, table) !== null;
  // In large type or beside an ask a name would stand without its reply.
  const isPrinted = (figure: FigureChoice) =>
    !figure.codes.some(isName) && figureAt(release, figure).kind === "printed";
  const figures = specification.figures.filter((figure) => !isPrinted(figure));
  const hidden = asks.filter(({ figure }) => figure && !isPrinted(figure));
  const bare = asks.filter(({ evidence }) => !evidence.some(isShown));
  return [
    ...figures.map((figure) => ({ code: "figure-not-shown" as const, place: figureText(figure) })),
    ...bare.map(({ code }) => ({ code: "ask-without-evidence" as const, place: code })),
    ...hidden.map(({ code }) => ({ code: "ask-figure-not-shown" as const, place: code })),
  ];
}
