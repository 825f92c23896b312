import { readKept } from "#app/access/form-body.server.ts";
import { openTicket } from "#app/access/form-token.server.ts";
import type { OpenSession } from "#app/access/session.server.ts";
import type { ContinueData } from "#app/features/accounts/sign-in/ui/continue-page.tsx";

interface Kept {
  readonly kept?: string | undefined;
  readonly ticket?: string | undefined;
}

/** @returns the form that waited on another page, where it is this very person's; anybody else's is dropped */
export function openKeptForm(session: OpenSession, { kept, ticket }: Kept): ContinueData | null {
  const form = kept && ticket ? openTicket(ticket, session) : null;
  return form && kept ? { path: form.path, fields: fieldsOf(kept) } : null;
}

/** Name and value pairs, as a form sends them. */
function fieldsOf(kept: string): [string, string][] {
  return Object.entries(readKept(kept)).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
}
