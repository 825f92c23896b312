import { type ChildProcessByStdio, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { childArguments } from "./child-arguments.server.ts";
import { noCopy, type Sanitised } from "./clean-copy.ts";
import { FILE_LIMIT_BYTES, type FileKind } from "./file-kinds.ts";
import type { NoCopy } from "./findings.ts";
import { withPlace } from "./places.server.ts";
import { watchMemory } from "./watch-memory.server.ts";
import { readAnswer } from "./worker-answer.server.ts";

export interface SanitiserLimits {
  readonly timeoutMs: number;
  readonly memoryBytes: number;
}

const LIMITS: SanitiserLimits = { timeoutMs: 20_000, memoryBytes: 512 * 1024 * 1024 };
type Child = ChildProcessByStdio<Writable, Readable, null>;

/**
 * Makes the copy that may be looked at and passed on, in a process of its own that has no key, no database, no network and no
 * environment. Whatever the file does to its reader, it does it there, and that process dies alone.
 * @param kind what its name says it is; content of another kind has no copy
 * @returns the copy with what was left out, or the code of why there is none. Throws only what `original` throws.
 */
export function sanitise(kind: FileKind, original: AsyncIterable<Uint8Array>, limits = LIMITS): Promise<Sanitised> {
  return withPlace(
    () => run(kind, original, limits),
    () => noCopy("busy"),
  );
}

async function run(kind: FileKind, original: AsyncIterable<Uint8Array>, limits: SanitiserLimits): Promise<Sanitised> {
  const child = spawn(process.execPath, childArguments(kind), {
    stdio: ["pipe", "pipe", "ignore"],
    env: {} as NodeJS.ProcessEnv,
    cwd: "/",
  }) as Child;
  let ended: NoCopy | null = null;
  const end = (why: NoCopy) => {
    ended ??= why;
    child.kill("SIGKILL");
  };
  const timer = setTimeout(() => end("too_slow"), limits.timeoutMs);
  const stopWatching = watchMemory(child.pid, limits.memoryBytes, () => end("too_much_memory"));
  const closed = new Promise<number | null>((resolve) => {
    child.on("close", resolve);
    child.on("error", () => resolve(null));
  });
  try {
    const [answer] = await Promise.all([readAnswer(child.stdout, () => end("failed")), feed(child, original, end)]);
    const status = await closed;
    if (ended) return noCopy(ended);
    return status === 0 && answer ? answer : noCopy("failed");
  } finally {
    clearTimeout(timer);
    stopWatching();
    child.kill("SIGKILL");
    await closed;
  }
}

/** Gives the file to the child at the pace it reads. A child that has gone is not an error here: its end is read elsewhere. */
async function feed({ stdin }: Child, original: AsyncIterable<Uint8Array>, end: (why: NoCopy) => void): Promise<void> {
  stdin.on("error", () => {});
  let sizeBytes = 0;
  for await (const piece of original) {
    sizeBytes += piece.length;
    if (sizeBytes > FILE_LIMIT_BYTES) return end("too_large");
    if (stdin.destroyed) return;
    if (!stdin.write(piece)) await drained(stdin);
  }
  stdin.end();
}

function drained(stdin: Writable): Promise<void> {
  return new Promise((resolve) => {
    stdin.once("drain", resolve);
    stdin.once("close", resolve);
  });
}
