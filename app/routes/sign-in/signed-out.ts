import { redirect } from "@remix-run/node";
import { publicResource } from "#app/access/public-door.server.ts";
import { isLocale } from "#app/i18n/locales.ts";
import { localeCookie } from "#app/i18n/negotiate.ts";
import { paths } from "#app/paths.ts";

/**
 * Signing out makes the browser forget everything of this site, the language too. Tor Browser always asks for English,
 * so without this an Arabic reader would meet an English page each time.
 */
export const loader = publicResource(async ({ params, url }) => {
  const { locale } = params;
  const headers = isLocale(locale) ? { "Set-Cookie": localeCookie(locale, url.protocol === "https:") } : undefined;
  return redirect(paths.home(), { ...(headers && { headers }) });
});
