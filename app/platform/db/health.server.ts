import { inContext } from "./in-context.server.ts";

/** Whether a statement goes through, from the door to the rows and back. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await inContext({ role: "public" }, (tx) => tx.$queryRaw`SELECT 1`);
    return true;
  } catch {
    return false;
  }
}
