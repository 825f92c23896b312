import { totpAt } from "#app/platform/crypto/totp.server.ts";
import type { Person } from "./world.ts";

/** What came back, after redirects were followed as a browser does. */
export interface Answer {
  readonly status: number;
  readonly path: string;
  readonly html: string;
  readonly headers: Headers;
}

export interface Visitor {
  get(path: string): Promise<Answer>;
  /** Posts a native form: hidden fields of the page seen last go along, as a browser would send them. */
  post(path: string, fields: Fields): Promise<Answer>;
  /** Posts a form with files: the hidden fields of the page seen last come before them. */
  upload(path: string, files: readonly ChosenFile[]): Promise<Answer>;
  /** Posts and goes no further: an acknowledgement counts even if the page after it never comes. @returns where it leads */
  send(path: string, fields: Fields): Promise<{ readonly status: number; readonly location: string }>;
  /** the page seen last */
  readonly page: () => Answer;
  readonly cookies: ReadonlyMap<string, string>;
}

export interface ChosenFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

type Fields = Readonly<Record<string, string | readonly string[]>>;

export interface VisitorSettings {
  readonly headers?: Readonly<Record<string, string>>;
  /** what the browser holds from before */
  readonly cookies?: Readonly<Record<string, string>>;
}

/** Somebody at a browser without scripts, in as few lines as that takes: cookies, redirects and native forms. */
export function newVisitor(origin: string, { headers = {}, cookies: held = {} }: VisitorSettings = {}): Visitor {
  const cookies = new Map<string, string>(Object.entries(held));
  let last: Answer = { status: 0, path: "/", html: "", headers: new Headers() };

  async function once(path: string, init: RequestInit): Promise<Response> {
    const response = await fetch(new URL(path, origin), {
      ...init,
      redirect: "manual",
      headers: {
        ...headers,
        ...init.headers,
        Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
      },
    });
    for (const line of response.headers.getSetCookie()) keep(cookies, line);
    return response;
  }

  async function ask(path: string, init: RequestInit, hops = 0): Promise<Answer> {
    const response = await once(path, init);
    const location = locationOf(response);
    if (location && hops < 5) {
      await response.arrayBuffer();
      return ask(location, { method: "GET" }, hops + 1);
    }
    last = {
      status: response.status,
      path: new URL(path, origin).pathname,
      html: await response.text(),
      headers: response.headers,
    };
    return last;
  }

  function form(fields: Fields): RequestInit {
    const body = new URLSearchParams(hiddenFields(last.html));
    for (const [name, value] of Object.entries(fields)) {
      body.delete(name);
      for (const one of [value].flat()) body.append(name, one);
    }
    const from = {
      Origin: origin,
      "Sec-Fetch-Site": "same-origin",
      "Content-Type": "application/x-www-form-urlencoded",
    };
    return { method: "POST", body: body.toString(), headers: from };
  }

  return {
    get: (path) => ask(path, { method: "GET" }),
    post: (path, fields) => ask(path, form(fields)),
    upload(path, files) {
      const body = new FormData();
      for (const [name, value] of hiddenFields(last.html)) body.append(name, value);
      for (const { name, content } of files) body.append("files", new Blob([content as BlobPart]), name);
      return ask(path, { method: "POST", body, headers: { Origin: origin, "Sec-Fetch-Site": "same-origin" } });
    },
    async send(path, fields) {
      const response = await once(path, form(fields));
      await response.arrayBuffer();
      return { status: response.status, location: locationOf(response) ?? "" };
    },
    page: () => last,
    cookies,
  };
}

function locationOf({ status, headers }: Response): string | null {
  return status >= 300 && status < 400 ? headers.get("Location") : null;
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = ""] = line.split(";");
  const at = pair.indexOf("=");
  const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
  if (value === "" || /max-age=0/i.test(line)) cookies.delete(name);
  else cookies.set(name, value);
}

/** Hidden inputs of the page's main form; the head has forms of its own. */
function hiddenFields(html: string): [string, string][] {
  const main = html.slice(html.indexOf("<main"));
  const forms = main
    .split("<form")
    .slice(1)
    .map((form) => form.split("</form>")[0] ?? "");
  const form = forms.find((one) => one.includes('name="formToken"')) ?? "";
  return [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
    attribute(input, "name"),
    attribute(input, "value"),
  ]);
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  return value
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

/** Signs in by both stages. @param at the moment of the code: each opens once, so a second sign-in needs a later one */
export async function signIn(visitor: Visitor, person: Person, at = Date.now()): Promise<Answer> {
  await visitor.get("/sign-in");
  await visitor.post("/sign-in", { handle: person.handle, passphrase: person.passphrase });
  return visitor.post("/sign-in/code", { code: totpAt(person.totpSecret, at) });
}
