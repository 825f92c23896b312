import { formatsFor } from "#app/i18n/formats.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import type { ReferralContent } from "./referral.ts";
import { hashOf } from "./referral-seals.server.ts";

/** A rule between the parts, in letters that every program shows. */
export const RULE = "-".repeat(60);

/**
 * The first page: the mark on top and at the end, for whom it is, what it is for, until when it may be kept, and all that is
 * in the archive with its hashes. Plain text, so that nothing in it can act.
 */
export function coverSheet(content: ReferralContent): string {
  const { language, tlp, receiver, purpose, reference, madeOn, expiresOn } = content;
  const t = textFor(language);
  const { date } = formatsFor(language);
  const mark = t(`briefings.tlp.${tlp}`);
  const labelled = (label: string, value: string) => `${t("common.list.labelled", { label })} ${value}`;
  return plainText([
    mark,
    RULE,
    t("referrals.content.cover", { reference }),
    "",
    labelled(t("referrals.content.receiver"), receiver.name),
    labelled(t("referrals.content.made-on"), date(madeOn)),
    labelled(t("referrals.content.expires-on"), date(expiresOn)),
    "",
    labelled(t("referrals.content.purpose"), ""),
    purpose,
    "",
    labelled(t("referrals.content.conditions"), ""),
    ...(["consent", "need", "delete", "contact"] as const).map((one) => `- ${t(`referrals.content.condition.${one}`)}`),
    "",
    labelled(t("referrals.content.contents"), ""),
    `- case.json  SHA-256 ${hashOf(content)}`,
    `- case.txt  ${t("referrals.content.same-text")}`,
    ...filesOf(content),
    "",
    RULE,
    mark,
  ]);
}

/** The files that are in an archive, each with its hash. @param folder where they stand among others */
export function filesOf({ language, files }: ReferralContent, folder = ""): readonly string[] {
  const t = textFor(language);
  const { bytes } = formatsFor(language);
  return files.map(({ place, half, sizeBytes, sha256 }) =>
    [`- ${folder}${place}  ${t(`referrals.content.half.${half}`)}, ${bytes(sizeBytes)}`, `  SHA-256 ${sha256}`].join(
      "\n",
    ),
  );
}

/** What is told of the case, to be read by a person. */
export function caseText(content: ReferralContent): string {
  const mark = textFor(content.language)(`briefings.tlp.${content.tlp}`);
  return plainText([mark, RULE, ...caseLines(content), "", RULE, mark]);
}

/** The same as lines, for a paper in which it stands with others. */
export function caseLines({ language, reference, summary, sections }: ReferralContent): readonly string[] {
  const t = textFor(language);
  return [
    reference,
    ...(summary ? ["", t("referrals.part.summary"), RULE, summary] : []),
    ...sections.flatMap(({ heading, rows }) => [
      "",
      heading,
      RULE,
      ...rows.flatMap(({ term, answer }) => [term, ...answer.map(indented)]),
    ]),
  ];
}

const indented = (answer: string) => answer.replaceAll(/^/gm, "    ");

/** With a mark at the beginning by which old programs know UTF-8, and the line ends that every system shows. */
export function plainText(lines: readonly string[]): string {
  return `\uFEFF${lines.join("\n").replaceAll("\n", "\r\n")}\r\n`;
}
