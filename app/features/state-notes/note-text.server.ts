import { coverSheet, marked, RULE } from "#app/features/referrals/cover-sheet.server.ts";
import type { ReferralContent } from "#app/features/referrals/referral.ts";
import { caseLines, filesOf } from "#app/features/referrals/referral-text.server.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import type { NoteContent } from "./state-note.ts";
import { noteHash } from "./state-note-rows.server.ts";

/** The first page, for whom it is and what is in the archive: the note, and each part in a folder of its own. */
export function noteCover(content: NoteContent, parts: readonly ReferralContent[]): string {
  const { language, tlp, receiver, state, madeOn, expiresOn } = content;
  const t = textFor(language);
  return coverSheet({
    ...{ language, tlp, madeOn, expiresOn },
    title: t("state-notes.content.cover", { state: state.name }),
    receiver: [
      [t("referrals.content.receiver"), receiver.name],
      [t("state-notes.unit.short"), receiver.unit],
    ],
    conditions: [t("state-notes.content.apart")],
    contents: [
      `- note.json  SHA-256 ${noteHash(content)}`,
      `- note.txt  ${t("referrals.content.same-text")}`,
      ...content.parts.flatMap(({ place, sha256 }, at) => [
        `- ${place}/case.json  SHA-256 ${sha256}`,
        ...filesOf(parts[at]!, `${place}/`),
      ]),
    ],
  });
}

/** The whole note, to be read by a person: letter, asks, and each part in the words that its reporter agreed to. */
export function noteText(content: NoteContent, parts: readonly ReferralContent[]): string {
  const { language, tlp, receiver, state, letter, asks } = content;
  const t = textFor(language);
  return marked(language, tlp, [
    t("state-notes.content.cover", { state: state.name }),
    `${receiver.name}, ${receiver.unit}`,
    "",
    letter,
    ...(asks.length > 0
      ? ["", t("state-notes.asks.heading"), RULE, ...asks.map((ask, at) => `${at + 1}. ${ask}`)]
      : []),
    ...parts.flatMap((part, at) => ["", RULE, t("state-notes.part.title", { number: at + 1 }), ...caseLines(part)]),
  ]);
}
