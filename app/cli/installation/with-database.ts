import { env } from "#app/platform/env.server.ts";

/**
 * Opens the installation for one command and closes it whatever happens: settings, secrets, and the database with
 * all that may stand against opening it (another process holds the embedded one, PostgreSQL has an old schema, the
 * secrets are not the ones this data was made with). Each of these ends the command with one plain line.
 */
export async function withDatabase<T>(work: (installation: { isSetUp: boolean }) => Promise<T>): Promise<T> {
  const { openInstallation } = await import("#app/platform/installation.server.ts");
  const { isSetUp, close } = await openInstallation(env());
  try {
    return await work({ isSetUp });
  } finally {
    await close();
  }
}

/** The same for commands that need people and keys to be there. */
export function withInstallation<T>(work: () => Promise<T>): Promise<T> {
  return withDatabase(({ isSetUp }) => {
    if (!isSetUp) throw new Error("Nothing is set up yet. Run: npx thaw setup");
    return work();
  });
}
