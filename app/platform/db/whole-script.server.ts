import { DriverAdapterError } from "@prisma/driver-adapter-utils";

/**
 * Sends a migration whole, in one simple-protocol message: cutting it at semicolons would break function bodies.
 * @throws DriverAdapterError in the form in which the engine shows PostgreSQL's complaint
 */
export async function sendWhole(script: string, send: (script: string) => Promise<unknown>): Promise<void> {
  try {
    await send(script);
  } catch (error) {
    const { code = "N/A", severity = "ERROR", message, detail, column, hint } = error as PostgresComplaint;
    throw new DriverAdapterError({ kind: "postgres", code, severity, message, detail, column, hint });
  }
}

interface PostgresComplaint {
  readonly code?: string;
  readonly severity?: string;
  readonly message: string;
  readonly detail: string | undefined;
  readonly column: string | undefined;
  readonly hint: string | undefined;
}
