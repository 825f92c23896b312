import { mapInTurns } from "#app/platform/turns.server.ts";
import type { Opened } from "./opened-answers.ts";

type Asked = readonly (readonly [string, readonly string[]])[];
type Row = readonly [asked: number, answers: Opened["answers"], way: Opened["way"], panelMark: string | null];

/** One text for all of them, a line for each: ways through a questionnaire are few, so each is written once, in the first. */
export async function openedText(opened: readonly Opened[]): Promise<string> {
  const ways = new Map<string, number>();
  const lines = await mapInTurns(opened, ({ asked, answers, way, panelMark }) => {
    const walk = JSON.stringify([...asked]);
    if (!ways.has(walk)) ways.set(walk, ways.size);
    return JSON.stringify([ways.get(walk)!, answers, way, panelMark] satisfies Row);
  });
  return [`[${[...ways.keys()].join(",")}]`, ...lines].join("\n");
}

/** What `openedText` has written, and nothing else: it never left this process. */
export function readOpenedText(text: string): Promise<readonly Opened[]> {
  const [ways = "[]", ...lines] = text.split("\n");
  const asked = (JSON.parse(ways) as readonly Asked[]).map((walk) => new Map(walk));
  return mapInTurns(lines, (line) => {
    const [walk, answers, way, panelMark] = JSON.parse(line) as Row;
    return { asked: asked[walk]!, answers, way, panelMark };
  });
}
