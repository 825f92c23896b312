import type { RightOfReply } from "#app/features/registers/institutions/institution.ts";
import type { IsoDay } from "#app/kernel/iso-day.ts";
import type { NameObstacle } from "./edition-names.ts";
import type { EvidenceGrade } from "./evidence-grade.ts";
import type { NamingGap } from "./naming-rules.ts";

/** How far a proposal is: refused and taken back ones are gone. */
export type NamingState = "waiting" | "approved" | "void";

/** A proposal in the words of one language. */
export interface NamingView {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly grade: EvidenceGrade;
  readonly reply: RightOfReply;
  readonly dueOn: IsoDay;
  readonly hash: string;
  readonly state: NamingState;
  /** what has changed since; null where nothing has */
  readonly obstacle: NameObstacle | null;
  /** whether the tables as they are computed now name it; null where it does not stand to be named */
  readonly isPrinted: boolean | null;
  /** the reader proposed it */
  readonly isMine: boolean;
}

export interface NamingListData {
  readonly briefingId: string;
  readonly isDraft: boolean;
  readonly role: string;
  readonly namings: readonly NamingView[];
}

/** An entry of the register that was asked for its side, with what still keeps it from being proposed. */
export interface NameOption {
  readonly value: string;
  readonly label: string;
  readonly gap: NamingGap | null;
}
