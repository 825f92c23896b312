import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseEnv } from "node:util";
import { z } from "zod";

/** A setting cannot be used; `message` is one line for the person at the terminal and never repeats the value. */
export class EnvError extends Error {
  override readonly name = "EnvError";
}

const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

const flag = z.enum(["0", "1", "true", "false"], "must be 0 or 1").transform((text) => text === "1" || text === "true");

const url = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);

const address = (schemes: readonly string[], what: string) =>
  z.string().refine((text) => schemes.includes(url(text)?.protocol ?? ""), `must be ${what}`);

const origin = z
  .string()
  .refine(
    (text) => url(text)?.origin === text && /^https?:/.test(text),
    "must be origins without a path, such as https://thaw.example.org, separated by commas",
  );

const onionOrigin = origin.refine(
  (text) => url(text)?.hostname.endsWith(".onion"),
  "must be an onion origin without a path",
);

const key = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, "must be 32 random bytes as base64url, 43 characters (thaw setup makes it)");
const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .pipe(z.number().min(least, `must be at least ${least}`).max(most, `must be at most ${most}`));

const schema = z.object({
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  PUBLIC_ORIGINS: z
    .string()
    .transform((text) => text.split(",").map((part) => part.trim()))
    .pipe(z.array(origin).min(1))
    .optional(),
  ONION_LOCATION: onionOrigin.optional(),
  TRUST_PROXY: flag.default(false),
  DATABASE_URL: address(
    ["postgres:", "postgresql:"],
    "an address such as postgresql://app_login@localhost/thaw",
  ).optional(),
  OWNER_DATABASE_URL: address(
    ["postgres:", "postgresql:"],
    "an address such as postgresql://app_owner@localhost/thaw",
  ).optional(),
  ADMIN_DATABASE_URL: address(
    ["postgres:", "postgresql:"],
    "an address such as postgresql://postgres@localhost/thaw",
  ).optional(),
  DATABASE_POOL_SIZE: wholeNumber(1, 100).default(10),
  DATA_DIR: z.string().min(1).default("./data"),
  ALLOW_PUBLIC_EMBEDDED: flag.default(false),
  SECRETS_FILE: z.string().min(1).default("./secrets.env"),
  PEPPER: key.optional(),
  DIRECTORY_KEY: key.optional(),
  NEW_CASES_A_DAY: wholeNumber(1, 1_000).default(10),
  TEXTS_A_CASE: wholeNumber(1, 100_000).default(200),
  UNSENT_BY_LINK: wholeNumber(1, 1_000_000).default(5_000),
  TABLES_SECONDS: wholeNumber(30, 1_200).default(240),
  LEAVE_URL: address(["https:"], "an https address").default("https://www.wikipedia.org/"),
  DEMO: flag.default(false),
  LOG: z.enum(["lines", "off"], "must be lines or off").default("lines"),
});

/** Settings by their names in `.env.example`, in the types that the program uses. */
export type Env = Readonly<Omit<z.infer<typeof schema>, "PUBLIC_ORIGINS"> & { PUBLIC_ORIGINS: readonly string[] }>;

/**
 * Reads all settings. Order: the process's environment, then the file `.env` of the working directory, then
 * `SECRETS_FILE` for the two secrets.
 * @throws EnvError naming the setting and what it must look like
 */
export function readEnv(source: NodeJS.Dict<string> = process.env): Env {
  const given = { ...readIfThere(".env"), ...source };
  const secrets = readIfThere(given.SECRETS_FILE || "./secrets.env");
  const parsed = schema.safeParse(
    withoutEmpty({ ...pick(secrets, ["PEPPER", "DIRECTORY_KEY"]), ...withoutEmpty(given) }),
  );
  if (!parsed.success) throw new EnvError(lineFor(parsed.error));
  const env = {
    ...parsed.data,
    DATA_DIR: resolve(parsed.data.DATA_DIR),
    SECRETS_FILE: resolve(parsed.data.SECRETS_FILE),
  };
  refusePublicEmbedded(env);
  return { ...env, PUBLIC_ORIGINS: env.PUBLIC_ORIGINS ?? loopbackOrigins(env.PORT) };
}

// One per process, shared by the command line and the bundle that it loads.
const HOME = Symbol.for("thaw.env");
type Home = { [HOME]?: Env };

/** The settings of this process, read once. */
export function env(): Env {
  const home = globalThis as Home;
  home[HOME] ??= readEnv();
  return home[HOME];
}

/** For commands that choose settings themselves, such as the demonstration. */
export function setEnv(env: Env): void {
  (globalThis as Home)[HOME] = env;
}

/** Injected SQL could leave its role in the embedded database: it is for one desk, not for a network. */
function refusePublicEmbedded(env: {
  DATABASE_URL?: string | undefined;
  HOST: string;
  ALLOW_PUBLIC_EMBEDDED: boolean;
}): void {
  if (env.DATABASE_URL || env.ALLOW_PUBLIC_EMBEDDED || LOOPBACK_HOST.test(env.HOST)) return;
  throw new EnvError(
    "HOST must be loopback (127.0.0.1) with the embedded database; use DATABASE_URL, or set ALLOW_PUBLIC_EMBEDDED=1 knowingly",
  );
}

function loopbackOrigins(port: number): string[] {
  return ["127.0.0.1", "localhost", "[::1]"].map((host) => new URL(`http://${host}:${port}`).origin);
}

function lineFor(error: z.ZodError): string {
  const [issue] = error.issues;
  return `${String(issue?.path[0])} ${issue?.message}`;
}

function readIfThere(file: string): NodeJS.Dict<string> {
  return existsSync(file) ? parseEnv(readFileSync(file, "utf8")) : {};
}

function withoutEmpty(source: NodeJS.Dict<string>): Record<string, string> {
  return Object.fromEntries(Object.entries(source).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

function pick(source: NodeJS.Dict<string>, names: readonly string[]): NodeJS.Dict<string> {
  return Object.fromEntries(names.map((name) => [name, source[name]]));
}
