#!/usr/bin/env node
// Finds the command, loads that one file and runs it. Plain JavaScript, because nothing is compiled before it has run.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const folder = dirname(fileURLToPath(import.meta.url));
// What commands are made of stands in folders beside them.
const commands = readdirSync(folder)
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.slice(0, -".ts".length))
  .sort();

process.exitCode = await main(process.argv.slice(2));

/** @returns the exit status: 0 done, 1 failed, 2 asked for something that does not exist */
async function main([name = "--help", ...args]) {
  if (name === "serve" && args.length === 0) return serveBuilt().catch(fail);
  const { register } = await import("tsx/esm/api");
  register();
  if (["--help", "-h", "help"].includes(name)) return listCommands();
  if (!commands.includes(name)) return say(`thaw: there is no command "${name}". Try: npx thaw --help`, 2);
  await makeDatabaseClient();
  const command = await load(name);
  if (args.includes("--help") || args.includes("-h")) return say(`${command.summary}\n\n${command.usage.trim()}`, 0);
  return run(command, args);
}

function run(command, args) {
  return command.run(args).then(
    (status) => status ?? 0,
    (error) => fail(error, command),
  );
}

function fail(error, command) {
  if (process.env.THAW_TRACE === "1") throw error;
  // An option that does not exist, or one without its value: the parser says which, the usage says what there is.
  if (command && String(error?.code).startsWith("ERR_PARSE_ARGS"))
    return say(`thaw: ${error.message}\n\n${command.usage.trim()}`, 2);
  return say(`thaw: ${error instanceof Error ? error.message : String(error)}`, 1);
}

/** From the bundle alone: the compiler would stay in memory, a third of all of it, for as long as the server runs. */
async function serveBuilt() {
  const root = join(folder, "../..");
  const { status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), "build", "--if-stale"], {
    stdio: "inherit",
  });
  if (status !== 0) return 1;
  process.env.NODE_ENV = "production";
  const build = await import(pathToFileURL(join(root, "build/server/index.js")).href);
  await build.entry.module.serve({ build, files: join(root, "build/client") });
  return 0;
}

async function listCommands() {
  await makeDatabaseClient();
  const lines = [];
  for (const name of commands) lines.push(`  ${name.padEnd(14)}${(await load(name)).summary}`);
  return say(
    `Thaw: sanctions-impact survey and case management\n\nUsage: npx thaw <command> [options]\n\n${lines.join("\n")}\n\nMore: npx thaw <command> --help`,
    0,
  );
}

function load(name) {
  return import(pathToFileURL(join(folder, `${name}.ts`)).href);
}

/** Commands may import the generated database client; it is made on first need and never at install. */
async function makeDatabaseClient() {
  const file = join(folder, "../platform/db/generate.ts");
  if (!existsSync(file)) return;
  const { ensureGenerated } = await import(pathToFileURL(file).href);
  ensureGenerated();
}

function say(text, status) {
  (status === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  return status;
}
