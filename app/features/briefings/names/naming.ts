import type { RightOfReply } from "#app/features/registers/institutions/institution.ts";
import type { InstitutionType } from "#app/features/taxonomy/codes.ts";
import { canonicalJson } from "#app/kernel/canonical-json.ts";
import type { BriefingId, InstitutionId } from "#app/kernel/id.ts";
import { addDays, type IsoDay } from "#app/kernel/iso-day.ts";
import type { Json } from "#app/kernel/json.ts";
import type { EvidenceGrade } from "./evidence-grade.ts";

/** Raised when the same facts would be hashed to something else. */
const FORM = "thaw-naming/1";

/** Everything that two persons answer for when an institution is named in one edition: a change of any of it voids both. */
export interface NamingFacts {
  readonly briefingId: BriefingId;
  readonly session: string;
  readonly entryId: InstitutionId;
  readonly name: string;
  readonly type: InstitutionType;
  /** its own code and those of the spellings folded into it, sorted; members of a group are not it, and are not counted */
  readonly codes: readonly string[];
  readonly reply: RightOfReply;
  readonly grade: EvidenceGrade;
}

/** As it lies sealed under the register's key. */
export interface KeptNaming {
  readonly facts: NamingFacts;
  /** random: whoever reads the fingerprint alone must not find the name by trying names */
  readonly salt: string;
  /** user id */
  readonly proposedBy: string;
}

/**
 * The same without a word of whom it is, sealed under the editorial key: all that whoever computes tables needs.
 * Analysts hold that key and not the register's.
 */
export interface BlindNaming {
  /** in tables */
  readonly code: string;
  readonly type: InstitutionType;
  /** of the register, as they stand in facets */
  readonly codes: readonly string[];
  readonly grade: EvidenceGrade;
  readonly askedOn: IsoDay;
  /** fingerprint of all that is approved; base64url */
  readonly hash: string;
}

/** A blind one that two persons have approved. */
export interface ClearedNaming extends BlindNaming {
  readonly id: string;
  /** user ids */
  readonly approvedBy: readonly string[];
}

/** @returns the bytes that an approval is bound to */
export function namingBytes({ facts, salt }: Pick<KeptNaming, "facts" | "salt">): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(canonicalJson({ form: FORM, salt, facts } as unknown as Json));
}

/** The subject of its approvals. */
export const namingSubject = (id: string): string => `naming/${id}`;

/**
 * Days that an institution has for its answer. Three weeks: the fifteen working days in which payment services have to answer a
 * complaint in the European Union (Directive 2015/2366, Article 101).
 */
export const REPLY_DUE_DAYS = 21;

/** The last day for an answer to what was asked on this one. */
export const replyDueOn = ({ askedOn }: Pick<RightOfReply, "askedOn">): IsoDay => addDays(askedOn, REPLY_DUE_DAYS);
