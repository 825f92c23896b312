import type { AskCode } from "#app/features/briefings/asks.ts";
import type { Dimension } from "#app/features/briefings/figures/dimensions.ts";
import type { PrintedValue } from "#app/features/briefings/published/printed-value.ts";
import type { PublishedFollowUp } from "#app/features/briefings/published/published-text.ts";
import type { BlockingLaw } from "#app/features/registers/blocking-law.ts";
import type { RegionalGroup } from "#app/features/registers/regional-groups.ts";
import type { PartyStatus, StateParty } from "#app/features/registers/states-parties.ts";

/** A line of the list of States. */
export interface ListedState {
  readonly iso2: string;
  readonly name: string;
  readonly status: PartyStatus;
  readonly apic: StateParty["apic_party"];
  readonly law: BlockingLaw;
}

/** The States of one regional group, by name. */
export interface StateGroup {
  readonly group: RegionalGroup;
  readonly name: string;
  readonly states: readonly ListedState[];
}

/** What one table of the newest briefing says of a State's regional group. */
export interface RegionFigure {
  readonly dimension: Dimension;
  readonly title: string;
  readonly printed: PrintedValue;
}

export interface StateAsk {
  readonly code: AskCode;
  readonly text: string;
  readonly due: string | null;
  /** the tables that stand behind it */
  readonly evidence: string | null;
  /** the figure behind it */
  readonly figure: string | null;
  readonly isMet: boolean;
}

/** Everything on the page of a State, in the reader's language. Days are ISO days. */
export interface StatePageData extends ListedState {
  readonly group: RegionalGroup;
  readonly groupName: string;
  readonly inForceOn: string | null;
  readonly withdrawalNotifiedOn: string | null;
  readonly withdrawalEffectiveOn: string | null;
  readonly apicSince: string | null;
  /** in English, as the register cites them */
  readonly sources: readonly string[];
  /** the briefing released last, or null */
  readonly newest: { readonly slug: string; readonly kicker: string } | null;
  readonly figures: readonly RegionFigure[];
  readonly asks: readonly StateAsk[];
  /** what the newest briefing says became of the asks before that spoke to this State */
  readonly followUp: Pick<PublishedFollowUp, "asks" | "lead" | "sourceWord"> | null;
}
