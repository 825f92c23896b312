import { expect, test } from "vitest";
import { labelOf } from "#app/features/briefings/figures/briefing-labels.server.ts";
import { periodQuarters, periodYears } from "#app/features/briefings/figures/periods.ts";
import { LOCALES } from "#app/i18n/locales.ts";

test.each(LOCALES)("every period has a name of its own in %s", (locale) => {
  const codes = [...new Set([...periodYears(2026), ...periodQuarters(2026)])];
  const names = codes.map((code) => labelOf("period", code, locale));
  expect(new Set(names).size).toBe(codes.length);
  for (const [place, code] of codes.entries()) expect(names[place]).toContain(code.match(/\d{4}/)?.[0]);
});
