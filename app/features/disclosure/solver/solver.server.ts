import loadHighs, { type Highs } from "highs";

/** HiGHS, loaded once a process. It blocks while it runs and its memory never shrinks: use it in a worker thread. */
let loading: Promise<Highs> | undefined;

export function loadSolver(): Promise<Highs> {
  loading ??= loadHighs();
  return loading;
}

export type Solver = Highs;

/** Its errors print 160 kB of minified source: only name and message may leave. */
export function plainError(error: unknown): Error {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return new Error(`${name}: ${message.slice(0, 300)}`);
}
