import type { ServerBuild } from "@remix-run/node";
import type { WebBuild, WebEntry } from "#app/platform/http/web-entry.ts";

type Module = Record<string, unknown>;

const page = (path: string, module: Module = {}) => ({ path, module: { default: () => null, ...module } });

/** One route of each kind, without React: what the server around the framework has to deal with. */
const ROUTES: Record<string, { path: string; module: Module }> = {
  "routes/page": page("page", { action: async () => null }),
  "routes/case": page("cases/:caseId"),
  "routes/step": page("steps/second", { handle: { title: "common.product", logAs: "steps" } }),
  "routes/moved": page("moved", {
    loader: () => new Response(null, { status: 302, headers: { Location: "/page" } }),
  }),
  "routes/broken": page("broken", {
    loader: () => {
      throw new Error("a secret somebody typed");
    },
  }),
  "routes/silent": page("silent", { loader: () => new Promise(() => {}) }),
  "routes/only-post": {
    path: "only-post",
    module: { action: async ({ request }: { request: Request }) => new Response(await request.text()) },
  },
  "routes/address": {
    path: "address",
    module: { loader: ({ request }: { request: Request }) => new Response(request.url) },
  },
  "routes/file": {
    path: "file",
    module: {
      loader: () =>
        new Response("a,b", {
          headers: {
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "Content-Disposition": 'attachment; filename="table.csv"',
            "Content-Type": "text/csv",
          },
        }),
    },
  },
  "routes/published": {
    path: "published",
    module: { loader: () => new Response("ok", { headers: { "Cache-Control": "public, max-age=300" } }) },
  },
  "routes/uploads": {
    path: "uploads",
    module: {
      handle: { title: "common.product", upload: true },
      action: async ({ request }: { request: Request }) =>
        new Response(String((await request.arrayBuffer()).byteLength)),
    },
  },
  "routes/healthz": { path: "healthz", module: { loader: () => Response.json({ status: "ok" }) } },
};

const nothing = () => null;
const ROOT = { id: "root", path: "", module: { default: nothing, ErrorBoundary: nothing } };

export interface FakeWebBuild {
  readonly build: WebBuild;
  /** Requests whose last work was done. */
  readonly finished: string[];
}

export function fakeWebBuild(): FakeWebBuild {
  const finished: string[] = [];
  const entry: WebEntry & Module = {
    openRequest: (nonce) => {
      const context = { nonce } as ReturnType<WebEntry["openRequest"]>["context"];
      return { context, errorId: () => undefined, finish: async () => void finished.push(nonce) };
    },
    errorPage: ({ name }) => `<h1>error ${name}</h1>`,
    startProcess: async () => async () => {},
    serve: async () => {},
    handleError: () => {},
    default: drawPage,
  };
  const routes = Object.fromEntries(
    Object.entries(ROUTES).map(([id, { path, module }]) => [id, { id, parentId: "root", path, module }]),
  );
  const build = {
    entry: { module: entry },
    routes: { root: ROOT, ...routes },
    assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "1" },
    publicPath: "/",
    assetsBuildDirectory: "build/client",
    future: { v3_singleFetch: true, v3_lazyRouteDiscovery: true },
    isSpaMode: false,
    mode: "production",
  };
  return { build: build as unknown as ServerBuild, finished };
}

function drawPage(_request: Request, status: number, headers: Headers): Response {
  headers.set("Content-Type", "text/html");
  return new Response(`<h1>page ${status}</h1>`, { status, headers });
}
