const AT_ONCE = 2;
const WAITING = 16;

let running = 0;
const queue: (() => void)[] = [];

/**
 * Two readers at once: each may take half a gigabyte. Whoever finds too many waiting is told so and can try again,
 * which costs nothing: the original is kept in either case.
 */
export async function withPlace<T>(work: () => Promise<T>, full: () => T): Promise<T> {
  if (running >= AT_ONCE && queue.length >= WAITING) return full();
  if (running >= AT_ONCE) await new Promise<void>((go) => queue.push(go));
  else running += 1;
  try {
    return await work();
  } finally {
    // A place is handed on, never freed in between, so nobody who comes later can take it.
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  }
}
