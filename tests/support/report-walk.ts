import type { Page } from "playwright-core";

/** How a person fills in one question, by the last part of its address. A question without an entry is passed over. */
export type Answers = Readonly<Record<string, (page: Page) => Promise<unknown>>>;

/** Long lists are folded: whoever looks for a rare answer opens the rest. */
const choose = (value: string) => async (page: Page) => {
  const input = page.locator(`input[value="${value}"]`);
  const fold = page.locator("main details:not([open])", { has: input }).locator("summary");
  if ((await fold.count()) > 0) await fold.click();
  await page.locator("main").locator(input).check({ force: true });
};
const write = (fields: Readonly<Record<string, string>>) => async (page: Page) => {
  for (const [name, text] of Object.entries(fields)) await page.locator(`main [name="${name}"]`).fill(text);
};

/** A bank has announced that it will close the account: thirty questions and no exotic one. */
export const ACCOUNT_CLOSURE: Answers = {
  "listed-parties": choose("no"),
  affected: choose("own_organisation"),
  "affected-type": choose("cso"),
  "incident-group": choose("account"),
  incident: choose("account_closure_notice"),
  "institution-type": choose("commercial_bank"),
  institution: async (page) => {
    await write({ institutionName: "Northern Savings Bank" })(page);
    await page.locator('[name="institutionCountry"]').selectOption("DE");
  },
  started: write({ startedOnMonth: "3", startedOnYear: "2026" }),
  ongoing: choose("yes"),
  danger: choose("no"),
  "money-at-risk": choose("no"),
  amount: async (page) => {
    await write({ moneyAmount: "1,500.00" })(page);
    await page.locator('[name="moneyCurrency"]').selectOption("EUR");
  },
  reason: choose("fear_of_penalties"),
  "in-writing": choose("yes"),
  remedies: choose("complaint"),
  "remedy-results": choose("waiting"),
  story: write({ story: "The bank wrote to us.\nكتب إلينا المصرف." }),
  consent: choose("c4_confidential_to_named"),
  recipients: write({ recipients: "Foreign ministry of Norway" }),
};

/** The same, with an answer to each question that may be passed over; numbers as an Arabic keyboard types them. */
export const ACCOUNT_CLOSURE_IN_FULL: Answers = {
  ...ACCOUNT_CLOSURE,
  "affected-country": (page) => page.locator('[name="affectedCountry"]').selectOption("NL"),
  "other-incidents": choose("transfer_held_for_checks"),
  deadlines: write({ closureOnDay: "31", closureOnMonth: "12", closureOnYear: String(new Date().getFullYear()) }),
  channel: choose("bank_transfer"),
  measure: choose("us_eo_14203"),
  notice: write({ noticeDays: "٣٠" }),
  documents: choose("donor_list"),
  outcome: choose("open"),
  consequences: async (page) => {
    for (const consequence of ["staff_unpaid", "extra_cost"]) await choose(consequence)(page);
  },
  "extra-cost": async (page) => {
    await write({ extraCostAmount: "٤٥٠", staffDays: "٩" })(page);
    await page.locator('[name="extraCostCurrency"]').selectOption("EUR");
  },
  people: async (page) => {
    await write({ peopleAffected: "١١" })(page);
    await choose("staff")(page);
  },
  "court-related": choose("yes"),
  risk: choose("guarded"),
};

const MOST_PAGES = 50;

/** Continue, and until the next page has come, or the same one with what is wrong. */
export async function pressContinue(page: Page): Promise<void> {
  const before = page.url();
  await page.locator("main form .button-row button").first().click();
  await Promise.race([
    page.waitForURL((url) => url.href !== before),
    page.locator(".error-summary").waitFor({ state: "visible" }),
  ]);
}

/** From the first question to the check of answers. @param look called at each page before it is filled in */
export async function walkThrough(
  page: Page,
  answers: Answers,
  look: (slug: string) => Promise<void> = async () => {},
): Promise<readonly string[]> {
  const seen: string[] = [];
  for (let slug = slugOf(page); slug !== "check"; slug = slugOf(page)) {
    if (seen.at(-1) === slug || seen.length > MOST_PAGES) throw new Error(`the walk is stuck at ${slug}`);
    seen.push(slug);
    await look(slug);
    await answers[slug]?.(page);
    await pressContinue(page);
  }
  return seen;
}

export function slugOf(page: Page): string {
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}
