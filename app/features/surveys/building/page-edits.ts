import { type End, findPage, type Instrument, type Page } from "#app/features/surveys/instruments/instrument.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { ENDS_FULL, IS_NEEDED, LAST_PAGE, NO_QUESTIONNAIRE, PAGES_FULL } from "./building-refusals.ts";
import { hangingOnPage } from "./references.ts";

const MOST_PAGES = 80;
const MOST_ENDS = 6;

/** One step up or down. */
export type Step = -1 | 1;

/** The page itself and not its name says which one is meant: a file may bring two of one name. */
export function changePage(instrument: Instrument, page: Page, change: (page: Page) => Page): Instrument {
  return { ...instrument, pages: instrument.pages.map((one) => (one === page ? change(one) : one)) };
}

/** The first page of that name; without one nothing changes. */
export function mapPage(instrument: Instrument, name: string, change: (page: Page) => Page): Instrument {
  const page = findPage(instrument, name);
  return page ? changePage(instrument, page, change) : instrument;
}

/** Behind all others. */
export function addPage(instrument: Instrument, page: Page): Result<Instrument> {
  return instrument.pages.length < MOST_PAGES
    ? ok({ ...instrument, pages: [...instrument.pages, page] })
    : refuse(PAGES_FULL);
}

/** With everything on it. What stays behind must not look at what goes. */
export function removePage(instrument: Instrument, name: string): Result<Instrument> {
  const page = findPage(instrument, name);
  if (!page) return refuse(NO_QUESTIONNAIRE);
  if (instrument.pages.length === 1) return refuse(LAST_PAGE);
  if (hangingOnPage(instrument, name).length > 0) return refuse(IS_NEEDED);
  return ok({ ...instrument, pages: instrument.pages.filter((one) => one !== page) });
}

/** At the beginning and at the end of everything it stays where it is. */
export function movePage(instrument: Instrument, name: string, step: Step): Instrument {
  const at = instrument.pages.findIndex((page) => page.name === name);
  return at < 0 ? instrument : { ...instrument, pages: swapped(instrument.pages, at, at + step) };
}

/** Where there is no such place the list stays as it is. */
export function swapped<Item>(list: readonly Item[], one: number, other: number): readonly Item[] {
  if (other < 0 || other >= list.length) return list;
  return list.with(one, list[other]!).with(other, list[one]!);
}

/** Behind the other ends of its page: of several that fit a respondent the first one counts. */
export function addEnd(instrument: Instrument, pageName: string, end: End): Result<Instrument> {
  const page = findPage(instrument, pageName);
  if (!page) return refuse(NO_QUESTIONNAIRE);
  const ends = page.ends ?? [];
  if (ends.length >= MOST_ENDS) return refuse(ENDS_FULL);
  return ok(changePage(instrument, page, (one) => ({ ...one, ends: [...ends, end] })));
}

/** An end that is not there changes nothing: whoever deletes one twice has deleted it. */
export function removeEnd(instrument: Instrument, pageName: string, name: string): Instrument {
  return mapPage(instrument, pageName, ({ ends, ...page }) => {
    const kept = (ends ?? []).filter((end) => end.name !== name);
    return kept.length > 0 ? { ...page, ends: kept } : page;
  });
}
