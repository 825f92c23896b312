import { notFound } from "#app/access/answers.server.ts";
import type { FormValues } from "#app/design-system/forms/form-context.tsx";
import type { Locale } from "#app/i18n/locales.ts";
import { seenMark } from "./draft-commands.server.ts";
import type { BuiltDraft } from "./draft-queries.server.ts";
import type { Sheet } from "./sheet.ts";
import { mainLanguage } from "./sheets.ts";

/** A part of a questionnaire as a form of its own edits it. */
export interface EditedPart {
  readonly id: string;
  /** in which its texts are written */
  readonly language: Locale;
  readonly seen: string;
  readonly defaults: FormValues;
}

/** What every page with a form of its own needs. @throws Response the page of what is not there */
export function partPage({ id, instrument }: BuiltDraft, sheet: Sheet): EditedPart {
  const defaults = sheet.fields(instrument) ?? absent();
  return { id, language: mainLanguage(instrument), seen: seenMark(defaults), defaults };
}

/** @throws Response the page of what is not there */
export function absent(): never {
  throw notFound();
}
