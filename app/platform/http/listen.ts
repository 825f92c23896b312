import { createServer, type Server } from "node:net";
import type { Env } from "#app/platform/env.server.ts";

type Place = Pick<Env, "PORT" | "HOST">;

/** @throws Error with one plain line where the port is taken */
export function listen(server: Server, { PORT, HOST }: Place): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new Error(`PORT ${PORT} is in use; set another one`) : error),
    );
    server.listen(PORT, HOST, resolve);
  });
}

/** For work of minutes that ends in serving: said before it, not after. @throws Error as `listen` */
export async function refuseTakenPort(place: Place): Promise<void> {
  const probe = createServer();
  await listen(probe, place);
  await new Promise((resolve) => probe.close(resolve));
}
