import { loadAllMessages } from "#app/i18n/messages.server.ts";

/**
 * Opens what the process needs before its first visitor: words, database, secrets, periodic work.
 * @returns a function that closes all of it again
 */
export async function startProcess(): Promise<() => Promise<void>> {
  loadAllMessages();
  return async () => {};
}
