import { withoutDirectionMarks } from "#app/kernel/csv.ts";

/** A line of a record: words of the product, and below them what somebody typed. */
export interface RecordLine {
  readonly label?: string;
  readonly words?: string;
  readonly typed?: string;
}

export interface RecordSection {
  readonly title: string;
  readonly lines: readonly RecordLine[];
}

/** A whole case as it is read, in the words of one language. */
export interface CaseRecord {
  readonly reference: string;
  readonly sections: readonly RecordSection[];
}

/** A label as the language writes it, with its colon. */
type Labelled = (label: string) => string;

/**
 * Several cases as one plain text, which no program opens as anything else. What somebody typed stands behind `> ` in
 * every line, so that no story can pass for a line of the record.
 * @param mark who may read it; stands on top and with every case
 */
export function recordText(
  mark: string,
  head: readonly string[],
  cases: readonly CaseRecord[],
  labelled: Labelled,
): string {
  const lines = [
    mark,
    ...head.map(oneLine),
    ...cases.flatMap(({ reference, sections }, at) => [
      "",
      RULE,
      `${reference} · ${at + 1}/${cases.length} · ${mark}`,
      RULE,
      ...sections.flatMap((section) => sectionLines(section, labelled)),
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

const RULE = "=".repeat(64);

function sectionLines({ title, lines }: RecordSection, labelled: Labelled): string[] {
  if (lines.length === 0) return [];
  return ["", `# ${oneLine(title)}`, "", ...lines.flatMap((line) => lineText(line, labelled))];
}

function lineText({ label, words, typed }: RecordLine, labelled: Labelled): string[] {
  const isAlone = words === undefined && typed === undefined;
  const name = label === undefined ? [] : [isAlone ? oneLine(label) : labelled(oneLine(label))];
  // An answer without a name of its own stands below its question.
  const said = words === undefined ? [] : [label === undefined ? `  ${oneLine(words)}` : oneLine(words)];
  const line = [...name, ...said].join(" ");
  return [...(line ? [line] : []), ...(typed === undefined ? [] : quoted(typed))];
}

/** Whatever a program may take for the end of a line. */
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
/** Orders to a terminal that somebody reads the file in. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/gu;

function quoted(typed: string): string[] {
  return typed.split(LINE_END).map((line) => `> ${withoutDirectionMarks(line).replace(CONTROLS, "")}`);
}

const oneLine = (words: string) => words.split(LINE_END).join(" ").replace(CONTROLS, "");
