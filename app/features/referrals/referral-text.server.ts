import { formatsFor } from "#app/i18n/formats.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import type { ReferralContent } from "./referral.ts";
import { hashOf } from "./referral-seals.server.ts";

/** A rule between the parts, in letters that every program shows. */
const RULE = "-".repeat(60);

/**
 * The first page: the mark on top and at the end, for whom it is, what it is for, until when it may be kept, and all that is
 * in the archive with its hashes. Plain text, so that nothing in it can act.
 */
export function coverSheet(content: ReferralContent): string {
  const { language, tlp, receiver, purpose, reference, madeOn, expiresOn, files } = content;
  const t = textFor(language);
  const { date, bytes } = formatsFor(language);
  const mark = t(`briefings.tlp.${tlp}`);
  const labelled = (label: string, value: string) => `${t("common.list.labelled", { label })} ${value}`;
  return text([
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
    ...files.map(({ place, half, sizeBytes, sha256 }) =>
      [`- ${place}  ${t(`referrals.content.half.${half}`)}, ${bytes(sizeBytes)}`, `  SHA-256 ${sha256}`].join("\n"),
    ),
    "",
    RULE,
    mark,
  ]);
}

/** What is told of the case, to be read by a person. */
export function caseText({ language, tlp, reference, summary, sections }: ReferralContent): string {
  const t = textFor(language);
  const mark = t(`briefings.tlp.${tlp}`);
  return text([
    mark,
    RULE,
    reference,
    ...(summary ? ["", t("referrals.part.summary"), RULE, summary] : []),
    ...sections.flatMap(({ heading, rows }) => [
      "",
      heading,
      RULE,
      ...rows.flatMap(({ term, answer }) => [term, ...answer.map(indented)]),
    ]),
    "",
    RULE,
    mark,
  ]);
}

const indented = (answer: string) => answer.replaceAll(/^/gm, "    ");

/** With a mark at the beginning by which old programs know UTF-8, and the line ends that every system shows. */
function text(lines: readonly string[]): string {
  return `\uFEFF${lines.join("\n").replaceAll("\n", "\r\n")}\r\n`;
}
