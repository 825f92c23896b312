import { join } from "node:path";
import { defineConfig } from "vitest/config";

const root = join(import.meta.dirname, "..");
const DATABASES = join(root, "tests/support/databases-setup.ts");
const QUICK_WORDS = join(root, "tests/support/quick-argon2.ts");
const BUILD = join(root, "tests/support/build-setup.ts");

/**
 * Folders of `tests/` as projects. `databases`: gets a migrated PostgreSQL cluster and a migrated embedded snapshot.
 * `build`: the web application is built first, because real servers are started.
 */
interface Needs {
  readonly seconds: number;
  readonly databases?: boolean;
  readonly build?: boolean;
  /** all of it happens in one process, so words may become keys at a thousandth of the price */
  readonly quickWords?: boolean;
  /** no file leaves anything behind in its process, so the next one may have it */
  readonly shared?: boolean;
}

const project = (
  name: string,
  { seconds, databases = false, build = false, quickWords = false, shared = false }: Needs,
) => ({
  extends: true as const,
  test: {
    name,
    isolate: !shared,
    setupFiles: quickWords ? [QUICK_WORDS] : [],
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    testTimeout: seconds * 1000,
    hookTimeout: 60_000,
    globalSetup: [...(databases ? [DATABASES] : []), ...(build ? [BUILD] : [])],
  },
});

export default defineConfig({
  root,
  test: {
    pool: "forks",
    environment: "node",
    // As many as there are cores: the suite mostly waits for databases and browsers.
    maxWorkers: "100%",
    // A test that passes only sometimes is a bug: nothing is retried.
    retry: 0,
    projects: [
      project("unit", { seconds: 30, shared: true }),
      project("integration", { seconds: 60, databases: true, quickWords: true }),
      project("routes", { seconds: 60, databases: true, build: true }),
      project("architecture", { seconds: 60, databases: true }),
      project("hostile", { seconds: 300, databases: true, build: true }),
      project("journeys", { seconds: 180, databases: true, build: true }),
    ],
  },
});
