import type { Answers, Value } from "#app/features/surveys/instruments/answer-value.ts";
import { rowsIn } from "#app/features/surveys/instruments/answer-value.ts";
import { findQuestion, type Instrument } from "#app/features/surveys/instruments/instrument.ts";
import { isApart } from "#app/features/surveys/instruments/kinds.ts";
import { routed } from "#app/features/surveys/instruments/routing.ts";

export interface Dropped {
  readonly question: string;
  /** only these rows of it; none where the whole answer goes */
  readonly rows: readonly string[];
}

export interface Kept {
  readonly answers: Answers;
  /** to be told to whoever sends */
  readonly dropped: readonly Dropped[];
}

/** What is sent: answers to what is asked. Doing it again drops nothing more. */
export function dropUnreachable(instrument: Instrument, answers: Answers): Kept {
  const kept = routed(instrument, answers).answers;
  const dropped = Object.entries(answers).flatMap(([question, value]) => droppedOf(question, value, kept[question]));
  return { answers: kept, dropped };
}

function droppedOf(question: string, before: Value, after: Value | undefined): readonly Dropped[] {
  if (after === undefined) return [{ question, rows: [] }];
  const [then, now] = [rowsIn(before), rowsIn(after)];
  const rows = then && now ? Object.keys(then).filter((row) => !Object.hasOwn(now, row)) : [];
  return rows.length > 0 ? [{ question, rows }] : [];
}

/** Answers that are sealed to somebody else, such as a way to be reached, and all others. */
export function partedAnswers(instrument: Instrument, answers: Answers): { answers: Answers; apart: Answers } {
  const isKeptApart = (name: string) => {
    const question = findQuestion(instrument, name);
    return question !== null && isApart(question);
  };
  const only = (wanted: boolean) =>
    Object.fromEntries(Object.entries(answers).filter(([name]) => isKeptApart(name) === wanted));
  return { answers: only(false), apart: only(true) };
}
