import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import type { RequestHandler } from "express";
import { acceptsEncoding } from "./accepted-encoding.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".ico": "image/x-icon",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
};

/** Best first. */
const ENCODINGS = [
  { name: "br", suffix: ".br" },
  { name: "gzip", suffix: ".gz" },
] as const;

const A_YEAR = "public, max-age=31536000, immutable";
const A_DAY = "public, max-age=86400";

interface StaticFile {
  readonly type: string;
  readonly cacheControl: string;
  readonly plain: Buffer;
  readonly encoded: Readonly<Partial<Record<string, Buffer>>>;
}

/**
 * The built files, all in memory: there are few, they are small, and a request names a key of this list, never a path
 * on the disk. Compressed ones were made by the build.
 */
export function staticFiles(folder: string): RequestHandler {
  const files = readAll(folder);
  return (req, res, next) => {
    const file = files.get(req.path);
    if (!file || (req.method !== "GET" && req.method !== "HEAD")) return next();
    const encoding = ENCODINGS.find(
      ({ name }) => file.encoded[name] && acceptsEncoding(req.headers["accept-encoding"], name),
    );
    res.locals.routeName = "file";
    res.setHeader("Content-Type", file.type);
    res.setHeader("Cache-Control", file.cacheControl);
    res.setHeader("Vary", "Accept-Encoding");
    if (encoding) res.setHeader("Content-Encoding", encoding.name);
    const body = encoding ? file.encoded[encoding.name] : file.plain;
    res.setHeader("Content-Length", String(body?.length ?? 0));
    return void res.end(req.method === "HEAD" ? undefined : body);
  };
}

function readAll(folder: string): ReadonlyMap<string, StaticFile> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => extname(name) in TYPES);
  return new Map(
    names.map((name) => [`/${relative(folder, join(folder, name)).split(sep).join("/")}`, readOne(folder, name)]),
  );
}

function readOne(folder: string, name: string): StaticFile {
  const file = join(folder, name);
  const made = ENCODINGS.filter(({ suffix }) => existsSync(file + suffix));
  return {
    type: TYPES[extname(name)] ?? "application/octet-stream",
    // Names under assets/ carry a hash of their content.
    cacheControl: name.startsWith(`assets${sep}`) ? A_YEAR : A_DAY,
    plain: readFileSync(file),
    encoded: Object.fromEntries(made.map((encoding) => [encoding.name, readFileSync(file + encoding.suffix)])),
  };
}
