import { z } from "zod";
import type { BriefingDraft, Part } from "#app/features/briefings/briefing.ts";
import { partOf } from "#app/features/briefings/briefing.ts";
import type { Locale } from "#app/i18n/locales.ts";

/** The words of one part in one language, as somebody sent them. */
export interface SentText {
  readonly locale: Locale;
  readonly part: Part;
  readonly text: string;
}

/** The hidden field that carries what a page has shown; without it nothing passes for known. */
export const shownField = z.string().max(4_000).default("");

export const placeOf = ({ locale, part }: Pick<SentText, "locale" | "part">) => `${locale}.${part}`;

/** Whether the page that was sent had shown exactly these words in this place. */
export type WasShown = (place: string, text: string) => boolean;

interface Together {
  /** what is to be saved: where the sender changed nothing, what a colleague saved since */
  readonly texts: readonly SentText[];
  /** those that both changed, each in another way: the sender has to look at them */
  readonly overtaken: readonly SentText[];
}

/** What somebody sent and what colleagues saved since the page was drawn, brought together place by place. */
export function textsTogether(sent: readonly SentText[], saved: BriefingDraft["texts"], wasShown: WasShown): Together {
  const inPlaces = sent.map((one) => {
    const now = partOf(saved[one.locale], one.part);
    const isOwnChange = !wasShown(placeOf(one), one.text);
    const isTheirChange = !wasShown(placeOf(one), now);
    return { one, now, isOwnChange, isOvertaken: isOwnChange && isTheirChange && one.text !== now };
  });
  return {
    texts: inPlaces.map(({ one, now, isOwnChange }) => (isOwnChange ? one : { ...one, text: now })),
    overtaken: inPlaces.filter(({ isOvertaken }) => isOvertaken).map(({ one }) => one),
  };
}
