import { type IStylesOptions, LineRuleType } from "docx";
import type { Voice } from "./word-voice.ts";

/** The inks of the house, as Word writes colours. */
export const WORD_INK = { ink: "16242B", second: "4B5C64", line: "D9DCD7", glacier: "0B6670", wash: "E6F1F1" } as const;

/** Faces that every office has, in Latin and Arabic letters; others would be replaced by whatever is there. */
const SANS = { ascii: "Arial", hAnsi: "Arial", eastAsia: "Arial", cs: "Arial" } as const;
const SERIF = { ascii: "Georgia", hAnsi: "Georgia", eastAsia: "Georgia", cs: "Arial" } as const;

/** Half points. Arabic letters take their size from a field of their own. */
const sized = (size: number) => ({ size, sizeComplexScript: size });
const bold = { bold: true, boldComplexScript: true } as const;

export const NOTE_STYLE = "Note";
export const CAPTION_STYLE = "Caption";
export const LEAD_STYLE = "Lead";

/** Word's own names for headings, so that its outline, its contents and screen readers know them. */
export function wordStyles({ language, isRightToLeft }: Voice): IStylesOptions {
  const heading = (size: number, before: number, after: number, color: string = WORD_INK.ink) => ({
    run: { font: SERIF, ...sized(size), ...bold, color },
    paragraph: { spacing: { before, after, line: 250, lineRule: LineRuleType.AUTO }, keepNext: true },
  });
  const own = (id: string, run: object, spacing: { before: number; after: number }, keepNext = false) => ({
    id,
    name: id,
    basedOn: "Normal",
    quickFormat: true,
    run,
    paragraph: { spacing: { ...spacing, line: 260, lineRule: LineRuleType.AUTO }, keepNext },
  });
  return {
    default: {
      document: {
        run: {
          font: SANS,
          ...sized(21),
          color: WORD_INK.ink,
          language: isRightToLeft ? { value: "en-GB", bidirectional: language } : { value: language },
        },
        paragraph: { spacing: { after: 140, line: 290, lineRule: LineRuleType.AUTO } },
      },
      title: heading(48, 0, 160),
      heading1: heading(32, 440, 200),
      heading2: heading(24, 300, 120, WORD_INK.glacier),
    },
    paragraphStyles: [
      own(LEAD_STYLE, { font: SERIF, ...sized(28) }, { before: 0, after: 240 }),
      own(CAPTION_STYLE, { ...sized(20), ...bold }, { before: 280, after: 100 }, true),
      own(NOTE_STYLE, { ...sized(17), color: WORD_INK.second }, { before: 60, after: 100 }),
    ],
  };
}
