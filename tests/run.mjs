// `npm test`: finds what the tests need, says in one line what is missing, runs them all. Nothing is skipped.
// Arguments go on to Vitest: `npm test -- tests/unit` runs one folder.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const NEEDS = [
  {
    what: "Chromium",
    find: findChromium,
    debian: "chromium",
    elsewhere: "install Chromium, or set CHROMIUM to its program",
  },
  {
    what: "PostgreSQL 15 or newer",
    find: findPostgres,
    debian: "postgresql",
    elsewhere: "install the PostgreSQL server, or put its programs on PATH",
  },
];

process.exitCode = main(process.argv.slice(2));

function main(args) {
  if (!findNeeds()) return 1;
  process.env.CHROMIUM = findChromium();
  const folder = mkdtempSync(join(tmpdir(), "thaw-tests-"));
  try {
    return runTests(args, join(folder, "results.json"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function findNeeds() {
  const missing = NEEDS.filter(({ find }) => !find());
  if (missing.length > 0 && isDebianRoot()) install(missing.map(({ debian }) => debian));
  const still = missing.filter(({ find }) => !find());
  for (const { what, elsewhere } of still) process.stderr.write(`${what} is missing: ${elsewhere}.\n`);
  return still.length === 0;
}

function findChromium() {
  const usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  return [process.env.CHROMIUM, ...usual, playwrightsOwn()].find((path) => path && existsSync(path));
}

function playwrightsOwn() {
  const script = "import('playwright-core').then(({ chromium }) => console.log(chromium.executablePath()))";
  return spawnSync(process.execPath, ["-e", script], { encoding: "utf8" }).stdout.trim();
}

function findPostgres() {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const folders = [...versions.map((version) => join(debian, version, "bin")), ...(process.env.PATH ?? "").split(":")];
  return folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")));
}

function isDebianRoot() {
  return process.getuid?.() === 0 && existsSync("/etc/debian_version");
}

function install(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = (...args) => spawnSync("apt-get", args, { env, stdio: ["ignore", 2, 2] });
  run("update");
  run("install", "-y", "--no-install-recommends", ...packages);
}

/** The runner's own totals close the output, also as one plain line that other programs can read. */
function runTests(args, results) {
  const vitest = join(import.meta.dirname, "../node_modules/vitest/vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
  const config = join(import.meta.dirname, "vitest.config.ts");
  const { status } = spawnSync(process.execPath, [vitest, "run", "--config", config, ...reporters, ...args], {
    stdio: "inherit",
  });
  if (!existsSync(results)) return status || 1;
  const {
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: skipped,
  } = JSON.parse(readFileSync(results, "utf8"));
  process.stdout.write(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}\n`);
  const isComplete = passed > 0 && !(process.env.CI && skipped > 0);
  return status || (isComplete ? 0 : 1);
}
