import { CONSENT_LEVELS, type ConsentLevel } from "#app/features/cases/consent.ts";
import type { SourceKind } from "#app/features/cases/reported-facts.ts";
import { fold } from "#app/features/cases/search/fold.ts";
import { type ChosenFile, RECEIVER_KINDS, type ReceiverKind, type ReferralPart, type Tlp } from "./referral.ts";

/** How much a part tells of whose case it is. */
export const PART_CLASSES = ["unnamed", "facts", "naming", "originals"] as const;
export type PartClass = (typeof PART_CLASSES)[number];

const CLASS_OF: Readonly<Record<ReferralPart, PartClass>> = {
  // The two that a story without names is made of: no place, no exact date.
  summary: "unnamed",
  what: "unnamed",
  // Nobody is named in them, and on five of them nearly every case is one of a kind.
  who: "facts",
  when: "facts",
  details: "facts",
  amount: "facts",
  since: "facts",
  names: "naming",
  institution: "naming",
  story: "naming",
};

const OUTSIDE: Readonly<Record<PartClass, ConsentLevel | null>> = {
  unnamed: "c3_anonymised_narrative",
  facts: "c4_confidential_to_named",
  naming: "c4_confidential_to_named",
  originals: "c4_confidential_to_named",
};

/**
 * The lowest consent at which a class of parts may go to a kind of receiver; null: never. A lawyer helps, and is bound to
 * silence: "help us only" allows it, for exactly what the reporter has agreed to. Everybody else learns nothing that
 * points to somebody below the level that names people in confidence. An original goes to nobody who cannot be placed.
 */
const LOWEST: Readonly<Record<ReceiverKind, Readonly<Record<PartClass, ConsentLevel | null>>>> = {
  lawyer: { unnamed: "c1_internal", facts: "c1_internal", naming: "c1_internal", originals: "c1_internal" },
  partner: OUTSIDE,
  state_authority: OUTSIDE,
  other: { ...OUTSIDE, originals: null },
};

/** A receiver may pass on as far as the mark says, so the freer marks are for those who may be named in public. */
const LOWEST_OF_TLP: Readonly<Record<Tlp, ConsentLevel>> = {
  tlp_red: "c1_internal",
  tlp_amber_strict: "c1_internal",
  tlp_amber: "c4_confidential_to_named",
  tlp_green: "c5_public_named",
  tlp_clear: "c5_public_named",
};

/** Parts for which permission to name somebody is enough; any other text is read by its reporter first. */
const FREE_AT_C5: readonly ReferralPart[] = [
  "names",
  "institution",
  "who",
  "what",
  "when",
  "details",
  "amount",
  "since",
];

/** What the reporter has allowed, as it stands now. */
export interface Allowance {
  readonly consent: ConsentLevel;
  /** whom they wrote down, where they chose to be named to some */
  readonly recipients: string | null;
  readonly sourceKind: SourceKind;
}

/** As much of a referral as consent depends on. */
export interface Wish {
  readonly kind: ReceiverKind;
  readonly name: string;
  readonly parts: readonly ReferralPart[];
  readonly files: readonly Pick<ChosenFile, "half">[];
  readonly tlp: Tlp;
}

/** Why a referral may not be: the code of a message. */
export type Objection = "nobody" | "parts" | "originals" | "not-named" | "tlp";

const reaches = (consent: ConsentLevel, lowest: ConsentLevel | null) =>
  lowest !== null && CONSENT_LEVELS.indexOf(consent) >= CONSENT_LEVELS.indexOf(lowest);

export const mayGo = (kind: ReceiverKind, of: PartClass, consent: ConsentLevel): boolean =>
  reaches(consent, LOWEST[kind][of]);

export const classOfPart = (part: ReferralPart): PartClass => CLASS_OF[part];

/** What a clean copy shows can name somebody, as words can. */
export const classOfFile = ({ half }: Pick<ChosenFile, "half">): PartClass =>
  half === "copy" ? "naming" : "originals";

/** Whether a mark may be chosen at all. */
export const mayMark = (tlp: Tlp, consent: ConsentLevel): boolean => reaches(consent, LOWEST_OF_TLP[tlp]);

/** Kinds of receiver to whom something may go. A case out of public sources has nobody who could agree. */
export function possibleKinds({ consent, sourceKind }: Allowance): readonly ReceiverKind[] {
  if (sourceKind === "import") return [];
  return RECEIVER_KINDS.filter((kind) => PART_CLASSES.some((of) => mayGo(kind, of, consent)));
}

/** Everything that stands against a referral; empty: it may be. */
export function objectionsTo(wish: Wish, allowance: Allowance): readonly Objection[] {
  const { kind, name, parts, files, tlp } = wish;
  const { consent, recipients, sourceKind } = allowance;
  const classes = new Set([...parts.map(classOfPart), ...files.map(classOfFile)]);
  const stopped = [...classes].filter((of) => !mayGo(kind, of, consent));
  const pointing = [...classes].some((of) => of !== "unnamed");
  const mustBeNamed = kind !== "lawyer" && pointing && consent === "c4_confidential_to_named";
  return [
    ...(sourceKind === "import" ? ["nobody" as const] : []),
    ...(stopped.some((of) => of !== "originals") ? ["parts" as const] : []),
    ...(stopped.includes("originals") ? ["originals" as const] : []),
    ...(mustBeNamed && !isAmong(name, recipients) ? ["not-named" as const] : []),
    ...(mayMark(tlp, consent) ? [] : ["tlp" as const]),
  ];
}

/**
 * Whether the reporter is asked for this very content. The pages promise to ask before anybody is told, and that no story
 * goes out unread; only codes, days and names of somebody who may be named in public need no second word.
 */
export function needsAgreement({ parts, files }: Pick<Wish, "parts" | "files">, consent: ConsentLevel): boolean {
  const isFree = files.length === 0 && parts.every((part) => FREE_AT_C5.includes(part));
  return !(isFree && consent === "c5_public_named");
}

/** Whether somebody is among those whom the reporter wrote down, however either was typed: names in a line or a list. */
export function isAmong(name: string, recipients: string | null): boolean {
  const wanted = plain(name);
  if (wanted === "" || recipients === null) return false;
  return recipients.split(/[;,\n،؛|]/u).some((one) => plain(one) === wanted) || plain(recipients) === wanted;
}

const plain = (text: string) =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
