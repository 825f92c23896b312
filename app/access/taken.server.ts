import { notFound } from "./answers.server.ts";
import type { OpenSession } from "./session.server.ts";
import { findView, keepView } from "./views.server.ts";

/**
 * A page's form cannot answer with a file: the framework would take the bytes for the page's data and draw the page again. So
 * the form records that something is taken, leaves a ticket in the session and sends on to an address that gives nothing
 * without it. An address alone changes nothing and gives nothing away.
 * @param what such as `list/<id>`
 * @returns the ticket, for `?view=`
 */
export function giveTicket(session: OpenSession, what: string): Promise<string> {
  return keepView(session, { taken: what });
}

/** @throws Response the page of what is not there, where this session has not just taken it */
export function checkTicket(session: OpenSession, url: URL, what: string): void {
  const kept = findView<{ readonly taken?: string }>(session, url.searchParams.get("view"));
  if (kept?.taken !== what) throw notFound();
}
