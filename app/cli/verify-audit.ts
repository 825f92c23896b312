import { parseArgs } from "node:util";
import { withInstallation } from "#app/cli/installation/with-database.ts";
import type { ChainFault, ChainHead } from "#app/features/audit/audit-verification.ts";

export const summary = "Check that nobody has changed the record of what was done";
export const usage = `
Usage: npx thaw verify-audit [--head SEQ:HASH]

  --head SEQ:HASH   a head that was noted earlier, outside this server: the number of an entry and its hash in
                    hexadecimal, as this command prints them. Only with one does a cut end show.

Needs no key and nobody's passphrase. Exit status: 0 whole, 1 not whole, and the output names the place.
`;

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { head: { type: "string" } } });
  const known = values.head === undefined ? undefined : readHead(values.head);
  return withInstallation(async () => {
    const { verifyChain } = await import("#app/features/audit/audit-queries.server.ts");
    const { head, fault } = await verifyChain(known);
    if (!fault) process.stdout.write(`Whole, up to entry ${head.seq}. Head: ${head.seq}:${hex(head.hash)}\n`);
    else process.stderr.write(`Not whole: ${SENTENCES[fault.kind](fault as never)} Whole up to entry ${head.seq}.\n`);
    return fault ? 1 : 0;
  });
}

const SENTENCES: { readonly [Kind in ChainFault["kind"]]: (fault: ChainFault & { kind: Kind }) => string } = {
  missing: ({ seq }) => `entry ${seq} is missing.`,
  altered: ({ seq }) => `entry ${seq} is not the one that was written, or not the one that was noted.`,
  shortened: ({ expected, found }) => `the record ends at entry ${found}; entry ${expected} was noted.`,
};

function readHead(text: string): ChainHead {
  const [, seq, hash] = /^(\d{1,18}):([0-9a-f]{64})$/i.exec(text) ?? [];
  if (!seq || !hash) throw new Error("--head is SEQ:HASH, such as 1203:9f…, with 64 hexadecimal digits.");
  return { seq: BigInt(seq), hash: Buffer.from(hash, "hex") };
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
