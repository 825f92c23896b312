import type { TopLevelSpec } from "vega-lite";
import type { ChartContent } from "#app/features/briefings/published/chart-content.ts";
import { CHART, INK } from "./chart-theme.ts";

/** A picture before it is drawn: what Vega-Lite draws, and what stands around it in the frame's own pixels. */
export interface ChartPicture {
  readonly spec: TopLevelSpec;
  readonly height: number;
  /** where the drawing begins */
  readonly shift: number;
  /** patterns that it uses, and the hatch of what is withheld */
  readonly defs: string;
  /** lines, words and keys that belong to no figure */
  readonly around: string;
  /** makes long outlines short */
  readonly shorten?: (inner: string) => string;
}

/** What every picture asks of Vega-Lite: no ground, no margins, no words of its own. */
export const BARE = {
  background: null as never,
  padding: 0,
  autosize: { type: "none" },
  config: { aria: false, view: { stroke: null } },
} as const;

export const hatchId = ({ id }: Pick<ChartContent, "id">): string => `hatch-${id}`;

export const hatchOf = (chart: Pick<ChartContent, "id">): string =>
  `<pattern id="${hatchId(chart)}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v6" stroke="${INK.hatch}" stroke-width="2.5" fill="none"/></pattern>`;

/** Puts the drawing into a frame of our own: size, words for those who do not see it, patterns, what is around it. */
export function framed(
  chart: ChartContent,
  { height, shift, defs, around, shorten }: ChartPicture,
  inner: string,
): string {
  return [
    // Letters of an Arabic label are isolated one by one; the frame itself always counts from the left.
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${CHART.width} ${height}" width="100%" direction="ltr" role="img" aria-labelledby="${chart.id}-name ${chart.id}-words">`,
    `<title id="${chart.id}-name">${escaped(chart.title)}</title><desc id="${chart.id}-words">${escaped(chart.description)}</desc>`,
    `<defs>${defs}</defs>`,
    `<g transform="translate(${shift},0)">${shorten ? shorten(inner) : inner}</g>`,
    `${around}</svg>`,
  ].join("");
}

const ISOLATE = { ltr: ["", ""], rtl: ["\u2067", "\u2069"] } as const;

/** Words in the direction of the chart, inside a frame that counts from the left. */
export function isolatedFor({ direction }: Pick<ChartContent, "direction">): (words: string) => string {
  const [open, close] = ISOLATE[direction];
  return (words) => `${open}${words}${close}`;
}

/** Lines of words under a picture, from the side on which reading begins. @returns where the next line may stand */
export function wordsBelow(
  chart: ChartContent,
  lines: readonly string[],
  top: number,
  indent = 0,
): { readonly svg: string; readonly bottom: number } {
  const isolated = isolatedFor(chart);
  const isRightToLeft = chart.direction === "rtl";
  const x = isRightToLeft ? CHART.width - indent : indent;
  // In a frame that counts from the left the end of a line is its right side.
  const anchor = isRightToLeft ? ' text-anchor="end"' : "";
  const svg = lines.map(
    (line, place) =>
      `<text${anchor} transform="translate(${x},${top + (place + 1) * CHART.noteLine - 4})" font-size="${CHART.noteSize}px" fill="${INK.inkSecond}">${escaped(isolated(line))}</text>`,
  );
  return { svg: svg.join(""), bottom: top + lines.length * CHART.noteLine };
}

/** Breaks words between words, at so many letters of usual width a line. */
export function wrapped(words: string, letters: number): string[] {
  const lines = [""];
  for (const word of words.split(/\s+/)) {
    const line = lines.at(-1) ?? "";
    if (line !== "" && widthOf(line) + widthOf(word) >= letters) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines;
}

/** In letters of usual width: capitals and digits are a third wider in every face that a reader may have. */
const widthOf = (words: string): number => words.length + (words.match(/[\p{Lu}\p{Nd}]/gu)?.length ?? 0) / 3;

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** Words as they may stand in a drawing. */
export const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (letter) => ESCAPES[letter] ?? "");
