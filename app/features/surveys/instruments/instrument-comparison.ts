import { canonicalJson } from "#app/kernel/canonical-json.ts";
import type { Json } from "#app/kernel/json.ts";
import { valuesOf } from "./answer-codes.ts";
import { choicesOf, isCarried } from "./choices.ts";
import type { Instrument, Question } from "./instrument.ts";
import { optionsSourceOf, rowsSourceOf } from "./kinds.ts";
import { movedQuestions } from "./moved-questions.ts";
import { rowCodes } from "./offered-rows.ts";
import { textsOfQuestion } from "./translation-faults.ts";

/** What can change about a question. */
export const CHANGES = [
  "added",
  "removed",
  "moved",
  "reworded",
  "kind-changed",
  "options-added",
  "options-removed",
  "rows-added",
  "rows-removed",
  "order-of-options-changed",
  "routing-changed",
  "limits-changed",
  "now-required",
  "no-longer-required",
  "may-be-declined",
  "may-not-be-declined",
] as const;
export type Change = (typeof CHANGES)[number];

/**
 * Whether figures of both versions may stand side by side: `same`; `with-care`, where the wording, the choice or who
 * is asked has changed and a reader must be told; `no`, where the answers are of another kind or there is only one side.
 */
export type Comparable = "same" | "with-care" | "no";

export interface QuestionDifference {
  readonly question: string;
  readonly changes: readonly Change[];
  readonly comparable: Comparable;
  /** codes that came or went */
  readonly codes: readonly string[];
}

const COMPARABLE: Record<Change, Comparable> = {
  added: "no",
  removed: "no",
  moved: "same",
  reworded: "with-care",
  "kind-changed": "no",
  "options-added": "with-care",
  "options-removed": "with-care",
  "rows-added": "same",
  "rows-removed": "same",
  "order-of-options-changed": "with-care",
  "routing-changed": "with-care",
  "limits-changed": "with-care",
  "now-required": "with-care",
  "no-longer-required": "with-care",
  "may-be-declined": "with-care",
  "may-not-be-declined": "with-care",
};

/** What a new version changes, question by question: those of the new one in its order, then those that are gone. */
export function compareInstruments(before: Instrument, after: Instrument): readonly QuestionDifference[] {
  const [old, fresh] = [placed(before), placed(after)];
  const moved = movedQuestions(old, fresh);
  const changed = [...fresh].map(([name, now]) => {
    const then = old.get(name);
    if (!then) return difference(name, ["added"], []);
    const { changes, codes } = questionChanges({ before, after, then, now });
    return difference(name, moved.has(name) ? ["moved", ...changes] : changes, codes);
  });
  const gone = [...old.keys()].filter((name) => !fresh.has(name)).map((name) => difference(name, ["removed"], []));
  return [...changed, ...gone].filter(({ changes }) => changes.length > 0);
}

function difference(question: string, changes: readonly Change[], codes: readonly string[]): QuestionDifference {
  const verdicts = changes.map((change) => COMPARABLE[change]);
  const comparable = (["no", "with-care"] as const).find((verdict) => verdicts.includes(verdict)) ?? "same";
  return { question, changes, comparable, codes };
}

interface Placed {
  readonly question: Question;
  readonly page: string;
  /** everything on which being asked depends, as one text */
  readonly routing: string;
}

/** An end takes all questions behind it away: where it changes, so does who is asked. */
function placed({ pages }: Instrument): ReadonlyMap<string, Placed> {
  const ends: Json[] = [];
  return new Map(
    pages.flatMap((page) => {
      const routing = (question: Question) => {
        const rows = rowsSourceOf(question);
        return text([page.shownWhen, question.shownWhen, rows && isCarried(rows) ? rows : null, [...ends]]);
      };
      const here = page.questions.map(
        (question) => [question.name, { question, page: page.name, routing: routing(question) }] as const,
      );
      ends.push(...(page.ends ?? []).map(({ when }) => when as unknown as Json));
      return here;
    }),
  );
}

const text = (value: unknown): string => canonicalJson(JSON.parse(JSON.stringify(value)) as Json);

interface Both {
  readonly before: Instrument;
  readonly after: Instrument;
  readonly then: Placed;
  readonly now: Placed;
}

function questionChanges({ before, after, then, now }: Both) {
  const [old, fresh] = [then.question, now.question];
  const options = listChanges(valuesOf(old), valuesOf(fresh));
  const rows = listChanges(rowCodes(before, old), rowCodes(after, fresh));
  const required = [flag(old, "required"), flag(fresh, "required")] as const;
  const decline = [flag(old, "mayDecline"), flag(fresh, "mayDecline")] as const;
  const all: readonly (readonly [Change, boolean])[] = [
    ["kind-changed", old.kind !== fresh.kind],
    ["reworded", isReworded(old, fresh)],
    ["options-added", options.added.length > 0],
    ["options-removed", options.removed.length > 0],
    ["order-of-options-changed", options.isReordered],
    ["rows-added", rows.added.length > 0],
    ["rows-removed", rows.removed.length > 0],
    ["routing-changed", then.routing !== now.routing],
    ["limits-changed", limits(old) !== limits(fresh)],
    ["now-required", !required[0] && required[1]],
    ["no-longer-required", required[0] && !required[1]],
    ["may-be-declined", !decline[0] && decline[1]],
    ["may-not-be-declined", decline[0] && !decline[1]],
  ];
  const codes = [...options.added, ...options.removed, ...rows.added, ...rows.removed];
  return { changes: all.filter(([, is]) => is).map(([change]) => change), codes };
}

const flag = (question: Question, name: "required" | "mayDecline") =>
  name in question && question[name as never] === true;
function listChanges(before: readonly string[], after: readonly string[]) {
  const kept = before.filter((code) => after.includes(code));
  return {
    added: after.filter((code) => !before.includes(code)),
    removed: before.filter((code) => !after.includes(code)),
    isReordered: kept.join() !== after.filter((code) => before.includes(code)).join(),
  };
}

/** Only texts that both have: a new option brings its words along. */
function isReworded(old: Question, fresh: Question): boolean {
  const words = (question: Question) =>
    new Map(textsOfQuestion(question).map(({ item, words }) => [item, text(words)]));
  const [then, now] = [words(old), words(fresh)];
  const isHelpNew = then.has("help") !== now.has("help");
  return isHelpNew || [...now].some(([item, said]) => then.has(item) && then.get(item) !== said);
}

const LIMITS = ["least", "most", "decimals", "earliest", "latest", "atMost", "places", "countries", "unsure"] as const;

function limits(question: Question): string {
  const known = question as Readonly<Record<string, unknown>>;
  const exclusive = choicesOf(optionsSourceOf(question) ?? []).filter((choice) => choice.exclusive);
  return text([LIMITS.map((name) => known[name] ?? null), exclusive.map(({ code }) => code)]);
}
