import argon2 from "argon2";
import { TooBusy } from "./errors.server.ts";
import { lockAway, type Secret } from "./secret.server.ts";

// Each derivation takes 64 MiB and a core for about 150 ms: a flood of sign-ins must not take the machine.
const MAX_RUNNING = 2;
const MAX_WAITING = 16;

interface Queue {
  running: number;
  readonly waiting: (() => void)[];
}

// One queue a process, even where this module is loaded twice (from source by a command, bundled by the server).
const place = Symbol.for("thaw.slow-derivation");
const holder = globalThis as typeof globalThis & { [place]?: Queue };
holder[place] ??= { running: 0, waiting: [] };
const queue: Queue = holder[place];

/**
 * Argon2id v19, 64 MiB, 3 passes, 1 lane, 32 bytes out. Words from people are normalised to NFKC first.
 * @param salt 16 bytes
 * @throws TooBusy when two run and sixteen wait
 */
export function deriveSlowly(words: string, salt: Uint8Array): Promise<Secret> {
  return inTurn(async () => {
    const derived = await argon2.hash(words.normalize("NFKC"), {
      raw: true,
      type: argon2.argon2id,
      version: 0x13,
      memoryCost: 65_536,
      timeCost: 3,
      parallelism: 1,
      hashLength: 32,
      salt: Buffer.from(salt),
    });
    return lockAway(derived);
  });
}

/** Whether a derivation asked for now would be refused: lets a page say so before somebody types seven words. */
export function isTooBusy(): boolean {
  return queue.running >= MAX_RUNNING && queue.waiting.length >= MAX_WAITING;
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (isTooBusy()) throw new TooBusy();
  if (queue.running >= MAX_RUNNING) await new Promise<void>((go) => queue.waiting.push(go));
  else queue.running += 1;
  try {
    return await work();
  } finally {
    // The place passes straight to the next in line; it is free only when nobody waits.
    const next = queue.waiting.shift();
    if (next) next();
    else queue.running -= 1;
  }
}
