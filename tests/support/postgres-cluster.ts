import { execFileSync, spawn } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import pg from "pg";

export interface Cluster {
  /** the folder of its socket, gone with the cluster; addresses are made by `clusterUrl` */
  readonly socket: string;
  readonly stop: () => Promise<void>;
}

/** An address on the cluster; everybody is trusted, the socket lies in a private folder. */
export const clusterUrl = (socket: string, role: string, database: string) =>
  `postgresql://${role}@localhost/${database}?host=${encodeURIComponent(socket)}`;

/** Nothing here must outlive the run, so nothing needs to reach the disk. */
const SETTINGS = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "shared_buffers=32MB",
  "max_connections=100",
  "listen_addresses=",
  "log_min_messages=fatal",
];

/**
 * A PostgreSQL cluster of its own for one test run, in a temporary folder.
 * @param extraSettings `name=value`, over those of the tests: a measurement wants a server that writes to the disk
 * A small shell minds it: when this process ends, however it ends, the pipe closes, and the server and its folder go.
 */
export async function startCluster(extraSettings: readonly string[] = []): Promise<Cluster> {
  const bin = findBinaries();
  const folder = mkdtempSync(join(tmpdir(), "thaw-pg-"));
  const user = serverUser();
  if (user) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o711);
  const data = join(folder, "data");
  const options = { ...user, cwd: folder };
  execFileSync(join(bin, "initdb"), ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"], {
    ...options,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const settings = [...SETTINGS, ...extraSettings, `unix_socket_directories=${folder}`]
    .map((setting) => `-c '${setting}'`)
    .join(" ");
  const script = `'${join(bin, "postgres")}' -D '${data}' ${settings} & server=$!; read -r _; kill -QUIT $server; wait $server; rm -rf '${folder}'`;
  const minder = spawn("sh", ["-c", script], { ...options, stdio: ["pipe", "ignore", "inherit"], detached: true });
  const ended = new Promise<void>((resolve) => minder.once("exit", () => resolve()));
  const stop = async () => {
    minder.stdin.end();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  await ready(folder);
  return { socket: folder, stop };
}

async function ready(socket: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const client = new pg.Client({ connectionString: clusterUrl(socket, "postgres", "postgres") });
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** The newest under /usr/lib/postgresql, else what `PATH` has. */
export function findBinaries(): string {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, "bin")),
    ...(process.env.PATH ?? "").split(delimiter),
  ];
  const found = folders.find((folder) => ["initdb", "postgres"].every((name) => existsSync(join(folder, name))));
  if (!found)
    throw new Error(
      "The tests need PostgreSQL 15 or newer: initdb was found neither in /usr/lib/postgresql nor in PATH.",
    );
  return found;
}

/** PostgreSQL refuses to run as root; then its own account runs it, or `nobody`. */
function serverUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ["postgres", "nobody"]) {
    try {
      const id = (flag: string) => Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
      return { uid: id("-u"), gid: id("-g") };
    } catch {}
  }
  throw new Error("The tests run as root, and no account `postgres` or `nobody` exists to run PostgreSQL.");
}
