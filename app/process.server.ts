import { loadAllMessages } from "#app/i18n/messages.server.ts";
import { startJobs } from "#app/jobs.server.ts";
import { env } from "#app/platform/env.server.ts";
import { openInstallation } from "#app/platform/installation.server.ts";
import { logEvent } from "#app/platform/log.server.ts";
import { stopAllWorks } from "#app/platform/long-work/long-works.server.ts";

/**
 * Opens what the process needs before its first visitor: words, database, secrets, periodic work.
 * @returns a function that closes all of it again
 */
export async function startProcess(): Promise<() => Promise<void>> {
  loadAllMessages();
  const { isSetUp, close } = await openInstallation(env());
  if (!isSetUp) logEvent("not set up yet: stop the server, run `npx thaw setup`, start it again");
  const stopJobs = startJobs();
  return async () => {
    stopJobs();
    await stopAllWorks();
    await close();
  };
}
