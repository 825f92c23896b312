import type { Refusal } from "./refusal.ts";

/** What a careful person can run into is a value: either the answer, or a refusal that explains itself. */
export type Result<T, R extends Refusal = Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R };

export function ok(): Result<undefined, never>;
export function ok<T>(value: T): Result<T, never>;
export function ok<T>(value?: T): Result<T | undefined, never> {
  return { ok: true, value };
}

/** An ordinary no. Whoever gets it decides what a page or a command makes of it. */
export function refuse<const R extends Refusal>(refusal: R): Result<never, R> {
  return { ok: false, refusal };
}

/**
 * The value where everything is in order and a refusal can only be a bug: setting up, demonstrations, tests.
 * @throws Error naming the refusal
 */
export function valueFrom<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
}
