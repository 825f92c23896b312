import { totpAt } from "#app/platform/crypto/totp.server.ts";
import type { Walker } from "./walker.ts";

/** What somebody takes away on paper and in their telephone from joining. */
export interface OwnSecrets {
  readonly handle: string;
  readonly passphrase: string;
  readonly totpSecret: string;
}

const CODE_LIFE_MS = 30_000;
const CODE = /^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/;

/**
 * Through both pages, as people do.
 * @param landing the page where their role begins its day
 */
export async function signInAt(walker: Walker, person: OwnSecrets, landing: string): Promise<void> {
  const { handle, passphrase, totpSecret } = person;
  await walker.open("/sign-in");
  await walker.fill({ handle, passphrase });
  await walker.press("/sign-in/code");
  // The code before may have served to join, and each opens once: the next one is taken already.
  await walker.fill({ code: totpAt(totpSecret, Date.now() + CODE_LIFE_MS) });
  await walker.press(landing);
}

export async function signOutAt(walker: Walker): Promise<void> {
  await walker.page.locator(".account-menu summary").click();
  await walker.page.locator('.account-menu form[action="/sign-out"] button').click();
  await walker.page.waitForURL((url) => url.pathname === "/");
  await walker.look();
}

/** @returns the code, as the coordinator reads it out or prints it */
export async function inviteOrganisationAt(walker: Walker, name: string, country: string): Promise<string> {
  await walker.follow("/organisations");
  await walker.follow("/organisations/invite");
  await walker.fill({ name });
  await walker.page.locator("main [name=country]").selectOption(country);
  await walker.press("/account/code");
  const code = await textOf(walker, ".secret-sheet__words");
  if (!CODE.test(code)) throw new Error(`no invitation code: ${code}`);
  await walker.press("/organisations");
  return code;
}

/** From the home page to an account: code, words to write down, three of them asked back, authenticator. */
export async function redeemAt(walker: Walker, code: string): Promise<OwnSecrets> {
  await walker.open("/");
  await walker.follow("/join");
  await walker.fill({ code: code.toLowerCase().replaceAll("-", " ") });
  await walker.press("/join/keys");
  const [passphrase = [], sheet = []] = await wordsOn(walker);
  if (passphrase.length !== 7 || sheet.length !== 12) throw new Error("the sheets lack words");
  const handle = await textOf(walker, ".secret-sheet__facts dd");
  await walker.follow("/join/words");
  for (const [at, place] of (await placesAsked(walker)).entries())
    await walker.fill({ [`words${at + 1}`]: passphrase[place - 1] ?? "" });
  await walker.press("/join/second-factor");
  const totpSecret = (await textOf(walker, "main .secret-text")).replaceAll(/\s/g, "");
  await walker.fill({ code: totpAt(totpSecret, Date.now()) });
  await walker.press("/reports");
  return { handle, passphrase: passphrase.join(" "), totpSecret };
}

async function textOf({ page }: Walker, place: string): Promise<string> {
  return ((await page.locator(place).first().textContent()) ?? "").trim();
}

async function wordsOn({ page }: Walker): Promise<string[][]> {
  const sheets = await page.locator(".secret-sheet__words").all();
  return Promise.all(sheets.map((sheet) => sheet.locator("li bdi").allTextContents()));
}

/** "Word number 3 of the passphrase", in whichever language. */
async function placesAsked({ page }: Walker): Promise<number[]> {
  const labels = await page.locator('main label[for^="field-words"]').allTextContents();
  return labels.map((label) => Number(/\d+/.exec(label)?.[0]));
}
