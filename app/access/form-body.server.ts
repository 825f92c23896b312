import { z } from "zod";
import { IN_LANGUAGE } from "#app/kernel/form-fields.ts";
import type { Refusal } from "#app/kernel/refusal.ts";

/** What was typed: a field that came once is a text, one that came several times is a list. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

const keptForm = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

const MOST_FIELDS = 200;
const MOST_CHARACTERS = 20_000;
/** Carries the fields of a form whose session had ended; it is as large as a whole form. */
export const KEPT_FIELD = "kept";

/** Names of the files that a form had when its session had ended: it waited without them. */
const LEFT_FIELD = "filesLeft";

/** A form as it came. Also one that cannot be taken keeps what was typed: it goes back to whoever wrote it. */
export interface FormBody {
  readonly values: FormValues;
  readonly refusal: Refusal | null;
}

/**
 * Reads a native form post. The byte count was checked before the framework saw the request.
 * NUL and lone surrogates cannot be stored or shown anywhere, so they are dropped here, once. Browsers send two
 * characters for the end of a line; people and schemas count one.
 */
export async function readFormBody(request: Request): Promise<FormBody> {
  return formBodyOf([...new URLSearchParams(await request.text())]);
}

export function formBodyOf(pairs: readonly (readonly [name: string, raw: string])[]): FormBody {
  if (pairs.length > MOST_FIELDS) return { values: {}, refusal: { kind: "invalid", code: "form.too-many-fields" } };
  const values = new Map<string, string | string[]>();
  const tooLong: Record<string, string> = {};
  for (const [name, raw] of pairs) {
    const text = raw.replaceAll("\0", "").replaceAll("\r\n", "\n").toWellFormed();
    if (text.length > MOST_CHARACTERS && name !== KEPT_FIELD) tooLong[name] = "refusal.form.too-long";
    const before = values.get(name);
    values.set(name, before === undefined ? text : [before, text].flat());
  }
  const isTooLong = Object.keys(tooLong).length > 0;
  return {
    values: Object.fromEntries(values),
    refusal: isTooLong ? { kind: "invalid", code: "form.too-long", fields: tooLong } : null,
  };
}

/** Fields that are never sent back to a page: what opens an account must not lie in a page's source. */
const SECRET_FIELDS: ReadonlySet<string> = new Set([
  "passphrase",
  "words",
  "words1",
  "words2",
  "words3",
  "code",
  "formToken",
  // A button that was pressed, and would be pressed again.
  IN_LANGUAGE,
]);

/** What may be drawn into a page again. */
export function withoutSecrets(values: FormValues): FormValues {
  return without(SECRET_FIELDS, values);
}

/** Whether the form only asks for its page in another language. */
export function asksForLanguage(values: FormValues): boolean {
  return Object.hasOwn(values, IN_LANGUAGE);
}

const TRANSIT_FIELDS: ReadonlySet<string> = new Set([...SECRET_FIELDS, KEPT_FIELD, "ticket"]);

/**
 * What is kept of a form while somebody signs in again: neither secrets nor what an earlier sign-in kept.
 * @param left  names of its files, which nothing can keep: the form must not go on without them unnoticed
 */
export function worthKeeping(values: FormValues, left: readonly string[] = []): FormValues {
  return { ...without(TRANSIT_FIELDS, values), ...(left.length > 0 && { [LEFT_FIELD]: left }) };
}

/** Names of files that did not come along with a form that was kept; empty where it had none. */
export function filesLeft(values: FormValues): readonly string[] {
  return [values[LEFT_FIELD] ?? []].flat();
}

/** A kept form, opened again. It comes from a request like everything else: what is no form has no fields. */
export function readKept(kept: string): FormValues {
  try {
    return keptForm.parse(JSON.parse(kept));
  } catch {
    return {};
  }
}

function without(fields: ReadonlySet<string>, values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !fields.has(name)));
}
