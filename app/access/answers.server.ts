import { data } from "@remix-run/node";
import type { Refusal } from "#app/kernel/refusal.ts";
import { type FormValues, withoutSecrets } from "./form-body.server.ts";

/** What a page gets when its form was refused: why, and everything typed. */
export interface RefusedForm {
  readonly refusal: Refusal;
  readonly values: FormValues;
}

/** A handler's way to say no; the gate adds what was typed. */
export interface Refused {
  readonly refused: Refusal;
  readonly values?: FormValues;
}

/** @param values  what the form shall hold when it comes back, where that is not just what was typed */
export function refused(refusal: Refusal, values?: FormValues): Refused {
  return values ? { refused: refusal, values } : { refused: refusal };
}

const STATUS: Record<Refusal["kind"], number> = {
  invalid: 422,
  "not-found": 404,
  conflict: 409,
  "rate-limited": 429,
  busy: 503,
  kept: 200,
};

export function refusedForm(refusal: Refusal, values: FormValues) {
  if (refusal.kind === "not-found") throw notFound();
  const headers: HeadersInit =
    "retryAfterSeconds" in refusal ? { "Retry-After": String(refusal.retryAfterSeconds) } : {};
  const body: RefusedForm = { refusal, values: withoutSecrets(values) };
  return data(body, { status: STATUS[refusal.kind], headers });
}

/** The one answer for what is not there and for what is not for this person's eyes. */
export function notFound(): Response {
  return new Response(null, { status: 404 });
}
