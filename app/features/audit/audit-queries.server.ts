import { chainHash } from "#app/platform/crypto/hash.server.ts";
import { inContext, type Transaction } from "#app/platform/db/in-context.server.ts";
import { GENESIS } from "./audit-chain.server.ts";
import { type ChainHead, chainWalker } from "./audit-verification.ts";

const AT_ONCE = 1_000;

/**
 * Checks the whole chain: changed, missing, inserted and reordered entries, and with `known` (a head that a guardian
 * noted outside the server) a cut end. Needs no key.
 */
export function verifyChain(known?: ChainHead) {
  return inContext({ role: "job" }, (tx) => verifyChainIn(tx, known));
}

/** The same within a transaction of the job role. */
export async function verifyChainIn(tx: Transaction, known?: ChainHead) {
  const walker = chainWalker(GENESIS, chainHash);
  if (known) walker.expect(known);
  let after = -1n;
  for (;;) {
    const links = await tx.auditEntry.findMany({
      where: { seq: { gt: after } },
      orderBy: { seq: "asc" },
      take: AT_ONCE,
    });
    links.forEach(walker.step);
    const last = links.at(-1);
    if (!last) return walker.end();
    after = last.seq;
  }
}
