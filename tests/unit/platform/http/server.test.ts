import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { readEnv, setEnv } from "#app/platform/env.server.ts";
import { createHttpServer } from "#app/platform/http/create-http-server.ts";
import { precompress } from "#app/platform/http/precompress.ts";
import { fakeWebBuild } from "../../../support/fake-web-build.ts";
import { type Answer, ask as askAny, listening, talk, type Wish } from "../../../support/http-requests.ts";

const HOST = "thaw.example.org";
const ORIGIN = `https://${HOST}`;
const ONION = "http://abcdefgh.onion";
const { build, finished } = fakeWebBuild();
const files = mkdtempSync(join(tmpdir(), "thaw-files-"));
const lines: string[] = [];
let server: Server;
let port: number;

const ask = (path: string, { headers, ...wish }: Wish = {}) =>
  askAny(port, path, { ...wish, headers: { Host: HOST, ...headers } });
const send = (path: string, wish: Wish = {}) =>
  ask(path, { method: "POST", body: "a=1", ...wish, headers: { Origin: ORIGIN, ...wish.headers } });

beforeAll(async () => {
  mkdirSync(join(files, "assets"));
  writeFileSync(join(files, "assets/styles-abc123.css"), "a { color: red }\n".repeat(50));
  writeFileSync(join(files, "robots.txt"), "User-agent: *");
  precompress(files);
  vi.spyOn(process.stdout, "write").mockImplementation((line) => {
    lines.push(String(line));
    return true;
  });
  const env = {
    ...readEnv({}),
    PUBLIC_ORIGINS: [ORIGIN, ONION, "http://127.0.0.1:3000"],
    ONION_LOCATION: ONION,
    TRUST_PROXY: false,
  };
  setEnv(env);
  server = createHttpServer({ build, env, files });
  port = await listening(server);
});

afterAll(() => {
  vi.restoreAllMocks();
  server.closeAllConnections();
  server.close();
  rmSync(files, { recursive: true });
});

describe("the security headers", () => {
  const exact = {
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "strict-transport-security": "max-age=63072000; includeSubDomains; preload",
  };
  const policy =
    /^default-src 'none'; script-src 'self' 'nonce-[\w+/-]{22,}'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'$/;

  const answers: [string, number, () => Promise<Answer>][] = [
    ["a page", 200, () => ask("/page")],
    ["a page's head", 200, () => ask("/page", { method: "HEAD" })],
    ["a redirect", 302, () => ask("/moved")],
    ["a broken target", 400, () => ask("//evil.example")],
    ["a form from elsewhere", 403, () => send("/page", { headers: { Origin: "https://evil.example" } })],
    ["an unknown address", 404, () => ask("/nowhere")],
    ["an unknown method", 405, () => ask("/page", { method: "DELETE" })],
    ["a page that takes no form", 405, () => send("/cases/1")],
    ["a form's address that is no page", 405, () => ask("/only-post")],
    ["a body that is too large", 413, () => send("/page", { body: "a".repeat(300_000) })],
    ["another host", 421, () => ask("/page", { headers: { Host: "evil.example" } })],
    ["a bug", 500, () => ask("/broken")],
    ["a built file", 200, () => ask("/assets/styles-abc123.css")],
    ["another file", 200, () => ask("/robots.txt")],
  ];

  test.each(answers)("stand on %s (%i)", async (name, status, answer) => {
    const { status: got, headers } = await answer();
    const { "strict-transport-security": hsts, ...always } = exact;
    expect(got).toBe(status);
    expect(headers).toMatchObject(name === "another host" ? always : { ...always, "strict-transport-security": hsts });
    expect(headers["content-security-policy"]).toMatch(policy);
    expect(headers["permissions-policy"]).toMatch(/^(\S+=\(\), )+\S+=\(\)$/);
    expect(headers["x-powered-by"]).toBeUndefined();
    const isFile = name.endsWith("file");
    if (!isFile) expect(headers["cache-control"]).toBe("no-store");
  });

  test("use a new nonce each time", async () => {
    const policies = await Promise.all(
      [1, 2, 3].map(async () => (await ask("/page")).headers["content-security-policy"]),
    );
    expect(new Set(policies).size).toBe(3);
  });

  test("leave a download its own, stricter policy", async () => {
    const { headers } = await ask("/file");
    expect(headers["content-security-policy"]).toBe("sandbox; default-src 'none'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });

  test("let a published page be kept, and only when all went well", async () => {
    expect((await ask("/published")).headers["cache-control"]).toBe("public, max-age=300");
  });

  test("promise encryption only where it is", async () => {
    const onion = await ask("/page", { headers: { Host: "abcdefgh.onion" } });
    const loopback = await ask("/page", { headers: { Host: "127.0.0.1:3000" } });
    expect([onion.headers["strict-transport-security"], loopback.headers["strict-transport-security"]]).toEqual([
      undefined,
      undefined,
    ]);
  });

  test("point Tor Browser to the onion address, from https only", async () => {
    expect((await ask("/cases/1?page=2")).headers["onion-location"]).toBe(`${ONION}/cases/1?page=2`);
    expect((await ask("/page", { headers: { Host: "abcdefgh.onion" } })).headers["onion-location"]).toBeUndefined();
  });

  test("stand on what is not even a request", async () => {
    const heard = await talk(port, "GET / HTTP/1.1\r\nHost: a\r\nbroken header\r\n\r\n");
    expect(heard).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(heard).toContain("X-Frame-Options: DENY");
    expect(heard).toContain("Cache-Control: no-store");
  });
});

describe("a form", () => {
  test("is taken from our own page", async () => {
    const answer = await send("/only-post", { headers: { "Sec-Fetch-Site": "same-origin" } });
    expect(answer).toMatchObject({ status: 200, body: "a=1" });
  });

  const strangers: [string, Record<string, string>][] = [
    ["without an origin", { Origin: "" }],
    ["of a sandbox", { Origin: "null" }],
    ["of another site", { Origin: "https://evil.example" }],
    ["of a look-alike", { Origin: `${ORIGIN}.evil.example` }],
    ["of the same host without encryption", { Origin: `http://${HOST}` }],
    ["of another of our own origins", { Origin: ONION }],
    ["that the browser calls cross-site", { "Sec-Fetch-Site": "cross-site" }],
    ["that the browser calls same-site", { "Sec-Fetch-Site": "same-site" }],
    ["that was typed into the address bar", { "Sec-Fetch-Site": "none" }],
  ];
  test.each(strangers)("%s is refused", async (_name, headers) => {
    expect((await send("/page", { headers })).status).toBe(403);
    expect((await send("/only-post", { headers })).status).toBe(403);
  });

  test("without the header at all is refused", async () => {
    expect((await ask("/only-post", { method: "POST", body: "a=1" })).status).toBe(403);
  });
});

describe("a host", () => {
  test.each(["evil.example", `${HOST}.evil.example`, `${HOST}:81`, "", "127.0.0.1"])("%j is not ours", async (host) => {
    expect((await ask("/page", { headers: { Host: host } })).status).toBe(421);
  });

  test.each([HOST, HOST.toUpperCase(), "abcdefgh.onion", "127.0.0.1:3000"])("%s is ours", async (host) => {
    expect((await ask("/page", { headers: { Host: host } })).status).toBe(200);
  });

  test("cannot be claimed by a forwarded header", async () => {
    const headers = { "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "http", Forwarded: "host=evil.example" };
    expect((await ask("/address", { headers })).body).toBe(`${ORIGIN}/address`);
  });

  test("may be told by a proxy that is trusted, among our own", async () => {
    const env = { ...readEnv({}), PUBLIC_ORIGINS: [ORIGIN], TRUST_PROXY: true };
    const behind = createHttpServer({ build, env, files });
    const inner = await listening(behind);
    const via = (host: string) =>
      askAny(inner, "/address", { headers: { Host: "10.0.0.7", "X-Forwarded-Host": host } });
    expect((await via(HOST)).body).toBe(`${ORIGIN}/address`);
    expect((await via("evil.example")).status).toBe(421);
    behind.close();
  });

  test("does not matter to a supervisor", async () => {
    expect((await ask("/healthz", { headers: { Host: "10.0.0.7" } })).status).toBe(200);
  });
});

describe("the framework's own endpoints", () => {
  test.each([
    "/page.data",
    "/_root.data",
    "/page.data?_routes=routes%2Fpage",
    "/__manifest?p=%2F&version=1",
    "/page?_data=routes%2Fpage",
    "/page?_routes=routes%2Fpage",
  ])("%s is closed", async (path) => {
    expect((await ask(path)).status).toBe(404);
  });
});

describe("a request's target", () => {
  test.each(["//page", "/%", "/%E0%A4%A", "/page%00", "http://evil.example/page", "*"])(
    "%s is refused",
    async (path) => {
      expect((await ask(path)).status).toBe(400);
    },
  );
});

describe("a body", () => {
  test("of 80 MB is refused, and the page arrives", async () => {
    const answer = await send("/page", { body: Buffer.alloc(80 * 1024 * 1024, "a") });
    expect(answer).toMatchObject({ status: 413, body: "<h1>error 413</h1>" });
  });

  test.each(["Content-Length: 83886080", "Transfer-Encoding: chunked"])(
    "(%s) is refused before anything of it has come",
    async (framing) => {
      const head = `POST /page HTTP/1.1\r\nHost: ${HOST}\r\nOrigin: ${ORIGIN}\r\n${framing}\r\n\r\n`;
      expect(await talk(port, head)).toMatch(/^HTTP\/1\.1 413 /);
    },
  );

  test("of 256 KiB is taken", async () => {
    expect((await send("/page", { body: "a".repeat(256 * 1024) })).status).toBe(200);
    expect((await send("/page", { body: "a".repeat(256 * 1024 + 1) })).status).toBe(413);
  });

  test("may be larger where files are taken", async () => {
    const headers = { "Content-Type": "multipart/form-data; boundary=b" };
    const sized = (mebibytes: number) => ({ headers, body: Buffer.alloc(mebibytes * 1024 * 1024) });
    expect(await send("/uploads", sized(50))).toMatchObject({ status: 200, body: "52428800" });
    expect((await send("/uploads", sized(51))).status).toBe(413);
    expect((await send("/page", sized(1))).status).toBe(413);
  });

  test("is no larger there where it holds no file", async () => {
    expect((await send("/uploads", { body: Buffer.alloc(257 * 1024) })).status).toBe(413);
  });

  test("is not asked for where it would be refused", async () => {
    const heard = await talk(
      port,
      `POST /page HTTP/1.1\r\nHost: ${HOST}\r\nOrigin: ${ORIGIN}\r\nContent-Length: 99999999\r\nExpect: 100-continue\r\n\r\n`,
    );
    expect(heard).toMatch(/^HTTP\/1\.1 413 /);
  });
});

describe("slow senders", () => {
  test("of headers are let go after five seconds", async () => {
    const heard = await talk(port, `GET /page HTTP/1.1\r\nHost: ${HOST}\r\nX-Slow: `);
    expect(heard).toMatch(/^HTTP\/1\.1 408 /);
  });

  test("with too many header bytes are told so", async () => {
    expect(await talk(port, `GET /page HTTP/1.1\r\nHost: ${HOST}\r\nX-Long: ${"a".repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 /,
    );
  });
});

describe("built files", () => {
  test("are kept for a year and travel compressed", async () => {
    const { headers } = await ask("/assets/styles-abc123.css", { headers: { "Accept-Encoding": "gzip, deflate, br" } });
    expect(headers).toMatchObject({
      "cache-control": "public, max-age=31536000, immutable",
      "content-encoding": "br",
      "content-type": "text/css; charset=utf-8",
      vary: "Accept-Encoding",
    });
  });

  test("travel as the reader can read them", async () => {
    const encodingFor = async (accept: string) =>
      (await ask("/assets/styles-abc123.css", { headers: { "Accept-Encoding": accept } })).headers["content-encoding"];
    expect(await encodingFor("gzip")).toBe("gzip");
    expect(await encodingFor("br;q=0, gzip;q=0.5")).toBe("gzip");
    expect(await encodingFor("identity")).toBeUndefined();
  });

  test.each(["/assets/../robots.txt", "/assets/%2e%2e/robots.txt", "/assets", "/assets/styles-abc123.css.br"])(
    "%s is none",
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );
});

describe("an answer", () => {
  test("tells nothing of a bug", async () => {
    const { body } = await ask("/broken");
    expect(body).not.toContain("secret");
  });

  test("has its last work done once it has left", async () => {
    const before = finished.length;
    await ask("/page");
    await vi.waitFor(() => expect(finished.length).toBe(before + 1));
  });

  test("of a reader who has gone is finished too", async () => {
    const before = finished.length;
    const gone = request({ port, path: "/page", headers: { Host: HOST } });
    gone.end();
    gone.on("error", () => {});
    gone.once("response", () => gone.destroy());
    await vi.waitFor(() => expect(finished.length).toBe(before + 1));
  });

  test("is logged by its route, never by its address", async () => {
    lines.length = 0;
    await ask("/cases/5b0c7a1e-secret?view=hidden");
    await vi.waitFor(() => expect(lines.length).toBeGreaterThan(0));
    const line = JSON.parse(lines.at(-1) ?? "");
    expect(line).toEqual({
      minute: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/),
      route: "/cases/:caseId",
      method: "GET",
      status: 200,
      duration: expect.any(String),
    });
    expect(lines.join("")).not.toMatch(/secret|hidden|127\.0\.0\.1/);
  });

  test("is logged under one name for all pages of a kind where which of them would say too much", async () => {
    lines.length = 0;
    await ask("/steps/second");
    await vi.waitFor(() => expect(lines.length).toBeGreaterThan(0));
    expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({ route: "/steps", method: "GET", status: 200 });
    expect(lines.join("")).not.toContain("second");
  });
});
