import { strFromU8, unzipSync } from "fflate";
import type { Locale } from "#app/i18n/locales.ts";
import type { Walker } from "./walker.ts";

/** What a link of the page leads to, as the reader would have it on the disk. */
export interface Taken {
  readonly path: string;
  /** `pdf`, `docx`, `csv` or `zip` */
  readonly kind: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Turns a public page to another language, by the button that everybody sees. */
export async function readIn({ page }: Walker, locale: Locale): Promise<void> {
  await page.locator(`.language-switch button[value="${locale}"]`).click();
  await page.locator(`html[lang="${locale}"]`).waitFor({ state: "attached" });
}

/** Takes every file that the page offers below its own address. */
export async function takeFiles({ page }: Walker): Promise<Taken[]> {
  const own = page.locator(`main a[href^="${new URL(page.url()).pathname}/"]`);
  const links = await own.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
  return Promise.all(
    [...new Set(links)].map(async (path) => {
      const answer = await page.request.get(path);
      if (!answer.ok()) throw new Error(`${path}: ${answer.status()}`);
      const mediaType = answer.headers()["content-type"] ?? "";
      return { path, kind: path.split(".").at(-1) ?? "", mediaType, bytes: await answer.body() };
    }),
  );
}

/** Everything that can be read in the files: packages and editable copies by their members, tables as they are; a PDF holds pictures of words. */
export function wordsIn(files: readonly Taken[]): string {
  const texts = files.flatMap(({ kind, bytes }) => {
    if (kind === "zip" || kind === "docx") return Object.values(unzipSync(bytes)).map((member) => strFromU8(member));
    return kind === "csv" ? [strFromU8(bytes)] : [];
  });
  return texts.join("\n");
}
