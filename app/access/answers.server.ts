import { data } from "@remix-run/node";
import type { Refusal } from "#app/kernel/refusal.ts";
import { type FormValues, withoutSecrets } from "./form-body.server.ts";

/** What a page gets when its form was refused: why, and everything typed. */
export interface RefusedForm {
  readonly refusal: Refusal;
  readonly values: FormValues;
}

/** A handler's way to say no; the gate adds what was typed. */
export interface Refused extends Besides {
  readonly refused: Refusal;
}

interface Besides {
  /** what the form holds by now where that is more than was typed, such as files that were taken with it */
  readonly holds?: FormValues;
  /** what the page is told besides */
  readonly told?: Readonly<Record<string, unknown>>;
}

export function refused(refusal: Refusal, besides: Besides = {}): Refused {
  return { refused: refusal, ...besides };
}

const STATUS: Record<Refusal["kind"], number> = {
  invalid: 422,
  "not-found": 404,
  conflict: 409,
  "rate-limited": 429,
  busy: 503,
  kept: 200,
};

export function refusedForm(refusal: Refusal, values: FormValues, told: Besides["told"] = {}) {
  if (refusal.kind === "not-found") throw notFound();
  const headers: HeadersInit =
    "retryAfterSeconds" in refusal ? { "Retry-After": String(refusal.retryAfterSeconds) } : {};
  const body: RefusedForm = { ...told, refusal, values: withoutSecrets(values) };
  return data(body, { status: STATUS[refusal.kind], headers });
}

/** The one answer for what is not there and for what is not for this person's eyes. */
export function notFound(): Response {
  return new Response(null, { status: 404 });
}
