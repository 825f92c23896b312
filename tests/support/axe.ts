import { AxeBuilder } from "@axe-core/playwright";
import type { CDPSession, Page } from "playwright-core";

/**
 * What axe calls serious or critical on the page, as lines; empty is well. Pages opened without scripts are looked at too.
 * @param colours false leaves out contrast, three quarters of the time: for pages whose colours were looked at elsewhere
 */
export async function seriousFaults(page: Page, { colours = true } = {}): Promise<string[]> {
  // The product has no frames, so axe may look in one piece; and what it finds right need not be told. Half the time each.
  const look = () =>
    new AxeBuilder({ page })
      .setLegacyMode(true)
      .options({ resultTypes: ["violations"], rules: { "color-contrast": { enabled: colours } } })
      .analyze();
  const { violations } = await withScripts(page, look);
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

export function hasScripts(page: Page): Promise<boolean> {
  return page.evaluate(() => !matchMedia("(scripting: none)").matches);
}

const sessions = new WeakMap<Page, CDPSession>();

/**
 * Axe needs scripts of its own. On a page that was opened without any they are switched on only while it looks: the page
 * stays as people without scripts see it.
 */
async function withScripts<T>(page: Page, look: () => Promise<T>): Promise<T> {
  if (await hasScripts(page)) return look();
  // Kept for as long as the page is: a session that ends leaves scripts switched on.
  const devtools = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, devtools);
  const disable = (value: boolean) => devtools.send("Emulation.setScriptExecutionDisabled", { value });
  // Playwright switched them off in a session of its own; this one can switch on only what it has switched off itself.
  await disable(true);
  await disable(false);
  try {
    return await look();
  } finally {
    await disable(true);
  }
}
