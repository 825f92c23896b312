import { canonicalJson } from "#app/kernel/canonical-json.ts";
import type { Json } from "#app/kernel/json.ts";
import type { Refusal } from "#app/kernel/refusal.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { type Choices, isCarried, isListed, type Rows } from "./choices.ts";
import { codesIn } from "./code-lists.ts";
import { type Instrument, instrumentSchema, type Question } from "./instrument.ts";

/** A megabyte is twenty standard instruments. */
export const MOST_INSTRUMENT_BYTES = 1024 * 1024;
const DEEPEST = 40;
const MOST_PLACES = 50;

/** Where in the data something is not as it must be: `pages.3.questions.0.kind`. */
export interface FormFault {
  readonly path: string;
}

type NotRead = Extract<Refusal, { kind: "invalid" }> & { readonly at: readonly FormFault[] };

/** Reads an instrument from a text that anybody may have written. What it says is judged by `faultsOf`. */
export function readInstrument(json: string): Result<Instrument, NotRead> {
  const wrong = (code: string, at: readonly FormFault[] = []) => refuse({ kind: "invalid", code, at } as const);
  if (new TextEncoder().encode(json).length > MOST_INSTRUMENT_BYTES) return wrong("instrument.too-large");
  // Read before anything walks through it, for a thousand brackets in each other would end the stack.
  if (depthOf(json) > DEEPEST) return wrong("instrument.too-deep");
  const data = parsed(json);
  if (data === undefined) return wrong("instrument.not-json");
  const read = instrumentSchema.safeParse(data);
  if (read.success) return ok(read.data);
  const paths = new Set(read.error.issues.map(({ path }) => path.map(String).join(".")));
  const at = [...paths].slice(0, MOST_PLACES).map((path) => ({ path }));
  return wrong("instrument.misformed", at);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** How deep brackets stand in each other, whatever else the text is. Brackets within texts count for nothing. */
function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  let isText = false;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at];
    if (isText && sign === "\\") at += 1;
    else if (sign === '"') isText = !isText;
    else if (!isText && (sign === "[" || sign === "{")) deepest = Math.max(deepest, ++depth);
    else if (!isText && (sign === "]" || sign === "}")) depth -= 1;
  }
  return deepest;
}

/** One text for one instrument: what is kept, compared and put into a file. */
export function instrumentText(instrument: Instrument): string {
  return canonicalJson(instrument as unknown as Json);
}

/**
 * The instrument with every list written out. Lists grow, and a published version never changes: what was asked of the
 * first respondent is asked of the last.
 */
export function withFixedCodes(instrument: Instrument): Instrument {
  const pages = instrument.pages.map((page) => ({ ...page, questions: page.questions.map(fixedQuestion) }));
  return { ...instrument, pages };
}

function fixedQuestion(question: Question): Question {
  const fixed: { options?: Choices; rows?: Rows } = {};
  if ("options" in question) fixed.options = fixedChoices(question.options);
  if ("rows" in question) fixed.rows = isCarried(question.rows) ? question.rows : fixedChoices(question.rows);
  return { ...question, ...fixed } as Question;
}

function fixedChoices(choices: Choices): Choices {
  return choices.map((source) =>
    isListed(source) ? { ...source, only: source.only ?? codesIn(source.list) } : source,
  );
}
