import { z } from "zod";
import { ok, type Result, refuse } from "#app/kernel/result.ts";

/** What was typed: a field that came once is a text, one that came several times is a list. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

const keptForm = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

const MOST_FIELDS = 200;
const MOST_CHARACTERS = 20_000;
/** Carries the fields of a form whose session had ended; it is as large as a whole form. */
export const KEPT_FIELD = "kept";

/**
 * Reads a native form post. The byte count was checked before the framework saw the request.
 * NUL and lone surrogates cannot be stored or shown anywhere, so they are dropped here, once.
 */
export async function readFormBody(request: Request): Promise<Result<FormValues>> {
  const pairs = [...new URLSearchParams(await request.text())];
  if (pairs.length > MOST_FIELDS) return refuse({ kind: "invalid", code: "form.too-many-fields" });
  const values = new Map<string, string | string[]>();
  for (const [name, raw] of pairs) {
    const text = raw.replaceAll("\0", "").toWellFormed();
    if (text.length > MOST_CHARACTERS && name !== KEPT_FIELD)
      return refuse({ kind: "invalid", code: "form.too-long", fields: { [name]: "form.too-long" } });
    const before = values.get(name);
    values.set(name, before === undefined ? text : [before, text].flat());
  }
  return ok(Object.fromEntries(values));
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
]);

export function withoutSecrets(values: FormValues): FormValues {
  return without(SECRET_FIELDS, values);
}

const TRANSIT_FIELDS: ReadonlySet<string> = new Set([...SECRET_FIELDS, KEPT_FIELD, "ticket"]);

/** What is kept of a form while somebody signs in again: neither secrets nor what an earlier sign-in kept. */
export function worthKeeping(values: FormValues): FormValues {
  return without(TRANSIT_FIELDS, values);
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
