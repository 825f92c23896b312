import { SAMPLE_TEXTS } from "#app/features/briefings/demo/sample-briefing.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { pressMain } from "./browser.ts";
import type { Walker } from "./walker.ts";

interface Wanted {
  readonly session: string;
  readonly locales: readonly Locale[];
}

const DRAFT = /\/briefing-drafts\/[0-9a-f-]{36}$/;

/** From the list to an empty draft. @returns its address */
export async function beginBriefing(editor: Walker, { session, locales }: Wanted): Promise<string> {
  await editor.open("/briefing-drafts");
  await editor.follow("/briefing-drafts/new");
  await editor.page.selectOption("select[name=session]", session);
  await editor.tick("locales", ...locales);
  await editor.press(DRAFT);
  return new URL(editor.page.url()).pathname;
}

export async function writeText(editor: Walker, draft: string, locale: Locale): Promise<void> {
  const { title, claim, sections } = SAMPLE_TEXTS[locale];
  await editor.open(`${draft}/text/${locale}`);
  await editor.fill({ title, claim, ...sections });
  await editor.press(draft);
}

export async function askFor(editor: Walker, draft: string, code: string, evidence: string): Promise<void> {
  await editor.open(`${draft}/asks`);
  await editor.tick(`ask-${code}`, "yes");
  await editor.page.locator(`details:has(input[name=evidence-${code}]) summary`).click();
  await editor.tick(`evidence-${code}`, evidence);
  await editor.press(draft);
}

/** @param kept the tables that stay of those on the list, as the form sends them; one by cases is added */
export async function chooseTablesAt(analyst: Walker, draft: string, kept: readonly string[]): Promise<void> {
  await analyst.open(`${draft}/tables`);
  await analyst.follow(`${draft}/tables/list`);
  for (const box of await analyst.page.locator("input[name=tables]").all())
    await box.setChecked(kept.includes(await box.inputValue()), { force: true });
  await analyst.page.selectOption("select[name=measure]", "cases");
  await analyst.page.selectOption("select[name=rows]", "affected_region");
  await analyst.look();
  // Behind it stands the way to one more.
  await analyst.page.locator("main form .button[type=submit]:not([name])").click();
  await analyst.page.waitForURL((url) => url.pathname === `${draft}/tables`);
  await analyst.look();
}

/** @param shown the dimension of a table that must be there afterwards */
export async function computeTablesAt(analyst: Walker, draft: string, shown: string): Promise<void> {
  await analyst.open("/briefing-drafts");
  await analyst.follow(draft);
  await analyst.open(`${draft}/tables`);
  await pressMain(analyst.page);
  await analyst.page.locator(`#organisations-by-${shown}`).waitFor();
  await analyst.look();
}

/** The editor's own yes, without which nobody else is asked. */
export async function sendToReview(editor: Walker, draft: string): Promise<void> {
  await editor.open(`${draft}/submit`);
  await editor.press(`${draft}/review`);
  await editor.tick("read", "yes");
  await editor.press(draft);
}
