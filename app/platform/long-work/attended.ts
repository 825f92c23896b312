import type { Transaction } from "#app/platform/db/in-context.server.ts";

/**
 * What a command that takes long is given by whoever attends to it: how it ends early, where it says how far it is, and
 * who has the last word in the transaction that writes what came of it.
 */
export interface Attended<Step extends string> {
  readonly signal?: AbortSignal;
  tell(step: Step): void;
  /** @returns false where the work was stopped meanwhile, or its session has ended: then nothing is written */
  mayFinish(tx: Transaction): Promise<boolean>;
}

/** A command that somebody simply waits for: setting up, demonstrations, the command line. */
export const WAITED_FOR: Attended<string> = { tell: () => {}, mayFinish: async () => true };
