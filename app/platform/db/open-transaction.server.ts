import { AsyncLocalStorage } from "node:async_hooks";

/** The transaction a request is in, known from both ends: the door above Prisma, and the driver below it. */
export interface OpenTransaction {
  isOpen: boolean;
  /** as the door hands it out */
  tx?: object;
  /** sends a `COPY … TO STDOUT` inside it, and gives what comes back message by message */
  copyOut?: (statement: string, take: (message: Uint8Array) => void) => Promise<void>;
}

// One per process, shared by whatever copies of this module a bundler makes: one opens the database, another uses it.
const HOME = Symbol.for("thaw.open-transaction");
const home = globalThis as { [HOME]?: AsyncLocalStorage<OpenTransaction> };

export function openTransaction(): AsyncLocalStorage<OpenTransaction> {
  home[HOME] ??= new AsyncLocalStorage();
  return home[HOME];
}
