import {
  AlignmentType,
  BorderStyle,
  type ITableCellOptions,
  LineRuleType,
  type Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from "docx";
import {
  type PublishedFigure,
  type PublishedGrid,
  type PublishedReply,
  type PublishedRow,
  type PublishedWords,
  WITHHELD_MARK,
} from "#app/features/briefings/published/published-text.ts";
import { CAPTION_STYLE, NOTE_STYLE, WORD_INK } from "./word-styles.ts";
import { type Voice, voiceOf } from "./word-voice.ts";

/** Twentieths of a point between the margins of A4. */
export const TEXT_WIDTH = 9184;
/** With several columns names need more room than figures. */
const NAME_SHARE = 1.7;

const LINE = { style: BorderStyle.SINGLE, size: 4, color: WORD_INK.line } as const;
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const BOLD = { bold: true, boldComplexScript: true } as const;
const MARGINS = { top: 50, bottom: 50, left: 90, right: 90 } as const;
const TIGHT = { after: 0, line: 260, lineRule: LineRuleType.AUTO } as const;
/** Half points; with several columns letters are smaller. */
const SIZES = { one: 20, several: 17 } as const;
/** Of no width: keeps the mark in its order inside Arabic text, also where isolates are not known. */
const LEFT_TO_RIGHT = "\u200e";

/** A real table of Word: its first row is repeated on every page, and goes the way the text goes. */
export function wordTable(table: PublishedGrid, words: PublishedWords, voice: Voice): (Paragraph | Table)[] {
  const widths = widthsOf(table.columns.length);
  const size = sizeFor(table);
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: [table.rowHead, ...table.columns.map(({ label }) => label)].map((label, place) =>
      cell([voice.run(label, { ...BOLD, ...size })], place, widths, voice, {
        shading: { type: ShadingType.CLEAR, color: "auto", fill: WORD_INK.wash },
      }),
    ),
  });
  return [
    voice.paragraph(table.caption, { style: CAPTION_STYLE }),
    new Table({
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      borders: {
        top: LINE,
        bottom: LINE,
        left: NO_LINE,
        right: NO_LINE,
        insideHorizontal: LINE,
        insideVertical: NO_LINE,
      },
      visuallyRightToLeft: voice.isRightToLeft,
      rows: [head, ...table.rows.map((row) => bodyRow(row, words, { widths, size, voice }))],
    }),
    ...notesOf(table, words).map((note) => voice.paragraph(note, { style: NOTE_STYLE })),
    ...benchmarksOf(table, voice),
    ...(table.replies ?? []).flatMap((reply) => replyParagraphs(reply, voice)),
  ];
}

interface TableLook {
  readonly widths: readonly number[];
  readonly size: ReturnType<typeof sizeFor>;
  readonly voice: Voice;
}

function sizeFor({ columns }: PublishedGrid) {
  const size = columns.length === 1 ? SIZES.one : SIZES.several;
  return { size, sizeComplexScript: size };
}

function bodyRow(
  { label, level, values }: PublishedRow,
  { withheld }: PublishedWords,
  { widths, size, voice }: TableLook,
): TableRow {
  const strong = level === "row" ? size : { ...BOLD, ...size };
  const quiet = { ...size, color: WORD_INK.second };
  const figures = values.map((value) =>
    value === null
      ? [voice.run(`${withheld} `, quiet), voice.plainRun(`${LEFT_TO_RIGHT}${WITHHELD_MARK}${LEFT_TO_RIGHT}`, quiet)]
      : [voice.plainRun(String(value), strong)],
  );
  return new TableRow({
    cantSplit: true,
    children: [[voice.run(label, strong)], ...figures].map((runs, place) => cell(runs, place, widths, voice)),
  });
}

function cell(
  runs: Parameters<Voice["paragraph"]>[0],
  place: number,
  widths: readonly number[],
  voice: Voice,
  options: Partial<ITableCellOptions> = {},
): TableCell {
  const alignment = place === 0 ? AlignmentType.START : AlignmentType.END;
  return new TableCell({
    ...options,
    width: { size: widths[place] ?? 0, type: WidthType.DXA },
    margins: MARGINS,
    children: [voice.paragraph(runs, { alignment, spacing: TIGHT })],
  });
}

/** The name column and those of the figures. */
function widthsOf(columns: number): number[] {
  const name = columns === 1 ? TEXT_WIDTH * 0.72 : (TEXT_WIDTH * NAME_SHARE) / (columns + NAME_SHARE);
  const each = Math.floor((TEXT_WIDTH - name) / columns);
  return [TEXT_WIDTH - each * columns, ...Array.from({ length: columns }, () => each)];
}

/** What stands below a table, wherever it is printed. */
function notesOf({ others, rows, note }: PublishedGrid, { footnote }: PublishedWords): string[] {
  const isMarked = others !== null || rows.some(({ values }) => values.includes(null));
  return [...(others ? [others] : []), ...(isMarked ? [footnote] : []), note];
}

function benchmarksOf({ benchmarks }: PublishedGrid, voice: Voice): Paragraph[] {
  if (!benchmarks) return [];
  return [benchmarks.lead, ...benchmarks.items].map((words) => voice.paragraph(words, { style: NOTE_STYLE }));
}

/** Below the table that names it: what an institution said, and what the name rests on. */
function replyParagraphs({ said, answer, direction, evidence }: PublishedReply, voice: Voice): Paragraph[] {
  const isAsHere = voice.isRightToLeft === (direction === "rtl");
  const own = isAsHere ? voice : voiceOf({ locale: direction === "rtl" ? "ar" : "en", direction });
  return [
    voice.paragraph([voice.run(said, BOLD)]),
    ...answer.map((paragraph) => own.paragraph(paragraph, { indent: { left: 400, right: 400 } })),
    voice.paragraph(evidence, { style: NOTE_STYLE }),
  ];
}

/** The figures in large type, side by side. */
export function figureTable(items: readonly PublishedFigure[], voice: Voice): Table[] {
  if (items.length === 0) return [];
  const width = Math.floor(TEXT_WIDTH / items.length);
  const inCell = ({ value, label, note }: PublishedFigure) => [
    voice.paragraph([voice.run(value, { ...BOLD, size: 38, sizeComplexScript: 38, color: WORD_INK.glacier })], {
      spacing: TIGHT,
    }),
    voice.paragraph(label, { spacing: TIGHT }),
    ...(note === "" ? [] : [voice.paragraph(note, { style: NOTE_STYLE })]),
  ];
  return [
    new Table({
      width: { size: width * items.length, type: WidthType.DXA },
      columnWidths: items.map(() => width),
      borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
      visuallyRightToLeft: voice.isRightToLeft,
      rows: [
        new TableRow({
          cantSplit: true,
          children: items.map(
            (item) =>
              new TableCell({ width: { size: width, type: WidthType.DXA }, margins: MARGINS, children: inCell(item) }),
          ),
        }),
      ],
    }),
  ];
}
