import { z } from "zod";
import { DIMENSIONS } from "#app/features/briefings/figures/dimensions.ts";
import { isOfMoney, moneyIn, QUANTITY_KINDS } from "#app/features/briefings/figures/quantities.ts";
import {
  choiceFrom,
  MEASURES,
  type Measure,
  type TableChoice,
  tableChoiceSchema,
  tableChoicesSchema,
  withBases,
} from "#app/features/briefings/figures/table-choice.ts";
import { CURRENCIES } from "#app/kernel/money.ts";
import { recordVersion } from "#app/kernel/record-version.ts";
import { ticked } from "#app/kernel/ticked.ts";

const choice = z.string().transform((text, { addIssue }): TableChoice => {
  const read = choiceFrom(text);
  if (read) return read;
  addIssue({ code: "custom", message: "briefings.tables.none" });
  return z.NEVER;
});
const IS_OF: Partial<Record<Measure, true>> = { sum: true, medianBand: true };
/** Where what is said about a new table is mended. */
const FIELD_OF: Readonly<Record<string, string>> = {
  "briefings.tables.quantity": "of",
  "briefings.tables.sum-of-days": "of",
  "briefings.tables.share-of-what": "columns",
  "briefings.tables.none": "tables",
  "briefings.tables.too-many": "tables",
};
const dimension = z.union([z.literal(""), z.enum(DIMENSIONS)]).default("");

/** The tables that stay on the list, and one more where its rows are given. */
export const tableChoiceForm = z
  .object({
    recordVersion,
    tables: ticked(choice),
    measure: z.enum(MEASURES),
    of: z.union([z.literal(""), z.enum(QUANTITY_KINDS)]).default(""),
    currency: z.union([z.literal(""), z.enum(CURRENCIES)]).default(""),
    rows: dimension,
    columns: dimension,
    /** `severity=high`, or empty for all */
    only: z
      .string()
      .regex(/^(?:[a-z_]+=[A-Za-z0-9_-]+)?$/)
      .default(""),
    /** whether the list is wanted again afterwards, for one more */
    another: z.literal("yes").optional(),
  })
  .transform(({ recordVersion, tables, measure, of, currency, rows, columns, only, another }, { addIssue }) => {
    const [filtered, code] = only.split("=");
    const needsCurrency = IS_OF[measure] && of !== "" && isOfMoney(of);
    if (rows !== "" && needsCurrency && currency === "")
      addIssue({ code: "custom", path: ["currency"], message: "briefings.tables.currency" });
    const wanted = {
      measure,
      // These fields stand there for every measure and are looked at where they matter.
      ...(IS_OF[measure] && of && { of: isOfMoney(of) ? moneyIn(of, currency) : of }),
      dimensions: [rows, columns].filter(Boolean),
      where: code ? { dimension: filtered, code } : null,
    };
    const added = rows === "" ? null : tableChoiceSchema.safeParse(wanted);
    const choices = tableChoicesSchema.safeParse(withBases([...tables, ...(added?.success ? [added.data] : [])]));
    const isHalf = rows === "" && [columns, only, of].some(Boolean);
    const message = isHalf
      ? "briefings.tables.rows-missing"
      : (added?.error?.issues[0] ?? choices.error?.issues[0])?.message;
    const fields: typeof FIELD_OF = { ...FIELD_OF, "briefings.tables.same-subject": columns ? "columns" : "only" };
    if (message) addIssue({ code: "custom", path: [fields[message] ?? "rows"], message });
    return { recordVersion, choices: choices.data ?? [], isOneOfMore: another === "yes" };
  });
