import { z } from "zod";
import { LOCALES } from "#app/i18n/locales.ts";
import { idParam } from "#app/kernel/id-param.ts";
import { PARTS } from "./briefing.ts";

/** Parts of the addresses of a briefing's pages. What has not their form is answered like what is not there. */
export const briefingParams = z.object({ briefingId: idParam<"briefing">() });
/** One part of the text, in every language. */
export const briefingSectionParams = briefingParams.extend({ section: z.enum(PARTS) });
export const briefingLocaleParams = briefingParams.extend({ locale: z.enum(LOCALES) });

export const releaseParams = z.object({ slug: z.string().regex(/^[a-z0-9-]{1,40}$/) });
/** A file's name as a release keeps it; folders stand in the map of addresses. */
export const releaseFileParams = releaseParams.extend({
  file: z.string().regex(/^[a-z0-9-]{1,80}(?:\.[a-z]{2,5}){1,2}$/),
});

/** ISO 3166-1 alpha-2, in small letters as addresses are. */
export const stateParams = z.object({ state: z.string().regex(/^[a-z]{2}$/) });
