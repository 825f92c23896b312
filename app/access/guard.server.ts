import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { z } from "zod";
import { now } from "#app/platform/clock.server.ts";
import { base64UrlOf } from "#app/platform/crypto/bytes.server.ts";
import { ctx } from "#app/platform/crypto/hash.server.ts";
import type { Actor } from "./actor.ts";
import { notFound, type Refused, refused, refusedForm } from "./answers.server.ts";
import { asksForLanguage, type FormValues, filesLeft } from "./form-body.server.ts";
import { formTokenFor, hatOfForm, isOwnForm } from "./form-token.server.ts";
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
import { KeyNotHeld } from "./key-not-held.ts";
import { may, type Permission } from "./policy.ts";
import type { OpenSession } from "./session.server.ts";
import { isFreshlyAuthenticated, wornIn } from "./session-content.ts";
import { changeBack, signInAgain } from "./sign-in-again.server.ts";
import { namesOf, readUploadBody, type SentFile } from "./upload-body.server.ts";
import type { Visit } from "./visit.server.ts";

export { refused } from "./answers.server.ts";

interface Door<P> {
  readonly may: Permission;
  readonly params?: z.ZodType<P>;
}

interface ActionDoor<P, F> extends Door<P> {
  readonly form: z.ZodType<F>;
  /** the act needs a proof, at most five minutes old, of who is at the keyboard */
  readonly reauthenticated?: boolean;
}

interface Sent<F> {
  readonly form: F;
  readonly values: FormValues;
  /** behind the fields; dropped where the page never asks for them */
  readonly files: AsyncIterable<SentFile>;
}

interface Admitted<P> extends Omit<Guest, "params"> {
  readonly actor: Actor;
  readonly session: OpenSession;
  readonly params: P;
}

/** A form that was kept comes back once to be looked at where it has lost its files: what it says may need them. */
const FILES_LEFT = { kind: "invalid", code: "form.files-left" } as const;

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
  handle: (admitted: Admitted<P> & Sent<F>) => Promise<Response | Refused>,
) {
  return sealedGate("guarded", door.may, async (args: ActionFunctionArgs) => {
    const guest = await meet(args);
    const body = await readUploadBody(args.request);
    const { actor, session } = guest.visit;
    const waiting = async () => ({ url: guest.url, values: body.values, lost: await namesOf(body.files) });
    if (!actor || !session) throw await signInAgain("ended", await waiting(), session);
    const otherHat = hatLeft(guest.visit, text(body.values.formToken), door.may);
    if (otherHat) throw await changeBack(otherHat, await waiting(), session);
    if (!may(actor, door.may)) throw notFound();
    if (!isOwnForm(text(body.values.formToken), session))
      return refusedForm({ kind: "conflict", code: "form.not-yours" }, body.values);
    const left = filesLeft(body.values);
    if (left.length > 0) return refusedForm(FILES_LEFT, body.values, { left });
    if (asksForLanguage(body.values)) return refusedForm(KEPT_FOR_LANGUAGE, body.values);
    if (hatOfForm(text(body.values.formToken)) !== wornIn(session.content))
      return refusedForm({ kind: "conflict", code: "form.other-hat" }, body.values);
    if (door.reauthenticated && !isFreshlyAuthenticated(session.content, now().getTime()))
      throw await signInAgain("reauthenticate", await waiting(), session);
    if (body.refusal) return refusedForm(body.refusal, body.values);
    const form = door.form.safeParse(body.values);
    if (!form.success) return refusedForm(invalid(form.error), body.values);
    const submission = { token: text(body.values.formToken), action: actionOf(guest.url, body.values), commands: 0 };
    const admitted = { ...guest, session, actor: { ...actor, submission }, params: parseParams(door, args) };
    const answer = await orKept(handle({ ...admitted, form: form.data, values: body.values, files: body.files }));
    if (answer instanceof Response) return aroundPage(answer, args);
    return refusedForm(answer.refused, { ...body.values, ...answer.holds }, answer.told);
  });
}

/** A file goes past the page whose form asked for it; everything else is the page's to follow or to draw. */
function aroundPage(answer: Response, { context: { leave } }: Args): Response {
  if (!leave || !answer.headers.has("Content-Disposition")) return answer;
  leave(answer);
  return new Response(null, { status: 200 });
}

/** The hat under which a form was drawn, where its person has changed hats since and could send it under that one. */
function hatLeft({ session, hats }: Visit, token: string, permission: Permission) {
  if (!session || !isOwnForm(token, session)) return null;
  const drawnUnder = hatOfForm(token);
  if (drawnUnder === wornIn(session.content)) return null;
  return hats.find((hat) => hat.id === drawnUnder && may(hat, permission)) ?? null;
}

async function admit<P>(door: Door<P>, args: Args): Promise<Admitted<P>> {
  const guest = await meet(args);
  const { actor, session } = guest.visit;
  if (!actor || !session) throw redirect("/sign-in");
  if (!may(actor, door.may)) throw notFound();
  return { ...guest, actor, session, params: parseParams(door, args) };
}

function parseParams<P>(door: Door<P>, { params }: Args): P {
  if (!door.params) return params as P;
  const parsed = door.params.safeParse(params);
  if (!parsed.success) throw notFound();
  return parsed.data;
}

/** Where a form went and what it said: the same page sent again with other words, or another of its buttons, is another act. */
function actionOf({ pathname }: URL, values: FormValues): string {
  return `${pathname}#${base64UrlOf(ctx("form", JSON.stringify(Object.entries(values).sort())))}`;
}
