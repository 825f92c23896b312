import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import type { Refusal } from "#app/kernel/refusal.ts";
import { now } from "#app/platform/clock.server.ts";
import { type Refused, refused, refusedForm } from "./answers.server.ts";
import { sessionCookie } from "./cookie.ts";
import { asksForLanguage, type FormValues, readFormBody } from "./form-body.server.ts";
import { formTokenFor, isOwnForm } from "./form-token.server.ts";
import {
  type Args,
  type FormTokenData,
  type Guest,
  invalid,
  KEPT_FOR_LANGUAGE,
  meet,
  sealedGate,
  text,
} from "./gate.server.ts";
import { inSessionContext, type OpenSession, startSession } from "./session.server.ts";
import { anonymousContent } from "./sign-in-again.server.ts";
import { forgetVisit } from "./visit.server.ts";

interface PublicActionDoor<F> {
  readonly form: z.ZodType<F>;
  /** `none` only where nothing of a session changes, such as the language: the origin guard alone protects it. */
  readonly session?: "none";
  /** what is said where the session of the form has ended; left out, that the page has to be opened again */
  readonly ended?: Refusal;
}

const EXPIRED: Refusal = { kind: "conflict", code: "form.expired" };

/** A page for everybody. */
export function publicLoader<D extends object>(handle: (guest: Guest) => Promise<D>) {
  return sealedGate("public", null, async (args: LoaderFunctionArgs) => handle(await meet(args)));
}

/** A page for everybody with a form: the visitor gets a session to send it from. */
export function publicFormLoader<D extends object>(handle: (guest: Guest & { session: OpenSession }) => Promise<D>) {
  return sealedGate("public", null, async (args: LoaderFunctionArgs) => {
    const { guest, session, headers } = await withSession(args);
    const answer = await handle({ ...guest, session });
    return data<D & FormTokenData>({ ...answer, formToken: formTokenFor(session) }, { headers });
  });
}

/** A file for everybody: answers with a response of its own. */
export function publicResource(handle: (guest: Guest) => Promise<Response>) {
  return sealedGate("public", null, async (args: LoaderFunctionArgs) => handle(await meet(args)));
}

/** A form for everybody. */
export function publicAction<F>(
  door: PublicActionDoor<F>,
  handle: (guest: Guest & { form: F; values: FormValues }) => Promise<Response | Refused>,
) {
  return sealedGate("public", null, async (args: ActionFunctionArgs) => {
    const guest = await meet(args);
    const body = await readFormBody(args.request);
    const { session } = guest.visit;
    const isOwn = door.session === "none" || (session !== null && isOwnForm(text(body.values.formToken), session));
    if (!isOwn) return refusedForm(door.ended ?? EXPIRED, body.values);
    if (asksForLanguage(body.values)) return refusedForm(KEPT_FOR_LANGUAGE, body.values);
    if (body.refusal) return refusedForm(body.refusal, body.values);
    const form = door.form.safeParse(body.values);
    if (!form.success) return refusedForm(invalid(form.error), body.values);
    const answer = await handle({ ...guest, form: form.data, values: body.values });
    return answer instanceof Response ? answer : refusedForm(answer.refused, body.values);
  });
}

/** A form for everybody that changes the visitor's own session, such as signing in. */
export function publicFormAction<F>(
  door: Pick<PublicActionDoor<F>, "form" | "ended">,
  handle: (guest: Guest & { form: F; values: FormValues; session: OpenSession }) => Promise<Response | Refused>,
) {
  return publicAction<F>(door, async (guest) => {
    const { session } = guest.visit;
    return session ? handle({ ...guest, session }) : refused(door.ended ?? EXPIRED);
  });
}

async function withSession(args: Args) {
  const guest = await meet(args);
  if (guest.visit.session) return { guest, session: guest.visit.session, headers: {} };
  const session = await inSessionContext((tx) => startSession(tx, anonymousContent(now().getTime()), null));
  forgetVisit(args.context);
  return { guest, session, headers: { "Set-Cookie": sessionCookie(session.token) } };
}
