import type { Json } from "#app/kernel/json.ts";

/**
 * One text for one value, whatever the order in which its parts were put together: object members sorted by UTF-16 code
 * units, no white space, numbers and strings as ECMAScript writes them.
 * @throws RangeError for a number or a text that JSON cannot carry (NaN, infinities, lone surrogates)
 * @see RFC 8785, JSON Canonicalization Scheme
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  if (typeof value === "object" && value !== null) return `{${members(value as Record<string, Json>).join()}}`;
  if (typeof value === "string" && /\p{Surrogate}/u.test(value)) throw new RangeError("a lone surrogate has no UTF-8");
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError("not a number of JSON");
  return JSON.stringify(value);
}

function members(object: Readonly<Record<string, Json>>): string[] {
  return Object.keys(object)
    .sort()
    .map((name) => `${canonicalJson(name)}:${canonicalJson(object[name] as Json)}`);
}
