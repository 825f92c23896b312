// Closes what the permissions of Node 20 leave open, before any reader is loaded.
// @ts-check
import dgram from "node:dgram";
import dns from "node:dns";
import { constants } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";

function closed() {
  throw new Error("this process has no network");
}

Object.assign(net, { connect: closed, createConnection: closed, createServer: closed });
Object.assign(net.Socket.prototype, { connect: closed });
Object.assign(net.Server.prototype, { listen: closed });
Object.assign(dgram, { createSocket: closed });
for (const name of Object.keys(dns)) if (/^(lookup|resolve|reverse)/.test(name)) Object.assign(dns, { [name]: closed });
for (const name of ["fetch", "WebSocket", "XMLHttpRequest"]) Reflect.deleteProperty(globalThis, name);

// libvips asks for the numbers of the file system's flags in a way that the permissions refuse. They are no secret.
Object.assign(process, {
  binding(/** @type {string} */ name) {
    return name === "constants" ? { fs: constants } : closed();
  },
});
syncBuiltinESMExports();
