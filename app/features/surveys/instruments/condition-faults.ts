import { valuesOf } from "./answer-codes.ts";
import { isCarried } from "./choices.ts";
import { type Atom, atomsOf, type Condition, questionsIn } from "./condition.ts";
import type { Fault } from "./fault.ts";
import { findQuestion, type Instrument, type Page, type Question, questionsOf } from "./instrument.ts";
import { isApart, KIND_FACTS, rowsSourceOf } from "./kinds.ts";
import { rowCodes } from "./offered-rows.ts";

/** A condition or a carried row, and the questions that are known by then. */
interface Reference {
  readonly page: string;
  readonly question?: string;
  readonly names: readonly string[];
  readonly condition?: Condition | undefined;
  readonly known: ReadonlySet<string>;
  /** looks at an answer that is kept apart without being kept apart itself */
  readonly mayUseApart: boolean;
}

/** What is wrong with conditions: they may look back only, at questions that exist, and at answers that can be given. */
export function conditionFaults(instrument: Instrument): readonly Fault[] {
  const circles = new Map<string, string>();
  for (const circle of circlesIn(instrument)) for (const name of circle) circles.set(name, circle.join(" → "));
  return referencesOf(instrument).flatMap((reference) => {
    const { page, question } = reference;
    const place = question === undefined ? { page } : { page, question };
    return [
      ...reference.names.flatMap((name) => nameFault(instrument, reference, name, circles) ?? []),
      ...atomsOf(reference.condition).flatMap((atom) => atomFaults(instrument, atom)),
    ].map((fault) => ({ ...fault, ...place }));
  });
}

function referencesOf(instrument: Instrument): readonly Reference[] {
  const known = new Set<string>();
  return instrument.pages.flatMap((page) => {
    const found: Reference[] = [];
    const add = (condition: Condition | undefined, more: Partial<Reference>) =>
      found.push({
        page: page.name,
        names: questionsIn(condition),
        condition,
        known: new Set(known),
        mayUseApart: false,
        ...more,
      });
    add(page.shownWhen, {});
    for (const question of page.questions) {
      const shared = { question: question.name, mayUseApart: isApart(question) };
      add(question.shownWhen, shared);
      const rows = rowsSourceOf(question);
      if (rows && isCarried(rows)) add(undefined, { ...shared, names: [rows.from] });
      known.add(question.name);
    }
    for (const end of page.ends ?? []) add(end.when, {});
    return found;
  });
}

function nameFault(
  instrument: Instrument,
  { known, question, mayUseApart }: Reference,
  name: string,
  circles: ReadonlyMap<string, string>,
): Fault | null {
  const found = findQuestion(instrument, name);
  if (!found) return { code: "question-unknown", item: name };
  const circle = question === undefined ? undefined : circles.get(question);
  if (!known.has(name)) return circle ? { code: "circle", item: circle } : { code: "forward-reference", item: name };
  return isApart(found) && !mayUseApart ? { code: "depends-on-apart", item: name } : null;
}

function atomFaults(instrument: Instrument, atom: Atom): readonly Fault[] {
  const question = findQuestion(instrument, atom.question);
  if (!question) return [];
  if (!KIND_FACTS[question.kind].ops.includes(atom.op)) return [{ code: "condition-misfit", item: atom.question }];
  const { values, rows } = codesNamed(atom);
  const known = { values: valuesOf(question), rows: rowCodes(instrument, question) };
  return [
    ...values.filter((value) => !known.values.includes(value)),
    ...rows.filter((row) => !known.rows.includes(row)),
  ].map((item): Fault => ({ code: "condition-value-unknown", item: `${atom.question}: ${item}` }));
}

function codesNamed(atom: Atom): { readonly values: readonly string[]; readonly rows: readonly string[] } {
  if (atom.op === "any-row") return { values: atom.values, rows: atom.rows ?? [] };
  return { values: atom.op === "equals" || atom.op === "includes" ? [atom.value] : [], rows: [] };
}

/** Rings of questions each of which waits for the next one's answer, by name from the first in the instrument. */
function circlesIn(instrument: Instrument): readonly (readonly string[])[] {
  const waitsFor = new Map(
    instrument.pages.flatMap((page) =>
      page.questions.map((question) => [question.name, waits(page, question)] as const),
    ),
  );
  const rings = new Map<string, readonly string[]>();
  for (const { name } of questionsOf(instrument)) {
    const ring = ringFrom(name, waitsFor);
    const members = [...new Set(ring)].sort().join();
    if (ring && !rings.has(members)) rings.set(members, ring);
  }
  return [...rings.values()];
}

function waits(page: Page, question: Question): readonly string[] {
  const rows = rowsSourceOf(question);
  return [
    ...questionsIn(page.shownWhen),
    ...questionsIn(question.shownWhen),
    ...(rows && isCarried(rows) ? [rows.from] : []),
  ];
}

/** The shortest way from a question back to itself. */
function ringFrom(start: string, waitsFor: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const name of queue) {
    for (const next of waitsFor.get(name) ?? []) {
      if (next === start) return [...backTo(start, name, cameFrom), start];
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, name);
      queue.push(next);
    }
  }
  return null;
}

function backTo(start: string, end: string, cameFrom: ReadonlyMap<string, string>): readonly string[] {
  const way = [end];
  while (way[0] !== start) way.unshift(cameFrom.get(way[0]!)!);
  return way;
}
