import { DEFAULT_LOCALE, isLocale, type Locale } from "./locales.ts";

export const LOCALE_COOKIE = "locale";

/**
 * The language of an answer: what the reader chose, else the first of ours the browser asks for, else English.
 * @param cookie         the `Cookie` header
 * @param acceptLanguage the `Accept-Language` header, such as `fr-CH, fr;q=0.9, en;q=0.8`
 */
export function negotiateLocale(cookie: string | null, acceptLanguage: string | null): Locale {
  return localeInCookie(cookie) ?? localeAskedFor(acceptLanguage) ?? DEFAULT_LOCALE;
}

/** In the address of a form that was sent only to be read in another language: the cookie comes with the answer. */
export const LANGUAGE_PARAMETER = "language";

/** The language in which a request is answered. */
export function localeOf({ headers, url }: Pick<Request, "headers" | "url">): Locale {
  return localeIn(url) ?? negotiateLocale(headers.get("Cookie"), headers.get("Accept-Language"));
}

/** The language that an address asks for, or null. */
export function localeIn(url: string): Locale | null {
  const asked = new URL(url).searchParams.get(LANGUAGE_PARAMETER) ?? undefined;
  return isLocale(asked) ? asked : null;
}

/** A year, so that the choice outlives the visit; nothing in it tells one French reader from another. */
export function localeCookie(locale: Locale, secure: boolean): string {
  return `${LOCALE_COOKIE}=${locale}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}

function localeInCookie(header: string | null): Locale | null {
  const found = /(?:^|;\s*)locale=([a-z]{2})(?:;|$)/.exec(header ?? "")?.[1];
  return isLocale(found) ? found : null;
}

function localeAskedFor(header: string | null): Locale | null {
  const wishes = (header ?? "").slice(0, 500).split(",").map(parseWish);
  const ours = wishes.filter((wish): wish is Wish => wish !== null && wish.weight > 0);
  return ours.sort((a, b) => b.weight - a.weight)[0]?.locale ?? null;
}

interface Wish {
  readonly locale: Locale;
  readonly weight: number;
}

function parseWish(text: string): Wish | null {
  const [tag = "", ...parameters] = text.trim().toLowerCase().split(";");
  const locale = tag.trim().split("-")[0];
  const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
  return isLocale(locale) ? { locale, weight: quality === undefined ? 1 : Number(quality) || 0 } : null;
}
