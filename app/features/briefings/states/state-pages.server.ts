import { labelOf } from "#app/features/briefings/figures/briefing-labels.server.ts";
import type { Dimension } from "#app/features/briefings/figures/dimensions.ts";
import { printedIn } from "#app/features/briefings/published/printed-value.ts";
import { findNewestRelease, type NewestRelease } from "#app/features/briefings/published/release-queries.server.ts";
import { blockingLawOf } from "#app/features/registers/blocking-law.ts";
import { REGIONAL_GROUPS } from "#app/features/registers/regional-groups.ts";
import { findState, listStates } from "#app/features/registers/state-queries.server.ts";
import { partyStatusOn, type StateParty } from "#app/features/registers/states-parties.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import { type IsoDay, isoDayOf } from "#app/kernel/iso-day.ts";
import { now } from "#app/platform/clock.server.ts";
import { asksTo, EVERY_ASK, isMet, type Stands } from "./state-asks.ts";
import type { ListedState, RegionFigure, StateAsk, StateGroup, StatePageData } from "./state-page.ts";

/** The tables that have a row for a regional group. */
const BY_REGION: readonly Dimension[] = ["affected_region", "institution_region"];

/** All States by regional group, and in each in the order of the reader's alphabet. */
export async function stateGroups(locale: Locale): Promise<StateGroup[]> {
  const states = await listStates();
  const today = isoDayOf(now());
  const { compare } = new Intl.Collator(locale);
  return REGIONAL_GROUPS.map((group) => ({
    group,
    name: labelOf("regional_group", group, locale),
    states: states
      .filter(({ regional_group }) => regional_group === group)
      .map((state) => listed(state, locale, today))
      .sort((one, other) => compare(one.name, other.name)),
  }));
}

/** One State: how it stands, what was released of its region, what it is asked. @param iso2  in capitals */
export async function statePage(iso2: string, locale: Locale): Promise<StatePageData | null> {
  const state = await findState(iso2);
  if (!state) return null;
  const newest = await findNewestRelease(locale);
  const asListed = listed(state, locale, isoDayOf(now()));
  const standing = { ...state, status: asListed.status };
  return {
    ...asListed,
    group: state.regional_group,
    groupName: labelOf("regional_group", state.regional_group, locale),
    inForceOn: state.rome_statute_in_force_date,
    withdrawalNotifiedOn: state.withdrawal_notified_date,
    withdrawalEffectiveOn: state.withdrawal_effective_date,
    apicSince: state.apic_deposit_date,
    sources: [...new Set([state.source, state.apic_source, state.status_note].filter((cited) => cited !== null))],
    newest: newest && { slug: newest.slug, kicker: newest.kicker },
    figures: newest ? figuresOf(newest, state, locale) : [],
    asks: newest ? releasedAsks(newest, standing) : registeredAsks(standing, locale),
    followUp: newest ? followUpFor(newest, standing) : null,
  };
}

function listed(state: StateParty, locale: Locale, today: IsoDay): ListedState {
  const { iso2, apic_party } = state;
  const status = partyStatusOn(state, today);
  return { iso2, name: state[`name_${locale}`], status, apic: apic_party, law: blockingLawOf(state) };
}

/** Only what is printed for everybody: a page of its own is no finer than the briefing. */
function figuresOf({ tables }: NewestRelease, { regional_group }: StateParty, locale: Locale): RegionFigure[] {
  return BY_REGION.map((dimension) => ({
    dimension,
    title: textFor(locale).dynamic(`briefings.table.title.${dimension}`),
    printed: printedIn(tables, dimension, regional_group),
  }));
}

function releasedAsks({ asks }: NewestRelease, state: Stands): StateAsk[] {
  return asksTo(state, asks).map(({ code, text, due, evidence, figure = null }) => {
    return { code, text, due, evidence, figure, isMet: isMet(state, code) };
  });
}

function registeredAsks(state: Stands, locale: Locale): StateAsk[] {
  const t = textFor(locale);
  return asksTo(state, EVERY_ASK).map(({ code }) => {
    return {
      code,
      text: t.dynamic(`asks.text.${code}`),
      due: null,
      evidence: null,
      figure: null,
      isMet: isMet(state, code),
    };
  });
}

/** Of the asks before only those that spoke to this State. */
function followUpFor({ followUp }: NewestRelease, state: Stands): StatePageData["followUp"] {
  const asks = followUp ? asksTo(state, followUp.asks) : [];
  return followUp && asks.length > 0 ? { lead: followUp.lead, sourceWord: followUp.sourceWord, asks } : null;
}
