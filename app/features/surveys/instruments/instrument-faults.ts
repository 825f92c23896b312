import { choiceFaults } from "./choice-faults.ts";
import { conditionFaults } from "./condition-faults.ts";
import type { Fault } from "./fault.ts";
import type { Instrument, Question } from "./instrument.ts";
import { reachFaults } from "./reachability.ts";
import { translationFaults } from "./translation-faults.ts";

/** All that is wrong with an instrument, each with its place. Nothing that has faults is published. */
export function faultsOf(instrument: Instrument): readonly Fault[] {
  const referring = conditionFaults(instrument);
  return [
    ...nameFaults(instrument),
    ...instrument.pages.flatMap((page) =>
      page.questions.flatMap((question) =>
        [...choiceFaults(instrument, question), ...limitFaults(question)].map((fault) => ({
          ...fault,
          page: page.name,
          question: question.name,
        })),
      ),
    ),
    ...referring,
    // What can be reached is only a question where every condition says something.
    ...(referring.length === 0 ? reachFaults(instrument) : []),
    ...translationFaults(instrument),
  ];
}

/** Pages, questions and ends share one space of names: each becomes an address, a field or a key of its own. */
function nameFaults(instrument: Instrument): readonly Fault[] {
  const named: Fault[] = instrument.pages.flatMap((page) => [
    { code: "name-twice", page: page.name, item: page.name } as const,
    ...(page.ends ?? []).map(({ name }) => ({ code: "name-twice", page: page.name, item: name }) as const),
  ]);
  const asked: Fault[] = instrument.pages.flatMap((page) =>
    page.questions.map(({ name }) => ({ code: "name-twice", page: page.name, question: name, item: name }) as const),
  );
  const empty: Fault[] = instrument.pages
    .filter(({ questions }) => questions.length === 0)
    .map(({ name }) => ({ code: "page-empty", page: name }));
  return [...repeated(named), ...repeated(asked), ...empty];
}

function repeated(faults: readonly Fault[]): readonly Fault[] {
  const seen = new Set<string>();
  return faults.filter(({ item }) => (seen.has(item!) ? true : !seen.add(item!)));
}

function limitFaults(question: Question): readonly Fault[] {
  return crossed(question) ? [{ code: "limits-crossed" }] : [];
}

function crossed(question: Question): boolean {
  switch (question.kind) {
    case "number":
    case "number-by-row":
      return question.least !== undefined && question.most !== undefined && question.least > question.most;
    case "quarter":
    case "quarter-by-row":
      return question.earliest !== undefined && question.latest !== undefined && question.earliest > question.latest;
    default:
      return false;
  }
}
