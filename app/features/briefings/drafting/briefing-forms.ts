import { z } from "zod";
import { ASK_CODES, type AskCode } from "#app/features/briefings/asks.ts";
import {
  type AskChoice,
  type BriefingText,
  briefingTextSchema,
  type FigureChoice,
  figureSchema,
  specificationSchema,
} from "#app/features/briefings/briefing.ts";
import { SECTIONS } from "#app/features/briefings/figures/dimensions.ts";
import { LOCALES } from "#app/i18n/locales.ts";
import { recordVersion } from "#app/kernel/record-version.ts";
import { ticked } from "#app/kernel/ticked.ts";

const { session } = specificationSchema.shape;
const locales = ticked(z.enum(LOCALES));

/** What is published is for everybody, so a briefing always carries the mark that says so. */
const TLP = "tlp_clear";

export const newBriefingForm = z
  .object({ session, locales })
  .transform((form) => specificationSchema.parse({ ...form, tlp: TLP, figures: [] }));

/** A cell as the form sends it: `organisations-by-incident-group:account`, two codes parted by a plus sign. */
export const figureText = ({ table, codes }: FigureChoice): string => `${table}:${codes.join("+")}`;

const figure = z.string().transform((text, { addIssue }): FigureChoice => {
  const [table, codes = ""] = text.split(":");
  const read = figureSchema.safeParse({ table, codes: codes.split("+") });
  if (read.success) return read.data;
  addIssue({ code: "custom", message: "writing.reference.required" });
  return z.NEVER;
});

/** The field in which the picture of a table is chosen; empty for the usual one. */
export const chartField = (tableId: string) => `${CHART_FIELD}${tableId}`;
const CHART_FIELD = "chart-";

const chosenChart = z.tuple([z.string().startsWith(CHART_FIELD), z.string().min(1)]).transform(([name, kind]) => ({
  table: name.slice(CHART_FIELD.length),
  kind,
}));

/** Tables come and go, and so do their fields. What is no choice is left alone. */
function chartsIn(fields: object): unknown[] {
  return Object.entries(fields).flatMap((field) => {
    const read = chosenChart.safeParse(field);
    return read.success ? [read.data] : [];
  });
}

export const specificationForm = z
  .looseObject({
    recordVersion,
    session,
    locales,
    figures: ticked(figure).pipe(specificationSchema.shape.figures),
  })
  .transform(({ recordVersion, session, locales, figures, ...fields }, { addIssue }) => {
    const charts = specificationSchema.shape.charts.safeParse(chartsIn(fields));
    if (!charts.success) addIssue({ code: "custom", message: "briefings.chart.unknown" });
    const specification = { session, locales, figures, tlp: TLP, ...(charts.data?.length && { charts: charts.data }) };
    return { recordVersion, specification: specificationSchema.parse(specification) };
  });

/** One language. An empty field is kept empty: what is missing is said at the review, not while somebody writes. */
export const textForm = z
  .object({ recordVersion, title: briefingTextSchema.shape.title, claim: briefingTextSchema.shape.claim })
  .extend(briefingTextSchema.shape.sections.shape)
  .transform(({ recordVersion, title, claim, ...sections }) => ({ recordVersion, text: { title, claim, sections } }));

/** The fields of the text form, filled. */
export function textFields(text: BriefingText | undefined): Record<string, string> {
  const sections = SECTIONS.map((section) => [section, text?.sections[section] ?? ""]);
  return { title: text?.title ?? "", claim: text?.claim ?? "", ...Object.fromEntries(sections) };
}

export const askField = (code: AskCode) => `ask-${code}`;
export const evidenceField = (code: AskCode) => `evidence-${code}`;
export const askFigureField = (code: AskCode) => `figure-${code}`;
export const dueField = (code: AskCode) => `due-${code}`;

/** The fields of the asks form, filled. */
export function askFields(asks: readonly AskChoice[]): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    asks.flatMap(({ code, evidence, dueOn, figure }) => [
      [askField(code), "yes"] as const,
      [evidenceField(code), evidence] as const,
      [dueField(code), dueOn ?? ""] as const,
      [askFigureField(code), figure ? figureText(figure) : ""] as const,
    ]),
  );
}

const day = z.union([z.literal(""), z.iso.date("briefings.day.form")]);

const noFigure = z.literal("").transform(() => undefined);

/** The asks that are ticked; what stands beside those that are not is left alone. */
export const asksForm = z
  .object({
    recordVersion,
    ...Object.fromEntries(ASK_CODES.map((code) => [askField(code), z.literal("yes").optional()])),
    ...Object.fromEntries(ASK_CODES.map((code) => [evidenceField(code), ticked(z.string())])),
    ...Object.fromEntries(ASK_CODES.map((code) => [dueField(code), day.optional()])),
    ...Object.fromEntries(ASK_CODES.map((code) => [askFigureField(code), noFigure.or(figure).optional()])),
  })
  .transform(({ recordVersion, ...form }) => {
    const fields = form as Record<string, unknown>;
    const chosen = ASK_CODES.filter((code) => fields[askField(code)] === "yes");
    return { recordVersion, asks: chosen.map((code) => askIn(fields, code)) };
  });

function askIn(fields: Readonly<Record<string, unknown>>, code: AskCode): AskChoice {
  const figure = fields[askFigureField(code)] as FigureChoice | undefined;
  const ticked = fields[evidenceField(code)] as string[];
  const dueOn = (fields[dueField(code)] as string | undefined) || null;
  if (!figure) return { code, evidence: ticked, dueOn };
  // The table of a figure stands behind the ask, ticked or not.
  return { code, evidence: [...new Set([...ticked, figure.table])], dueOn, figure };
}

const comment = z.string().trim().max(4_000, "briefings.text.too-long");
const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const submitForm = z.object({ recordVersion, comment: comment.default("") });
export const takeBackForm = z.object({ recordVersion });
export const sendBackForm = z.object({ recordVersion, comment: comment.min(1, "drafting.send-back.comment.required") });
export const computeForm = z.object({ recordVersion });
export const stopWorkForm = z.object({});

/** The fingerprint of what was on the page: approving is about these words and figures and no others. */
export const approvalForm = z.object({ hash, read: z.literal("yes", "drafting.review.check.required") });
export const withdrawForm = z.object({ sure: z.literal("yes", "drafting.withdraw.sure.required") });
