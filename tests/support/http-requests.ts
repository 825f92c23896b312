import { once } from "node:events";
import type { Server } from "node:http";
import { type IncomingMessage, type OutgoingHttpHeaders, request } from "node:http";
import { type AddressInfo, connect } from "node:net";

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** Listens on a free loopback port. @returns the port */
export async function listening(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

export interface Wish {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer;
}

/** A request exactly as told: unlike `fetch` it sends any method, host and origin. */
export function ask(port: number, path: string, { method = "GET", headers = {}, body }: Wish = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { "Content-Length": Buffer.byteLength(body) };
    const asked = request(
      { port, host: "127.0.0.1", path, method, headers: { ...length, ...headers } },
      async (res) => {
        const chunks: Buffer[] = [];
        for await (const chunk of res) chunks.push(chunk);
        resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks).toString() });
      },
    );
    asked.on("error", reject);
    asked.end(body);
  });
}

/** Writes bytes to a socket and reads until the other side closes. */
export async function talk(port: number, ...parts: string[]): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  let heard = "";
  socket.setEncoding("utf8").on("data", (text) => {
    heard += text;
  });
  socket.on("error", () => {});
  await once(socket, "connect");
  for (const part of parts) socket.write(part);
  await once(socket, "close");
  return heard;
}
