import type { ReferralContent } from "#app/features/referrals/referral.ts";
import { caseLines, filesOf, plainText, RULE } from "#app/features/referrals/referral-text.server.ts";
import { formatsFor } from "#app/i18n/formats.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import type { NoteContent } from "./state-note.ts";
import { noteHash } from "./state-note-rows.server.ts";

/** The first page: the mark, for whom it is, until when it may be kept, under which conditions, and all that is in the archive. */
export function noteCover(content: NoteContent, parts: readonly ReferralContent[]): string {
  const { language, tlp, receiver, state, madeOn, expiresOn } = content;
  const t = textFor(language);
  const { date } = formatsFor(language);
  const mark = t(`briefings.tlp.${tlp}`);
  const labelled = (label: string, value: string) => `${t("common.list.labelled", { label })} ${value}`;
  return plainText([
    mark,
    RULE,
    t("state-notes.content.cover", { state: state.name }),
    "",
    labelled(t("referrals.content.receiver"), receiver.name),
    labelled(t("state-notes.unit.short"), receiver.unit),
    labelled(t("referrals.content.made-on"), date(madeOn)),
    labelled(t("referrals.content.expires-on"), date(expiresOn)),
    "",
    labelled(t("referrals.content.conditions"), ""),
    `- ${t("state-notes.content.apart")}`,
    ...(["consent", "need", "delete", "contact"] as const).map((one) => `- ${t(`referrals.content.condition.${one}`)}`),
    "",
    labelled(t("referrals.content.contents"), ""),
    `- note.json  SHA-256 ${noteHash(content)}`,
    `- note.txt  ${t("referrals.content.same-text")}`,
    ...content.parts.flatMap(({ place, sha256 }, at) => [
      `- ${place}/case.json  SHA-256 ${sha256}`,
      ...filesOf(parts[at]!, `${place}/`),
    ]),
    "",
    RULE,
    mark,
  ]);
}

/** The whole note, to be read by a person: letter, asks, and each part in the words that its reporter agreed to. */
export function noteText(content: NoteContent, parts: readonly ReferralContent[]): string {
  const { language, tlp, receiver, state, letter, asks } = content;
  const t = textFor(language);
  const mark = t(`briefings.tlp.${tlp}`);
  return plainText([
    mark,
    RULE,
    t("state-notes.content.cover", { state: state.name }),
    `${receiver.name}, ${receiver.unit}`,
    "",
    letter,
    ...(asks.length > 0
      ? ["", t("state-notes.asks.heading"), RULE, ...asks.map((ask, at) => `${at + 1}. ${ask}`)]
      : []),
    ...parts.flatMap((part, at) => ["", RULE, t("state-notes.part.title", { number: at + 1 }), ...caseLines(part)]),
    "",
    RULE,
    mark,
  ]);
}
