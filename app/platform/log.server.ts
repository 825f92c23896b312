import { newObjectName } from "#app/platform/crypto/random.server.ts";
import { now } from "./clock.server.ts";
import { env } from "./env.server.ts";

/** One answer. There is no field for an address, an id, a parameter or a person, and none may be added. */
export interface AnswerLine {
  /** The pattern, never the address: `cases/:caseId`. */
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly durationMs: number;
  readonly errorId?: string | undefined;
}

type DurationClass = "fast" | "normal" | "slow" | "very-slow";
const CLASSES: readonly (readonly [belowMs: number, name: DurationClass])[] = [
  [50, "fast"],
  [250, "normal"],
  [1000, "slow"],
];

/** One line an answer, with a class in the place of the duration: exact times could tell what a page held. */
export function logAnswer({ durationMs, errorId, ...line }: AnswerLine): void {
  write({ minute: minuteNow(), ...line, duration: durationClass(durationMs), ...(errorId && { error: errorId }) });
}

/**
 * What broke, without a word of what was being handled: the class of the error and the places in the program. The
 * message stays out, for it may quote what somebody typed.
 * @returns the random id under which the page and this line can be brought together
 */
export function logError(error: unknown): string {
  const id = newErrorId();
  const name = error instanceof Error ? error.constructor.name : typeof error;
  write({ minute: minuteNow(), error: id, name, at: placesIn(error) });
  return id;
}

/** Something of the process itself: a start, a stop. */
export function logEvent(event: string): void {
  write({ minute: minuteNow(), event });
}

export function durationClass(ms: number): DurationClass {
  return CLASSES.find(([below]) => ms < below)?.[1] ?? "very-slow";
}

/** Random, so that it says nothing of how many errors there were before. */
export function newErrorId(): string {
  return newObjectName().slice(0, 8);
}

function minuteNow(): string {
  return `${now().toISOString().slice(0, 16)}Z`;
}

const FRAME = /\(?(?:file:\/\/)?[^\s()]*?\/((?:app|build|node_modules)\/[^\s():]+:\d+)(?::\d+)?\)?$/;

function placesIn(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const frames = stack.split("\n").filter((line) => line.startsWith("    at "));
  return frames
    .map((line) => FRAME.exec(line)?.[1])
    .filter((place): place is string => place !== undefined)
    .slice(0, 4);
}

function write(line: Record<string, unknown>): void {
  if (env().LOG === "off") return;
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
