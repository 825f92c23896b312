import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { listen, refuseTakenPort } from "#app/platform/http/listen.ts";

test("a taken port is named before long work begins, and a free one stays free", async () => {
  const server = createServer();
  const HOST = "127.0.0.1";
  await listen(server, { PORT: 0, HOST });
  const { port: PORT } = server.address() as AddressInfo;
  await expect(refuseTakenPort({ PORT, HOST })).rejects.toThrow(`PORT ${PORT} is in use`);
  await new Promise((resolve) => server.close(resolve));
  await refuseTakenPort({ PORT, HOST });
  await listen(server, { PORT, HOST });
  await new Promise((resolve) => server.close(resolve));
});
