import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { sessionCookie } from "#app/access/cookie.ts";
import { afterResponse, type LoadContext } from "#app/access/load-context.ts";
import type { OpenSession } from "#app/access/session.server.ts";

type Door = (args: LoaderFunctionArgs & ActionFunctionArgs) => Promise<unknown>;

interface Asked {
  readonly path: string;
  readonly session: OpenSession | null;
  readonly params?: Readonly<Record<string, string>>;
  /** what a form sends; left out, the page is only opened */
  readonly form?: Readonly<Record<string, string>>;
}

export interface GateAnswer {
  /** what the page gets: loader data, a refused form, or the body of a response */
  readonly data: Record<string, unknown>;
  readonly status: number;
  readonly headers: Headers;
}

/** Asks one loader or action as the framework does, without a server, and runs what waits for the answer to leave. */
export async function ask(door: Door, { path, session, params = {}, form }: Asked): Promise<GateAnswer> {
  const after = afterResponse((error) => {
    throw error;
  });
  const context: LoadContext = { nonce: "", pathOf: () => null, afterResponse: after };
  const request = new Request(new URL(path, "http://127.0.0.1:3000"), {
    headers: session ? { Cookie: sessionCookie(session.token).split(";")[0] ?? "" } : {},
    ...(form && { method: "POST", body: new URLSearchParams(form) }),
  });
  const args = { request, params, context } as unknown as LoaderFunctionArgs & ActionFunctionArgs;
  const answer = await door(args).catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });
  const read = await readAnswer(answer);
  await after.run();
  return read;
}

interface WithInit {
  readonly type: "DataWithResponseInit";
  readonly data: Record<string, unknown>;
  readonly init: ResponseInit | null;
}

async function readAnswer(answer: unknown): Promise<GateAnswer> {
  if (answer instanceof Response) {
    const body = await answer.text();
    const isJson = answer.headers.get("Content-Type")?.includes("json");
    return { data: isJson ? JSON.parse(body) : {}, status: answer.status, headers: answer.headers };
  }
  const { type, data, init } = answer as WithInit;
  if (type !== "DataWithResponseInit")
    return { data: answer as Record<string, unknown>, status: 200, headers: new Headers() };
  return { data, status: init?.status ?? 200, headers: new Headers(init?.headers) };
}
