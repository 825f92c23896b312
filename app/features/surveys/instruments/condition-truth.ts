import { type Answers, codesIn, isDeclined, rowsIn } from "./answer-value.ts";
import { type Atom, type Condition, holdsBy } from "./condition.ts";

/** Whether a condition holds of answers that were really asked for. Total: a kind it does not fit makes it false. */
export function holds(condition: Condition | undefined, answers: Answers): boolean {
  return condition === undefined || holdsBy(condition, (atom) => isTrue(atom, answers));
}

function isTrue(atom: Atom, answers: Answers): boolean {
  const value = Object.hasOwn(answers, atom.question) ? answers[atom.question] : undefined;
  if (value === undefined || isDeclined(value)) return false;
  switch (atom.op) {
    case "answered":
      return true;
    case "equals":
      return value === atom.value;
    case "includes":
      return typeof value !== "string" && codesIn(value).includes(atom.value);
    case "more-than":
      return typeof value === "number" && value > atom.value;
    case "any-row":
      return Object.entries(rowsIn(value) ?? {}).some(
        ([row, said]) => (atom.rows?.includes(row) ?? true) && atom.values.includes(String(said)),
      );
  }
}
