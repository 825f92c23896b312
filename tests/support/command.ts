import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";

const THAW = join(import.meta.dirname, "../../app/cli/thaw.mjs");

export interface CommandResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface CommandOptions {
  readonly env?: NodeJS.Dict<string>;
  /** lines for its standard input, which is a pipe */
  readonly input?: readonly string[];
  readonly cwd?: string;
}

/** Runs `thaw` as people do: as a process of its own, with nothing of this process's settings. */
export async function thaw(args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  const { env = {}, input = [], cwd } = options;
  const child = spawn(process.execPath, [THAW, ...args], {
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, LOG: "off", NODE_ENV: "production", ...env },
    stdio: "pipe",
  });
  // A command that refuses before it asks never reads what is sent to it.
  child.stdin.on("error", () => {});
  child.stdin.end(input.map((line) => `${line}\n`).join(""));
  const [stdout, stderr, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once("exit", resolve)),
  ]);
  return { status, stdout, stderr };
}
