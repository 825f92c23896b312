import type { AskCode } from "#app/features/briefings/asks.ts";
import type { BriefingDraft } from "#app/features/briefings/briefing.ts";
import type { SentBriefing } from "#app/features/briefings/briefing-record.ts";
import type { ProtectedTable } from "#app/features/briefings/figures/protected-release.ts";
import { questionsInOrder, surveyTableId } from "#app/features/briefings/figures/survey-tables.ts";
import type { ProtectedQuestion } from "#app/features/surveys/publishing/protected-survey.ts";
import { canonicalJson } from "#app/kernel/canonical-json.ts";
import { writtenTexts } from "./written-texts.ts";

/** One text that reads otherwise than when it was last sent. */
export interface TextChange {
  /** language and part, such as `fr.claim` */
  readonly place: string;
  readonly before: string;
  readonly after: string;
}

/** What is other than in the version that was sent before; `parts` are those that are not text. */
export interface BriefingChanges {
  readonly parts: readonly ("specification" | "asks" | "follow-up" | "stories" | "tables")[];
  readonly texts: readonly TextChange[];
  /** tables that are shown now and were not, and those that are shown no more */
  readonly tables: Difference<ShownTable>;
  readonly asks: Difference<AskCode>;
}

/** A table of cases, or a question of a survey. */
export type ShownTable = ProtectedTable | ProtectedQuestion;

export const isOfCases = (table: ShownTable): table is ProtectedTable => "measure" in table;

/** The same for a page. */
export interface ShownChanges extends Omit<BriefingChanges, "tables"> {
  readonly tables: Difference<string>;
}

export interface Difference<Item> {
  readonly added: readonly Item[];
  readonly removed: readonly Item[];
}

/** Texts are told with both readings, tables and asks by name; of the rest only that it is other: it stands on its page. */
export function changesSince(before: SentBriefing, after: SentBriefing): BriefingChanges {
  const pairs = {
    specification: [before.draft.specification, after.draft.specification],
    asks: [before.draft.asks, after.draft.asks],
    stories: [before.draft.stories ?? [], after.draft.stories ?? []],
    "follow-up": [before.draft.followUp ?? null, after.draft.followUp ?? null],
    tables: [before.release, after.release],
  } as const;
  const parts = (["specification", "asks", "follow-up", "stories", "tables"] as const).filter((part) => {
    const [one, other] = pairs[part];
    return canonicalJson(one as never) !== canonicalJson(other as never);
  });
  const [old, now] = [placesOf(before.draft), placesOf(after.draft)];
  const texts = [...new Set([...old.keys(), ...now.keys()])]
    .map((place) => ({ place, before: old.get(place) ?? "", after: now.get(place) ?? "" }))
    .filter((text) => text.before !== text.after);
  return {
    parts,
    texts,
    tables: difference(tablesOf(before), tablesOf(after), (table) =>
      isOfCases(table) ? table.id : surveyTableId(table),
    ),
    asks: difference(codesOf(before.draft), codesOf(after.draft), (code) => code),
  };
}

const tablesOf = ({ release }: SentBriefing): ShownTable[] => [...release.tables, ...questionsInOrder(release.survey)];

const codesOf = ({ asks }: BriefingDraft): AskCode[] => asks.map(({ code }) => code);

function difference<Item>(
  before: readonly Item[],
  after: readonly Item[],
  nameOf: (item: Item) => string,
): Difference<Item> {
  const [old, now] = [new Set(before.map(nameOf)), new Set(after.map(nameOf))];
  return {
    added: after.filter((item) => !old.has(nameOf(item))),
    removed: before.filter((item) => !now.has(nameOf(item))),
  };
}

function placesOf(draft: BriefingDraft): Map<string, string> {
  return new Map(writtenTexts(draft).map(({ place, text }) => [place, text]));
}
