import { formatsFor } from "#app/i18n/formats.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import { coverSheet, marked, RULE } from "./cover-sheet.server.ts";
import type { ReferralContent } from "./referral.ts";
import { hashOf } from "./referral-seals.server.ts";

/** The first page of an archive about one case. */
export function referralCover(content: ReferralContent): string {
  const { language, tlp, receiver, purpose, reference, madeOn, expiresOn } = content;
  const t = textFor(language);
  return coverSheet({
    ...{ language, tlp, purpose, madeOn, expiresOn },
    title: t("referrals.content.cover", { reference }),
    receiver: [[t("referrals.content.receiver"), receiver.name]],
    contents: [
      `- case.json  SHA-256 ${hashOf(content)}`,
      `- case.txt  ${t("referrals.content.same-text")}`,
      ...filesOf(content),
    ],
  });
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
  return marked(content.language, content.tlp, caseLines(content));
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
