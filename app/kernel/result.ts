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

export function refuse<const R extends Refusal>(refusal: R): Result<never, R> {
  return { ok: false, refusal };
}
