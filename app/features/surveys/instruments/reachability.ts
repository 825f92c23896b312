import { isCarried } from "./choices.ts";
import { type Atom, atomsOf, type Condition, holdsBy } from "./condition.ts";
import type { Fault } from "./fault.ts";
import type { Instrument, Page, Question } from "./instrument.ts";
import { rowsSourceOf } from "./kinds.ts";
import { rowCodes } from "./offered-rows.ts";
import { MOST_STATES, masksOf, type ReachAtom } from "./reach-atoms.ts";

/** What somebody may have said so far, as the set of all atoms that are true of it. */
type State = bigint;
type States = ReadonlySet<State>;

/** How many conditions are looked at before the walk is given up: some seconds, for a file that somebody may have sent. */
const MOST_STEPS = 1_000_000;

/** Bit 0 tells that the page has shown something; the atoms have the bits above it. */
const SHOWN: State = 1n;

/**
 * Which questions somebody can really be asked.
 *
 * An answer matters to routing only by which conditions it makes true. Each possible answer to a question is therefore
 * a set of atoms, and all that respondents can have said by any point is a set of such sets. One walk through the
 * instrument carries these states along, forgets atoms that nobody will look at again, and sees for each question
 * whether any state shows it. One thing is not followed: which rows of a matrix were carried from before. Such a matrix
 * counts as having any of them, so a question may pass as reachable here and never be shown; the reverse cannot happen.
 */
export function reachFaults(instrument: Instrument): readonly Fault[] {
  const atoms = new AtomTable(instrument);
  const faults: Fault[] = [];
  let states: States = new Set([0n]);
  for (const page of instrument.pages) {
    const walked = walkPage(instrument, page, states, atoms);
    if (walked === null) return [...faults, { code: "too-complex", page: page.name }];
    faults.push(...walked.faults);
    states = walked.states;
  }
  return faults;
}

function walkPage(instrument: Instrument, page: Page, before: States, atoms: AtomTable) {
  const holdsIn = (condition: Condition | undefined, state: State) =>
    condition === undefined || holdsBy(condition, (atom) => (state & atoms.bitOf(atom)) !== 0n);
  if (!atoms.takes(before.size * atomsOf(page.shownWhen).length)) return null;
  const passing = [...before].filter((state) => !holdsIn(page.shownWhen, state));
  let states: States = new Set([...before].filter((state) => holdsIn(page.shownWhen, state)));
  const unreached: string[] = [];
  for (const question of page.questions) {
    const carried = atoms.carriedInto(question);
    const isShown = (state: State) =>
      holdsIn(question.shownWhen, state) && (carried === null || (state & atoms.bitOf(carried)) !== 0n);
    if (!atoms.takes(states.size * (1 + atomsOf(question.shownWhen).length))) return null;
    const masks = masksOf(
      instrument,
      question,
      atoms.about(question.name),
      (atom) => atoms.bitOf(atom),
      (steps) => atoms.takes(steps),
    );
    if (masks === null || !atoms.takes(states.size * masks.size)) return null;
    if (![...states].some(isShown)) unreached.push(question.name);
    const next = new Set<State>();
    for (const state of states) {
      if (!isShown(state)) next.add(state);
      else for (const mask of masks) next.add(state | mask | SHOWN);
      if (next.size > MOST_STATES) return null;
    }
    states = next;
  }
  const ended = new Set<State>();
  const faults: Fault[] = placeFaults(page, unreached);
  for (const { name, when } of page.ends ?? []) {
    if (!atoms.takes(states.size * atomsOf(when).length)) return null;
    const here = [...states].filter((state) => (state & SHOWN) !== 0n && holdsIn(when, state));
    if (here.every((state) => ended.has(state))) faults.push({ code: "unreachable-end", page: page.name, item: name });
    for (const state of here) ended.add(state);
  }
  const goingOn = [...passing, ...[...states].filter((state) => !ended.has(state))];
  return { faults, states: new Set(goingOn.map((state) => state & atoms.neededAfter(page))) };
}

/** A page of which nothing can be reached is told once, not question by question. */
function placeFaults(page: Page, unreached: readonly string[]): Fault[] {
  if (page.questions.length > 0 && unreached.length === page.questions.length)
    return [{ code: "unreachable-page", page: page.name }];
  return unreached.map((question) => ({ code: "unreachable-question", page: page.name, question }));
}

/** The atoms of an instrument, a bit for each, and how long each is looked at. */
class AtomTable {
  private steps = 0;
  private readonly seen = new WeakMap<ReachAtom | Atom, State>();
  private readonly bits = new Map<string, State>();
  private readonly byQuestion = new Map<string, ReachAtom[]>();
  private readonly carried = new Map<string, ReachAtom>();
  private readonly needed = new Map<string, State>();

  constructor(instrument: Instrument) {
    const used = instrument.pages.map((page) => this.usedOn(instrument, page));
    instrument.pages.forEach((page, at) => {
      this.needed.set(
        page.name,
        used.slice(at + 1).reduce((mask, more) => mask | more, 0n),
      );
    });
  }

  bitOf(atom: ReachAtom | Atom): State {
    const seen = this.seen.get(atom);
    if (seen !== undefined) return seen;
    const bit = this.bitByText(atom);
    this.seen.set(atom, bit);
    return bit;
  }

  /** @returns false once the walk has taken as long as it may */
  takes(steps: number): boolean {
    this.steps += steps;
    return this.steps <= MOST_STEPS;
  }

  private bitByText(atom: ReachAtom | Atom): State {
    const key = JSON.stringify(atom);
    const known = this.bits.get(key);
    if (known !== undefined) return known;
    const bit = SHOWN << BigInt(this.bits.size + 1);
    this.bits.set(key, bit);
    this.byQuestion.set(atom.question, [...this.about(atom.question), atom]);
    return bit;
  }

  about(question: string): readonly ReachAtom[] {
    return this.byQuestion.get(question) ?? [];
  }

  carriedInto({ name }: Question): ReachAtom | null {
    return this.carried.get(name) ?? null;
  }

  /** What later pages look at; all else need not be told apart any longer. */
  neededAfter({ name }: Page): State {
    return this.needed.get(name) ?? 0n;
  }

  private usedOn(instrument: Instrument, page: Page): State {
    for (const question of page.questions) {
      const rows = rowsSourceOf(question);
      if (!rows || !isCarried(rows)) continue;
      const codes = rowCodes(instrument, question);
      this.carried.set(question.name, { op: "carries", question: rows.from, where: rows.where, rows: codes });
    }
    const conditions = [page.shownWhen, ...page.questions.map(({ shownWhen }) => shownWhen)];
    const atoms: readonly ReachAtom[] = [
      ...conditions.flatMap(atomsOf),
      ...(page.ends ?? []).flatMap(({ when }) => atomsOf(when)),
      ...page.questions.flatMap(({ name }) => this.carried.get(name) ?? []),
    ];
    return atoms.reduce((mask, atom) => mask | this.bitOf(atom), 0n);
  }
}
