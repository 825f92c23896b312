import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amountBand, CURRENCIES, formatAmount, isCurrency, MAX_AMOUNT_MINOR, parseAmount } from "#app/kernel/money.ts";

const minor = (text: string, currency = "EUR", locale?: string) => {
  const amount = parseAmount(text, currency, locale);
  return amount.ok ? amount.value : amount.refusal.code;
};

describe("an amount as it is typed", () => {
  test.each(["1234.50", "1,234.50", "1.234,50", "1 234,50", "1'234.50", "1\u202f234,50", "١٬٢٣٤٫٥٠", "1234,5"])(
    "%s is 1234 euros and 50 cents",
    (text) => expect(minor(text)).toBe(123_450),
  );

  test("groups thousands where one sign stands before three digits", () => {
    expect(minor("31.000")).toBe(3_100_000);
    expect(minor("1.234.567")).toBe(123_456_700);
    expect(minor("1,00,000.00", "INR")).toBe(10_000_000);
  });

  test("has as many decimals as its currency", () => {
    expect(minor("5000", "JPY")).toBe(5000);
    expect(minor("1.5", "JPY")).toBe("money.too-many-decimals");
    expect(minor("12.3456", "KWD")).toBe("money.too-many-decimals");
    expect(minor("1,500.250", "KWD")).toBe(1_500_250);
  });

  test("is not guessed where three digits can be thousands or decimals", () => {
    expect(minor("1.500", "TND")).toBe("money.ambiguous");
    expect(minor("1.500", "TND", "en")).toBe(1500);
    expect(minor("1.500", "TND", "es")).toBe(1_500_000);
  });

  test.each(["", "-5", "12a", "1,2,3", "1..5", "€5"])("%j is no amount", (text) => {
    expect(minor(text)).toBe("money.not-a-number");
  });

  test("has a largest size", () => {
    expect(minor("9999999999999999")).toBe("money.too-large");
  });

  test("is read back as it was written, in every language and currency", () => {
    const languages = fc.constantFrom("en", "fr", "es", "ar");
    const amounts = fc.integer({ min: 0, max: MAX_AMOUNT_MINOR });
    fc.assert(
      fc.property(amounts, fc.constantFrom(...CURRENCIES), languages, (amountMinor, currency, locale) => {
        const written = formatAmount({ amountMinor, currency }, locale);
        expect(minor(written, currency, locale)).toBe(amountMinor);
      }),
    );
  });
});

describe("a band", () => {
  test.each([
    [99_999, "lt_1k"],
    [100_000, "1k_10k"],
    [999_999, "1k_10k"],
    [25_000_000, "250k_1m"],
    [100_000_000, "gte_1m"],
  ] as const)("of %d cents is %s", (amountMinor, band) => {
    expect(amountBand({ amountMinor, currency: "EUR" })).toBe(band);
  });

  test("counts in the currency's own units", () => {
    expect(amountBand({ amountMinor: 1000, currency: "JPY" })).toBe("1k_10k");
  });
});

test("gold and test codes are no currencies a person can choose", () => {
  expect(["XAU", "XTS", "XXX"].some(isCurrency)).toBe(false);
  expect(["EUR", "XAF", "ILS"].every(isCurrency)).toBe(true);
});
