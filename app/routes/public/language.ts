import { redirect } from "@remix-run/node";
import { z } from "zod";
import { publicAction } from "#app/access/public-door.server.ts";
import { LOCALES } from "#app/i18n/locales.ts";
import { localeCookie } from "#app/i18n/negotiate.ts";
import { paths } from "#app/paths.ts";

const languageForm = z.object({ locale: z.enum(LOCALES), page: z.string().max(200).default("") }).loose();

/** Remembers the language and goes back: to a page of the map, by its name, never to an address from the request. */
export const action = publicAction({ form: languageForm, session: "none" }, async ({ form, context, url }) => {
  const target = context.pathOf(form.page, parametersIn(form)) ?? paths.home();
  return redirect(target, {
    status: 303,
    headers: { "Set-Cookie": localeCookie(form.locale, url.protocol === "https:") },
  });
});

function parametersIn(form: Readonly<Record<string, unknown>>): Record<string, string> {
  const named = Object.entries(form).filter(([name]) => name.startsWith("param."));
  return Object.fromEntries(named.map(([name, value]) => [name.slice("param.".length), String(value)]));
}
