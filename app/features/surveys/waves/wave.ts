import type { TeamId, WaveId } from "#app/kernel/id.ts";
import { daysBetween, type IsoDay } from "#app/kernel/iso-day.ts";

/** Fewer codes at once, or fewer answers, and a batch would say who is in it. Source: decisions, 24 and 39. */
export const FEWEST_AT_ONCE = 5;
export const MOST_INVITED = 2_000;
export const ORGANISATION_NAME_MAX = 200;
/** That a team has in hand; closed ones stay and hinder nobody. */
export const MOST_OPEN_WAVES = 50;
/** A survey that never ends would keep its drafts for ever. */
const LONGEST_DAYS = 366;

export const isShortEnough = (opensOn: IsoDay, closesOn: IsoDay): boolean =>
  daysBetween(opensOn, closesOn) < LONGEST_DAYS;

/** What a wave is about. Public once two persons have approved it: it is what respondents are told. */
export interface WaveFacts {
  readonly form: 1;
  /** session of the Assembly, as the register has it, such as `ASP25` */
  readonly session: string;
  /** the time that is asked about */
  readonly referenceFrom: IsoDay;
  readonly referenceTo: IsoDay;
  readonly opensOn: IsoDay;
  /** the last day on which it takes answers */
  readonly closesOn: IsoDay;
  /** digest of the published version of the questionnaire */
  readonly instrument: string;
}

/** What the team keeps of it, as a letter to itself. */
export interface WaveRecord {
  readonly facts: WaveFacts;
  readonly begun: WhoAndWhen;
  /** who gave the first word, and who the second */
  readonly sent: WhoAndWhen | null;
  readonly approved: WhoAndWhen | null;
  /** a later last day that one person wishes for, until a second one agrees; older records have none */
  readonly moving?: MovingDay | null;
}

export interface MovingDay extends WhoAndWhen {
  readonly closesOn: IsoDay;
}

export interface WhoAndWhen {
  readonly by: string;
  readonly on: IsoDay;
}

export interface KeptWave extends WaveRecord {
  readonly id: WaveId;
  readonly teamId: TeamId;
  readonly version: number;
  /** of the sealed bytes: what a word is given on */
  readonly sealedHash: Uint8Array<ArrayBuffer>;
  readonly isApproved: boolean;
  readonly endedOn: IsoDay | null;
  readonly isRead: boolean;
}

/** A wave as anybody may know it who is let in: whoever answers, and whoever analyses. */
export interface PublicWave {
  readonly id: WaveId;
  readonly teamId: TeamId;
  readonly facts: WaveFacts;
  readonly endedOn: IsoDay | null;
  readonly isRead: boolean;
}
