import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { z } from "zod";
import { now } from "#app/platform/clock.server.ts";
import { base64UrlOf } from "#app/platform/crypto/bytes.server.ts";
import { ctx } from "#app/platform/crypto/hash.server.ts";
import type { Actor } from "./actor.ts";
import { notFound, type Refused, refused, refusedForm } from "./answers.server.ts";
import { sessionCookie } from "./cookie.ts";
import { asksForLanguage, type FormValues, readFormBody } from "./form-body.server.ts";
import { formTokenFor, hatOfForm, isOwnForm } from "./form-token.server.ts";
import { KeyNotHeld } from "./key-not-held.ts";
import { may, type Permission } from "./policy.ts";
import { inSessionContext, type OpenSession, startSession } from "./session.server.ts";
import { isFreshlyAuthenticated } from "./session-content.ts";
import { anonymousContent, changeBack, signInAgain } from "./sign-in-again.server.ts";
import { forgetVisit, type Visit, visitOf } from "./visit.server.ts";

export { refused } from "./answers.server.ts";

/** What every page with a form is given besides its own data. */
export interface FormTokenData {
  readonly formToken: string;
}

interface Door<P> {
  readonly may: Permission;
  readonly params?: z.ZodType<P>;
}

interface ActionDoor<P, F> extends Door<P> {
  readonly form: z.ZodType<F>;
  /** the act needs a proof, at most five minutes old, of who is at the keyboard */
  readonly reauthenticated?: boolean;
}

interface PublicActionDoor<F> {
  readonly form: z.ZodType<F>;
  /** `none` only where nothing of a session changes, such as the language: the origin guard alone protects it. */
  readonly session?: "none";
}

type Args = LoaderFunctionArgs | ActionFunctionArgs;
interface Guest {
  readonly request: Request;
  readonly url: URL;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly context: Args["context"];
  readonly visit: Visit;
}
interface Admitted<P> extends Omit<Guest, "params"> {
  readonly actor: Actor;
  readonly session: OpenSession;
  readonly params: P;
}

/** A page for members. Who is not signed in is sent to do so; who may not see it gets the page of what does not exist. */
export function guardedLoader<D extends object, P = unknown>(
  door: Door<P>,
  handle: (admitted: Admitted<P>) => Promise<D>,
) {
  return sealedGate("guarded", door.may, async (args: LoaderFunctionArgs): Promise<D & FormTokenData> => {
    const admitted = await admit(door, args);
    return { ...(await orWait(handle(admitted))), formToken: formTokenFor(admitted.session) };
  });
}

/** A newcomer whose keys still wait for a holder is told so, instead of being shown something broken. */
async function orWait<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw error instanceof KeyNotHeld ? redirect("/account/waiting") : error;
  }
}

async function orKept(answer: Promise<Response | Refused>): Promise<Response | Refused> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof KeyNotHeld) return refused({ kind: "conflict", code: "keys.waiting" });
    throw error;
  }
}

/** A file for members: answers with a response of its own. */
export function guardedResource<P = unknown>(door: Door<P>, handle: (admitted: Admitted<P>) => Promise<Response>) {
  return sealedGate("guarded", door.may, async (args: LoaderFunctionArgs) => orWait(handle(await admit(door, args))));
}

/** A change by a member. Order: whose form, who, may they, fresh enough, well formed; then the one command. */
export function guardedAction<F, P = unknown>(
  door: ActionDoor<P, F>,
  handle: (admitted: Admitted<P> & { form: F; values: FormValues }) => Promise<Response | Refused>,
) {
  return sealedGate("guarded", door.may, async (args: ActionFunctionArgs) => {
    const guest = await meet(args);
    const body = await readFormBody(args.request);
    const { actor, session } = guest.visit;
    if (!actor || !session) throw await signInAgain("ended", guest.url, body.values, session);
    const otherHat = hatLeft(guest.visit, text(body.values.formToken), door.may);
    if (otherHat) throw await changeBack(otherHat, guest.url, body.values, session);
    if (!may(actor, door.may)) throw notFound();
    if (!isOwnForm(text(body.values.formToken), session))
      return refusedForm({ kind: "conflict", code: "form.not-yours" }, body.values);
    if (asksForLanguage(body.values)) return refusedForm(IN_LANGUAGE, body.values);
    if (hatOfForm(text(body.values.formToken)) !== session.content.hatId)
      return refusedForm({ kind: "conflict", code: "form.other-hat" }, body.values);
    if (door.reauthenticated && !isFreshlyAuthenticated(session.content, now().getTime()))
      throw await signInAgain("reauthenticate", guest.url, body.values, session);
    if (body.refusal) return refusedForm(body.refusal, body.values);
    const form = door.form.safeParse(body.values);
    if (!form.success) return refusedForm(invalid(form.error), body.values);
    const submission = { token: text(body.values.formToken), action: actionOf(guest.url, body.values), commands: 0 };
    const admitted = { ...guest, session, actor: { ...actor, submission }, params: parseParams(door, args) };
    const answer = await orKept(handle({ ...admitted, form: form.data, values: body.values }));
    return answer instanceof Response ? answer : refusedForm(answer.refused, body.values);
  });
}

const IN_LANGUAGE = { kind: "kept", code: "form.in-language" } as const;

/** The hat under which a form was drawn, where its person has changed hats since and could send it under that one. */
function hatLeft({ session, hats }: Visit, token: string, permission: Permission) {
  if (!session || !isOwnForm(token, session)) return null;
  const drawnUnder = hatOfForm(token);
  if (drawnUnder === session.content.hatId) return null;
  return hats.find((hat) => hat.id === drawnUnder && may(hat, permission)) ?? null;
}

/** A page for everybody. With `form: true` the visitor gets a session to send its form from. */
export function publicLoader<D extends object>(handle: (guest: Guest) => Promise<D>) {
  return sealedGate("public", null, async (args: LoaderFunctionArgs) => handle(await meet(args)));
}

export function publicFormLoader<D extends object>(handle: (guest: Guest & { session: OpenSession }) => Promise<D>) {
  return sealedGate("public", null, async (args: LoaderFunctionArgs) => {
    const { guest, session, headers } = await withSession(args);
    const answer = await handle({ ...guest, session });
    return data<D & FormTokenData>({ ...answer, formToken: formTokenFor(session) }, { headers });
  });
}

export function publicResource(handle: (guest: Guest) => Promise<Response>) {
  return sealedGate("public", null, async (args: LoaderFunctionArgs) => handle(await meet(args)));
}

export function publicAction<F>(
  door: PublicActionDoor<F>,
  handle: (guest: Guest & { form: F; values: FormValues }) => Promise<Response | Refused>,
) {
  return sealedGate("public", null, async (args: ActionFunctionArgs) => {
    const guest = await meet(args);
    const body = await readFormBody(args.request);
    const { session } = guest.visit;
    const isOwn = door.session === "none" || (session !== null && isOwnForm(text(body.values.formToken), session));
    if (!isOwn) return refusedForm({ kind: "conflict", code: "form.expired" }, body.values);
    if (asksForLanguage(body.values)) return refusedForm(IN_LANGUAGE, body.values);
    if (body.refusal) return refusedForm(body.refusal, body.values);
    const form = door.form.safeParse(body.values);
    if (!form.success) return refusedForm(invalid(form.error), body.values);
    const answer = await handle({ ...guest, form: form.data, values: body.values });
    return answer instanceof Response ? answer : refusedForm(answer.refused, body.values);
  });
}

/** A form for everybody that changes the visitor's own session, such as signing in. */
export function publicFormAction<F>(
  door: Pick<PublicActionDoor<F>, "form">,
  handle: (guest: Guest & { form: F; values: FormValues; session: OpenSession }) => Promise<Response | Refused>,
) {
  return publicAction<F>(door, async (guest) => {
    const { session } = guest.visit;
    return session ? handle({ ...guest, session }) : refused({ kind: "conflict", code: "form.expired" });
  });
}

async function meet(args: Args): Promise<Guest> {
  const { request, params, context } = args;
  return { request, params, context, url: new URL(request.url), visit: await visitOf(request, context) };
}

async function admit<P>(door: Door<P>, args: Args): Promise<Admitted<P>> {
  const guest = await meet(args);
  const { actor, session } = guest.visit;
  if (!actor || !session) throw redirect("/sign-in");
  if (!may(actor, door.may)) throw notFound();
  return { ...guest, actor, session, params: parseParams(door, args) };
}

async function withSession(args: Args) {
  const guest = await meet(args);
  if (guest.visit.session) return { guest, session: guest.visit.session, headers: {} };
  const session = await inSessionContext((tx) => startSession(tx, anonymousContent(now().getTime()), null));
  forgetVisit(args.context);
  return { guest, session, headers: { "Set-Cookie": sessionCookie(session.token) } };
}

function parseParams<P>(door: Door<P>, { params }: Args): P {
  if (!door.params) return params as P;
  const parsed = door.params.safeParse(params);
  if (!parsed.success) throw notFound();
  return parsed.data;
}

function invalid(error: z.ZodError) {
  const fields: Record<string, string> = {};
  for (const { path, message } of error.issues) fields[path.join(".") || "form"] ??= message;
  return { kind: "invalid", code: "form.invalid", fields } as const;
}

/** Where a form went and what it said: the same page sent again with other words, or another of its buttons, is another act. */
function actionOf({ pathname }: URL, values: FormValues): string {
  return `${pathname}#${base64UrlOf(ctx("form", JSON.stringify(Object.entries(values).sort())))}`;
}

function text(value: FormValues[string] | undefined): string {
  return typeof value === "string" ? value : "";
}

/** How a function came through the gate; a test walks the map of routes and asks each loader and action for it. */
export interface Gate {
  readonly kind: "guarded" | "public";
  readonly may: Permission | null;
}

function sealedGate<T extends (args: never) => unknown>(kind: Gate["kind"], permission: Permission | null, door: T) {
  return Object.assign(door, { gate: { kind, may: permission } satisfies Gate });
}
