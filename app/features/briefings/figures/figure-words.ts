import type { Formats } from "#app/i18n/formats.ts";
import type { Text } from "#app/i18n/text.tsx";
import type { FigureCell } from "./figure-cell.ts";
import { currencyOf, kindOf, type Quantity } from "./quantities.ts";

interface Words {
  readonly t: Text;
  readonly formats: Formats;
}
type Said = Pick<FigureCell, "value" | "band">;

/** What one printed cell says by itself: a number, a share with its sign, money with its currency, a band. */
export function figureWords({ measure, of }: Pick<FigureCell, "measure" | "of">, cell: Said, words: Words): string {
  const { value, band } = cell;
  if (band && of) return bandWords(band, of, words);
  if (value === null) return words.t("briefings.table.withheld");
  // A share has its decimal where it is printed with one.
  if (measure === "share") return words.formats.percent(value / 100, Number.isInteger(value) ? 0 : 1);
  const currency = of ? currencyOf(of) : null;
  return currency ? `${words.formats.number(value)} ${currency}` : words.formats.number(value);
}

/** Between two ends, the lower one included; the first band begins at nought and the last has no end. */
function bandWords({ least, most }: NonNullable<Said["band"]>, of: Quantity, { t, formats }: Words): string {
  const currency = currencyOf(of) ?? "";
  const unit = (words: string) => t(`briefings.band.of-${kindOf(of)}`, { words, currency });
  const [from, to] = [formats.number(least), formats.number(most ?? 0)];
  if (most === null) return unit(t("briefings.band.from", { from }));
  return unit(least === 0 ? t("briefings.band.under", { to }) : t("briefings.band.between", { from, to }));
}
