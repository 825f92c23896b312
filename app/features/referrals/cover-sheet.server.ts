import type { TlpMark } from "#app/features/taxonomy/codes.ts";
import { formatsFor } from "#app/i18n/formats.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import type { IsoDay } from "#app/kernel/iso-day.ts";

/** A rule between the parts, in letters that every program shows. */
export const RULE = "-".repeat(60);

/** The first page of a sealed archive. */
export interface Cover {
  readonly language: Locale;
  readonly tlp: TlpMark;
  readonly title: string;
  /** for whom, line by line as label and words */
  readonly receiver: readonly (readonly [label: string, words: string])[];
  /** ISO days: made on, and the last on which it may be kept */
  readonly madeOn: IsoDay;
  readonly expiresOn: IsoDay;
  readonly purpose?: string;
  /** what is asked of the receiver besides what every paper asks */
  readonly conditions?: readonly string[];
  /** all that is in the archive, with its hashes */
  readonly contents: readonly string[];
}

/**
 * The mark on top and at the end, for whom it is, what it is for, until when it may be kept, under which conditions, and
 * all that is in the archive. Plain text, so that nothing in it can act.
 */
export function coverSheet({ language, tlp, title, receiver, madeOn, expiresOn, ...told }: Cover): string {
  const { purpose, conditions = [], contents } = told;
  const t = textFor(language);
  const { date } = formatsFor(language);
  const labelled = (label: string, words: string) => `${t("common.list.labelled", { label })} ${words}`;
  const usual = (["consent", "need", "delete", "contact"] as const).map((one) =>
    t(`referrals.content.condition.${one}`),
  );
  return marked(language, tlp, [
    title,
    "",
    ...receiver.map(([label, words]) => labelled(label, words)),
    labelled(t("referrals.content.made-on"), date(madeOn)),
    labelled(t("referrals.content.expires-on"), date(expiresOn)),
    "",
    ...(purpose === undefined ? [] : [labelled(t("referrals.content.purpose"), ""), purpose, ""]),
    labelled(t("referrals.content.conditions"), ""),
    ...[...conditions, ...usual].map((condition) => `- ${condition}`),
    "",
    labelled(t("referrals.content.contents"), ""),
    ...contents,
  ]);
}

/** A paper between two marks, each with a rule. */
export function marked(language: Locale, tlp: TlpMark, lines: readonly string[]): string {
  const mark = textFor(language)(`briefings.tlp.${tlp}`);
  return plainText([mark, RULE, ...lines, "", RULE, mark]);
}

/** With a mark at the beginning by which old programs know UTF-8, and the line ends that every system shows. */
function plainText(lines: readonly string[]): string {
  return `\uFEFF${lines.join("\n").replaceAll("\n", "\r\n")}\r\n`;
}
