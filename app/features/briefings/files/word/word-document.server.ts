import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from "docx";
import type { Picture } from "#app/features/briefings/files/pictures.server.ts";
import {
  gridsOf,
  type PublishedAskGroup,
  type PublishedChart,
  type PublishedFollowUp,
  type PublishedGrid,
  type PublishedText,
} from "#app/features/briefings/published/published-text.ts";
import { steadyArchive } from "./word-archive.ts";
import { wordStories } from "./word-stories.ts";
import { LEAD_STYLE, NOTE_STYLE, WORD_INK, wordStyles } from "./word-styles.ts";
import { figureTable, wordTable } from "./word-tables.ts";
import { type Voice, voiceOf } from "./word-voice.ts";

type Block = Paragraph | Table;
const H1 = HeadingLevel.HEADING_1;
const H2 = HeadingLevel.HEADING_2;
/** Millimetres, as twentieths of a point. */
const mm = (length: number) => Math.round((length * 1440) / 25.4);
/** Pixels at 96 an inch between the margins, and how much of that a picture takes. */
const PICTURE_WIDTH = 520;

/**
 * A briefing to edit in Word or LibreOffice: the same words, figures and pictures as on paper, as headings, tables and
 * paragraphs that those programs know. Same text and day, same bytes; it names no author.
 * @param pictures  by the ids of charts; a chart without one is told by its table alone
 * @param releasedOn  ISO day
 */
export async function wordDocument(
  text: PublishedText,
  pictures: ReadonlyMap<string, Picture>,
  releasedOn: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const voice = voiceOf(text);
  const document = new Document({
    title: text.title,
    description: text.claim,
    styles: wordStyles(voice),
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(24), bottom: mm(22), left: mm(24), right: mm(24) },
          },
        },
        footers: { default: footerOf(text, voice) },
        children: [...head(text, voice), ...body(text, pictures, voice), ...tail(text, voice)],
      },
    ],
  });
  return steadyArchive(new Uint8Array(await Packer.toBuffer(document)), releasedOn);
}

function head({ kicker, date, tlp, title, claim, figures, confidentiality }: PublishedText, voice: Voice): Block[] {
  return [
    voice.paragraph([voice.run(`${kicker} · ${date} · `), voice.plainRun(tlp.mark)], { style: NOTE_STYLE }),
    voice.paragraph(title, { heading: HeadingLevel.TITLE }),
    voice.paragraph(claim, { style: LEAD_STYLE }),
    ...figureTable(figures.items, voice),
    voice.paragraph(`${confidentiality} ${tlp.meaning}`, { style: NOTE_STYLE }),
  ];
}

function body({ sections, words }: PublishedText, pictures: ReadonlyMap<string, Picture>, voice: Voice): Block[] {
  return sections.flatMap((section) => [
    voice.paragraph(section.heading, { heading: H1 }),
    ...section.paragraphs.map((paragraph) => voice.paragraph(paragraph)),
    ...gridsOf(section).flatMap((table) => [...wordTable(table, words, voice), ...picturesOf(table, pictures, voice)]),
    ...(section.leftOut ? [voice.paragraph(section.leftOut, { style: NOTE_STYLE })] : []),
  ]);
}

function tail({ stories, asks, followUp, method, limits, sources, words }: PublishedText, voice: Voice): Block[] {
  return [
    ...wordStories(stories, voice),
    ...(asks.groups.length > 0 ? [voice.paragraph(asks.heading, { heading: H1 })] : []),
    ...asks.groups.flatMap((group) => askGroup(group, voice)),
    ...(followUp ? followedAsks(followUp, voice) : []),
    ...[method, limits].flatMap(({ heading, paragraphs }) => part(heading, paragraphs, voice)),
    ...(sources.items.length > 0 ? part(sources.heading, sources.items, voice) : []),
    voice.paragraph(words.producedWith, { style: NOTE_STYLE }),
  ];
}

const part = (heading: string, paragraphs: readonly string[], voice: Voice): Block[] => [
  voice.paragraph(heading, { heading: H1 }),
  ...paragraphs.map((paragraph) => voice.paragraph(paragraph)),
];

function askGroup({ addressee, asks }: PublishedAskGroup, voice: Voice): Block[] {
  return [
    voice.paragraph(addressee, { heading: H2 }),
    ...asks.flatMap(({ code, text, due, evidence, figure = null }) => {
      const beside = [due, evidence, figure].filter((words) => words !== null).join(" · ");
      return [
        voice.paragraph([voice.plainRun(code, { bold: true, color: WORD_INK.glacier }), voice.run(` ${text}`)], {
          keepNext: beside !== "",
        }),
        ...(beside === "" ? [] : [voice.paragraph(beside, { style: NOTE_STYLE })]),
      ];
    }),
  ];
}

/** What became of the asks before, and where it can be read. */
function followedAsks({ heading, lead, sourceWord, asks }: PublishedFollowUp, voice: Voice): Block[] {
  return [
    ...part(heading, [lead], voice),
    ...asks.flatMap(({ code, addressee, ask, stateWords, text, source }) => [
      voice.paragraph(
        [
          voice.plainRun(code, { bold: true, color: WORD_INK.glacier }),
          voice.run(` ${stateWords}`, { bold: true }),
          voice.run(` · ${ask}`),
        ],
        { keepNext: true },
      ),
      ...(text ? [voice.paragraph(text, { keepNext: true })] : []),
      voice.paragraph(
        [voice.run(addressee), ...(source ? [voice.run(` · ${sourceWord} `), voice.plainRun(source)] : [])],
        { style: NOTE_STYLE },
      ),
    ]),
  ];
}

/** Each with its words for those who do not see it. */
function picturesOf({ charts }: PublishedGrid, pictures: ReadonlyMap<string, Picture>, voice: Voice): Block[] {
  return charts.flatMap((chart) => {
    const picture = pictures.get(chart.id);
    if (!picture) return [];
    const title = charts.length > 1 ? [voice.paragraph(chart.title, { style: NOTE_STYLE, keepNext: true })] : [];
    return [...title, new Paragraph({ alignment: AlignmentType.CENTER, children: [imageOf(chart, picture)] })];
  });
}

function imageOf({ title, description }: PublishedChart, { png, width, height }: Picture): ImageRun {
  return new ImageRun({
    type: "png",
    data: png,
    transformation: { width: PICTURE_WIDTH, height: Math.round((PICTURE_WIDTH * height) / width) },
    altText: { name: title, title, description },
  });
}

/** The printer's `{page}` and `{pages}` are fields here. */
function footerOf({ kicker, words }: PublishedText, voice: Voice): Footer {
  const fields: Record<string, string> = { "{page}": PageNumber.CURRENT, "{pages}": PageNumber.TOTAL_PAGES };
  const runs = words.page
    .split(/(\{pages?\})/)
    .filter((part) => part !== "")
    .map((part) => (fields[part] ? new TextRun({ children: [fields[part]] }) : voice.run(part)));
  return new Footer({ children: [voice.paragraph([voice.run(`${kicker} · `), ...runs], { style: NOTE_STYLE })] });
}
