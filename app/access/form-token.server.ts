import { base64UrlOf, bytesEqual, utf8 } from "#app/platform/crypto/bytes.server.ts";
import { newFormToken, verifyFormToken } from "#app/platform/crypto/form-token.server.ts";
import { hmac } from "#app/platform/crypto/hash.server.ts";
import { subkey } from "#app/platform/crypto/secret.server.ts";
import { directoryKey } from "#app/platform/instance-secrets.server.ts";
import type { OpenSession } from "./session.server.ts";
import { ownerOf, type SessionStage, wornIn } from "./session-content.ts";

const FORM_TOKEN = "form-token";

/**
 * A token for the forms of one page, bound to this session and, where there is one, to this person. Behind a dot it
 * names the hat that was worn: a hint, for what a hat may do is decided elsewhere.
 */
export function formTokenFor({ id, content }: OpenSession): string {
  const token = newFormToken(formKey(), id, ownerOf(content));
  const worn = wornIn(content);
  return worn ? `${token}.${worn}` : token;
}

/**
 * Whether a form came from a page that this visitor was given. A member whose session was renewed in another tab is
 * still the same person, and the form is still good.
 */
export function isOwnForm(token: string, { id, content }: OpenSession): boolean {
  const { session, person } = verifyFormToken(formKey(), withoutHat(token), id, ownerOf(content));
  return session || (WITH_KEYS.includes(content.stage) && person);
}

/** Stages in which somebody is known by a key and not by a session alone. */
const WITH_KEYS: readonly SessionStage[] = ["member", "receipt"];

/** The hat that was worn when the page with this form was drawn. A form never acts under another: teams would mix. */
export function hatOfForm(token: string): string | null {
  return token.split(".")[1] ?? null;
}

function withoutHat(token: string): string {
  return token.split(".")[0] ?? "";
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
  // A space is in neither of them, and unlike a line break it travels through a form unchanged.
  return [path, token, mac(path, token)].join(" ");
}

/** @returns the kept form when the ticket is ours and the form was this person's; null otherwise. */
export function openTicket(ticket: string, session: OpenSession): KeptForm | null {
  const [path, token, proof] = ticket.split(" ");
  if (!path || !token || !proof) return null;
  if (!bytesEqual(utf8(proof), utf8(mac(path, token)))) return null;
  const { person } = verifyFormToken(formKey(), withoutHat(token), session.id, ownerOf(session.content));
  return person ? { path, token } : null;
}

/** The hat of the form a ticket keeps: whoever signs in again goes on as who they were. */
export function hatOfTicket(ticket: string): string | null {
  return hatOfForm(ticket.split(" ")[1] ?? "");
}

function mac(path: string, token: string): string {
  return base64UrlOf(hmac(formKey(), `kept\n${path}\n${token}`));
}

function formKey() {
  return subkey(directoryKey(), FORM_TOKEN);
}
