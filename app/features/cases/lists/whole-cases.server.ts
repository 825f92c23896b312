import type { Actor } from "#app/access/actor.ts";
import { isUsable } from "#app/features/cases/case-status.ts";
import type { ChosenCase } from "#app/features/cases/casework/case-choice.ts";
import {
  type RecordedCase,
  type RecordPart,
  readCaseRecord,
} from "#app/features/cases/records/record-queries.server.ts";
import { recordText } from "#app/features/cases/records/record-text.ts";
import { formatsFor } from "#app/i18n/formats.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { heldNow } from "./list-held.server.ts";
import { type ListContent, MARK } from "./list-text.server.ts";

/** Two people read every line of it, and a page shows it whole. */
export const MOST_BYTES = 1_048_576;
/** Longer work with opened cases is no page's; fifty ordinary cases take a third of it. */
const STOP_AFTER_MS = 5_000;

interface WholeCases {
  readonly chosen: readonly ChosenCase[];
  readonly withNotes: boolean;
  readonly locale: Locale;
  /** what rooms above this one add to each case */
  readonly parts: readonly RecordPart[];
}

/** Each case as a text that a person can read, one after the other. Files are named and never inside. */
export async function wholeCases(
  actor: Actor,
  { chosen, withNotes, locale, parts }: WholeCases,
): Promise<Result<ListContent>> {
  const begun = performance.now();
  const words = { t: textFor(locale), formats: formatsFor(locale), locale };
  const records: RecordedCase[] = [];
  for (const { caseId } of chosen) {
    if (performance.now() - begun > STOP_AFTER_MS) return refuse({ kind: "conflict", code: "lists.too-large" });
    const record = await readCaseRecord(actor, caseId as CaseId, { words, parts, withNotes });
    if (record && isUsable(record.work.status)) records.push(record);
  }
  const { t } = words;
  const head = [
    t("lists.record.head", { count: records.length, when: words.formats.dateTime(now()) }),
    t("lists.red"),
    t(withNotes ? "lists.record.with-notes" : "lists.record.without-notes"),
    t("lists.record.typed"),
  ];
  const content = recordText(MARK, head, records, (label) => t("common.list.labelled", { label }));
  if (Buffer.byteLength(content) > MOST_BYTES) return refuse({ kind: "conflict", code: "lists.too-large" });
  return ok({ holds: heldNow(records.map(({ work }) => work)), content });
}
