import { formatsFor } from "#app/i18n/formats.ts";
import { directionOf, type Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import type { IsoDay } from "#app/kernel/iso-day.ts";
import type { PrintedCode } from "./panel-commands.server.ts";

/** A code as it goes to its organisation: on a sheet of its own, in that one's language. */
export interface CodeSheet {
  readonly organisation: string;
  readonly language: Locale;
  readonly direction: "ltr" | "rtl";
  readonly code: string;
  readonly title: string;
  readonly use: string;
  readonly promise: string;
}

/** @param address where a code is typed, such as `https://thaw.example.org/answer` */
export function codeSheets(codes: readonly PrintedCode[], closesOn: IsoDay, address: string): readonly CodeSheet[] {
  return codes.map(({ organisation, language, code }) => {
    const t = textFor(language);
    const day = formatsFor(language).date(closesOn);
    return {
      ...{ organisation, language, direction: directionOf(language), code },
      title: t("waves.sheet.title"),
      use: t("waves.sheet.use", { address, day }),
      promise: t("waves.sheet.promise"),
    };
  });
}
