import { base64UrlOf, bytesEqual, utf8 } from "#app/platform/crypto/bytes.server.ts";
import { newFormToken, verifyFormToken } from "#app/platform/crypto/form-token.server.ts";
import { hmac } from "#app/platform/crypto/hash.server.ts";
import { subkey } from "#app/platform/crypto/secret.server.ts";
import { directoryKey } from "#app/platform/instance-secrets.server.ts";
import type { OpenSession } from "./session.server.ts";

const FORM_TOKEN = "form-token";

/** A token for the forms of one page, bound to this session and, where there is one, to this person. */
export function formTokenFor({ id, content }: OpenSession): string {
  return newFormToken(formKey(), id, content.userId);
}

/**
 * Whether a form came from a page that this visitor was given. A member whose session was renewed in another tab is
 * still the same person, and the form is still good.
 */
export function isOwnForm(token: string, { id, content }: OpenSession): boolean {
  const { session, person } = verifyFormToken(formKey(), token, id, content.userId);
  return session || (content.stage === "member" && person);
}

/** A form that arrived after its session had ended, in the keeping of the sign-in page. */
export interface KeptForm {
  /** path the form was sent to; bound by the ticket, so a request cannot choose another */
  readonly path: string;
  /** the old form token, which knows whose form it was */
  readonly token: string;
}

/** Binds path and token, so that neither can be exchanged on the way through the sign-in pages. */
export function ticketFor({ path, token }: KeptForm): string {
  return [path, token, mac(path, token)].join("\n");
}

/** @returns the kept form when the ticket is ours and the form was this person's; null otherwise. */
export function openTicket(ticket: string, session: OpenSession): KeptForm | null {
  const [path, token, proof] = ticket.split("\n");
  if (!path || !token || !proof) return null;
  if (!bytesEqual(utf8(proof), utf8(mac(path, token)))) return null;
  const { person } = verifyFormToken(formKey(), token, session.id, session.content.userId);
  return person ? { path, token } : null;
}

function mac(path: string, token: string): string {
  return base64UrlOf(hmac(formKey(), `kept\n${path}\n${token}`));
}

function formKey() {
  return subkey(directoryKey(), FORM_TOKEN);
}
