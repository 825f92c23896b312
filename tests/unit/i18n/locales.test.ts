import { describe, expect, test } from "vitest";
import { directionOf, LOCALES } from "#app/i18n/locales.ts";
import { localeCookie, negotiateLocale } from "#app/i18n/negotiate.ts";

describe("the language of an answer", () => {
  const cases: [string, string | null, string | null, string][] = [
    ["is the chosen one", "a=b; locale=ar; c=d", "fr", "ar"],
    ["is the first of ours that the browser asks for", null, "de-CH, fr-CH;q=0.9, es;q=0.8", "fr"],
    ["follows weights, not order", null, "es;q=0.2, fr;q=0.9", "fr"],
    ["leaves out what is not wanted", null, "fr;q=0, es", "es"],
    ["is English for whoever asks for none of ours", null, "de, ja;q=0.5", "en"],
    ["is English for whoever asks for nothing", null, null, "en"],
    ["ignores a cookie that is none of ours", "locale=xx", "es", "es"],
    ["ignores a cookie that only ends like ours", "my-locale=fr", "es", "es"],
    ["survives nonsense", "locale=%%%", ";;;q=x,,fr;q=nonsense,", "fr"],
  ];
  test.each(cases)("%s", (_name, cookie, accept, expected) => {
    expect(negotiateLocale(cookie, accept)).toBe(expected);
  });

  test("is remembered without a mark of the reader", () => {
    expect(localeCookie("fr", true)).toBe("locale=fr; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure");
  });

  test("has a direction", () => {
    expect(LOCALES.map(directionOf)).toEqual(["ltr", "ltr", "ltr", "rtl"]);
  });
});
