import type { Actor } from "#app/access/actor.ts";
import { sealedPart } from "#app/features/cases/case-seals.server.ts";
import type { StoryFinding } from "#app/features/disclosure/narratives/story-check.ts";
import { openGroupVersion, publicKeyOf } from "#app/features/keyring/group-keys.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { canonicalJson } from "#app/kernel/canonical-json.ts";
import type { Json } from "#app/kernel/json.ts";
import { type Bytes, utf8 } from "#app/platform/crypto/bytes.server.ts";
import { sha256Hex } from "#app/platform/crypto/hash.server.ts";
import { openTextLetter, sealLetter } from "#app/platform/crypto/letters.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { StoryContent, StoryRecord } from "./story.ts";

/** What the team alone keeps, under the notes key. */
export interface StoryNotes {
  /** role of who wrote the text as it is */
  readonly writtenBy: string;
  /** what the finder said of the text with this hash; null: it has not seen one yet */
  readonly checked: { readonly hash: string; readonly findings: StoryFindings } | null;
}

/** What was found, by the language of the text. */
export type StoryFindings = Readonly<Partial<Record<Locale, readonly StoryFinding[]>>>;

/** What those who make briefings may use, and nothing of whose it is. */
export interface ApprovedStory {
  readonly content: StoryContent;
  readonly hash: string;
  /** as in the record */
  readonly unit: string;
}

/** Under the case key: its reporter reads the text and says yes or no. */
export const recordSeal = sealedPart<StoryRecord>("stories", "sealed_record", "story");
/** Under the notes key: the team's alone. */
export const notesSeal = sealedPart<StoryNotes>("stories", "sealed", "story-notes");

/** So long that its length says neither how long a text is nor whether there is one. */
const LETTER_BYTES = 16_000;

const context = (objectId: string, objectVersion: number, recipientVersion: number) => ({
  kind: "story",
  objectId,
  objectVersion,
  recipient: "editorial",
  recipientVersion,
});

/** @param approved null where there is nothing to print, and the letter says just that */
export async function sealStoryLetter(
  tx: Transaction,
  { id, version }: { readonly id: string; readonly version: number },
  approved: ApprovedStory | null,
): Promise<{ readonly sealedLetter: Bytes; readonly keyVersion: number }> {
  const { publicKey, version: keyVersion } = await publicKeyOf(tx, "editorial");
  const json = utf8(JSON.stringify(approved));
  const filled = new Uint8Array(Math.max(json.length, LETTER_BYTES)).fill(0x20);
  filled.set(json);
  return { sealedLetter: sealLetter(publicKey, context(id, version, keyVersion), filled), keyVersion };
}

export interface StoryLetterRow {
  readonly id: string;
  readonly version: number;
  readonly sealedLetter: Uint8Array;
  readonly keyVersion: number;
}

/** @returns null where its reporter has not said yes, or says it no more @throws KeyNotHeld */
export async function openStoryLetter(
  actor: Actor,
  tx: Transaction,
  { id, version, sealedLetter, keyVersion }: StoryLetterRow,
): Promise<ApprovedStory | null> {
  const editorial = await openGroupVersion(actor, tx, "editorial", keyVersion);
  const text = openTextLetter(editorial, context(id, version, keyVersion), sealedLetter);
  const approved = JSON.parse(text) as ApprovedStory | null;
  return approved && hashOfStory(approved.content) === approved.hash ? approved : null;
}

/** What an approval binds to. */
export function hashOfStory(content: StoryContent): string {
  return sha256Hex(utf8(canonicalJson(content as unknown as Json)));
}

/** By which one text is found again where it is printed. */
export const printOf = (text: string): string => sha256Hex(utf8(text));
