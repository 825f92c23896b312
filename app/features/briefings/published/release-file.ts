import type { Locale } from "#app/i18n/locales.ts";

/** A file of a release, ready to be kept and served. */
export interface ReleaseFile {
  /** below the briefing's own address */
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export const PACKAGE_PATH = "package.zip";

/** The file of one language; English has the plain name that addresses promise. */
export function pdfPath(locale: Locale): string {
  return locale === "en" ? "briefing.pdf" : `briefing.${locale}.pdf`;
}

/** The editable copy of one language. */
export function wordPath(locale: Locale): string {
  return locale === "en" ? "briefing.docx" : `briefing.${locale}.docx`;
}

/** What one addressee is asked, on one page. */
export function onePagePath(page: string, locale: Locale): string {
  return locale === "en" ? `one-page-${page}.pdf` : `one-page-${page}.${locale}.pdf`;
}

/** Every picture of one language as a slide. */
export function slidesPath(locale: Locale): string {
  return `slides-${locale}.zip`;
}

/** The figures of one table, under the id that its page shows. */
export function tablePath(tableId: string): string {
  return `tables/${tableId}.csv`;
}
