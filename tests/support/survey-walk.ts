import type { Walker } from "./walker.ts";

/**
 * Answers what a page of a questionnaire asks: to a question of one choice the first that leads on, of many the first, in
 * texts a word, in numbers a digit. Nothing that excludes the rest.
 */
export async function answerPage({ page }: Walker): Promise<void> {
  const main = page.locator("main form");
  const names = await main
    .locator("input[type=radio], input[type=checkbox]")
    .evaluateAll((boxes) => [...new Set(boxes.map((box) => (box as HTMLInputElement).name))]);
  for (const name of names.filter((one) => !one.endsWith("--decline"))) {
    const boxes = main.locator(`input[name="${name}"]`);
    const wanted = name.startsWith("q13--") ? ((await boxes.count()) > 1 ? 1 : 0) : 0;
    await boxes.nth(wanted).check({ force: true });
  }
  for (const select of await main.locator("select").all()) {
    const values = await select
      .locator("option")
      .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
    const first = values.filter((value) => value !== "")[await rankOf(select)];
    if (first) await select.selectOption(first);
  }
  for (const area of await main.locator("textarea, input[type=text]:not([inputmode])").all())
    await area.fill("Signal 0");
  for (const number of await main.locator("input[inputmode=numeric], input[type=number]").all()) await number.fill("3");
}

/** The second place of a ranking wants another answer than the first. */
async function rankOf(select: { getAttribute(name: string): Promise<string | null> }): Promise<number> {
  const place = /--(?:country-)?(\d+)$/.exec((await select.getAttribute("name")) ?? "")?.[1];
  return place ? Number(place) - 1 : 0;
}
