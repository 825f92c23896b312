import type { LoaderFunctionArgs } from "@remix-run/node";
import { sessionCookie } from "#app/access/cookie.ts";
import { type AfterResponse, afterResponse } from "#app/access/load-context.ts";
import type { Role } from "#app/access/roles.ts";
import { inSessionContext, startSession } from "#app/access/session.server.ts";
import { memberContent } from "#app/features/accounts/sign-in/sign-in-commands.server.ts";
import { lockAway } from "#app/platform/crypto/secret.server.ts";
import type { ChosenFile } from "./visitor.ts";
import type { Person } from "./world.ts";

/** What stands in a request's Cookie header. */
export type Cookie = string;

/** A session at work for a person under one hat, without the slow way through the sign-in pages. */
export async function signedInAs({ userId, privateKey }: Person, role: Role, teamId?: string): Promise<Cookie> {
  const session = await inSessionContext(async (tx) => {
    const hats = await tx.hat.findMany({ where: { userId, role, ...(teamId && { teamId }) } });
    const content = memberContent(userId, hats[0]?.id ?? null, Date.now());
    return startSession(tx, content, lockAway(privateKey.slice()));
  });
  return sessionCookie(session.token).split(";")[0]!;
}

type Door = (args: LoaderFunctionArgs) => Promise<unknown>;

export interface Asked {
  readonly cookie?: Cookie;
  readonly params?: Readonly<Record<string, string>>;
  readonly locale?: "en" | "fr" | "es" | "ar";
}

/** What a door answered: a page's data, or a response with a status and perhaps another address. */
export interface DoorAnswer<Data> {
  readonly status: number;
  readonly location: string | null;
  readonly data: Data;
}

/** Opens a page as the framework does, and what the answer leaves to do afterwards is done. */
export function open<Data>(loader: Door, path: string, asked: Asked = {}): Promise<DoorAnswer<Data>> {
  return through<Data>(loader, new Request(address(path), { headers: headersOf(asked) }), asked);
}

/** Sends a form as a browser does: a field with several values comes several times. */
export function send<Data = never>(
  action: Door,
  path: string,
  fields: Readonly<Record<string, string | readonly string[]>>,
  asked: Asked = {},
): Promise<DoorAnswer<Data>> {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
  const headers = { ...headersOf(asked), "Content-Type": "application/x-www-form-urlencoded" };
  const request = new Request(address(path), { method: "POST", headers, body: body.toString() });
  return through<Data>(action, request, asked);
}

/** Sends a form with files as a browser does: the fields first, then each file by its name. */
export function sendFiles<Data = never>(
  action: Door,
  path: string,
  fields: Readonly<Record<string, string>>,
  files: readonly ChosenFile[],
  asked: Asked = {},
): Promise<DoorAnswer<Data>> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const { name, content } of files) body.append("files", new Blob([content as BlobPart]), name);
  return through<Data>(action, new Request(address(path), { method: "POST", headers: headersOf(asked), body }), asked);
}

interface Raw extends Asked {
  /** a form to send; left out, with `body` too, the door is only opened */
  readonly form?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly type?: string;
}

/** The answer as it is, for a file or a picture. */
export async function fetched(door: Door, path: string, { form, body, type, ...asked }: Raw): Promise<Response> {
  const sent = form ? new URLSearchParams(form).toString() : body;
  const headers = { ...headersOf(asked), "Content-Type": type ?? "application/x-www-form-urlencoded" };
  const init = sent === undefined ? { headers: headersOf(asked) } : { method: "POST", headers, body: sent };
  const after = afterResponse((error) => {
    throw error;
  });
  const answer = await door(argsFor(new Request(address(path), init), asked.params, after)).catch((thrown) => thrown);
  if (!(answer instanceof Response)) throw answer;
  const whole = new Response(await answer.arrayBuffer(), answer);
  await after.run();
  return whole;
}

async function through<Data>(door: Door, request: Request, { params = {} }: Asked): Promise<DoorAnswer<Data>> {
  const after = afterResponse((error) => {
    throw error;
  });
  try {
    return await answerOf<Data>(door(argsFor(request, params, after)));
  } finally {
    await after.run();
  }
}

function argsFor(request: Request, params: Asked["params"], after: AfterResponse): LoaderFunctionArgs {
  return { request, params: params ?? {}, context: { nonce: "", pathOf: () => null, afterResponse: after } };
}

interface WithInit {
  readonly type: "DataWithResponseInit";
  readonly data: unknown;
  readonly init: ResponseInit | null;
}

async function answerOf<Data>(answer: Promise<unknown>): Promise<DoorAnswer<Data>> {
  const given = await answer.catch((thrown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });
  if (given instanceof Response) {
    const text = await given.text();
    return {
      status: given.status,
      location: given.headers.get("Location"),
      data: (text ? JSON.parse(text) : null) as Data,
    };
  }
  if (isWithInit(given)) return { status: given.init?.status ?? 200, location: null, data: given.data as Data };
  return { status: 200, location: null, data: given as Data };
}

function isWithInit(given: unknown): given is WithInit {
  return typeof given === "object" && given !== null && (given as WithInit).type === "DataWithResponseInit";
}

const address = (path: string) => new URL(path, "http://127.0.0.1:3000");

function headersOf({ cookie, locale = "en" }: Asked): Record<string, string> {
  return { "Accept-Language": locale, ...(cookie && { Cookie: cookie }) };
}
