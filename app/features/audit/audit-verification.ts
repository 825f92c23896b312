/** The first thing wrong with a chain, or nothing. Sequence numbers are those of the entries. */
export type ChainFault =
  | { readonly kind: "missing"; readonly seq: bigint }
  | { readonly kind: "altered"; readonly seq: bigint }
  | { readonly kind: "shortened"; readonly expected: bigint; readonly found: bigint };

interface Link {
  readonly seq: bigint;
  readonly day: Date;
  readonly class: string;
  readonly sealed: Uint8Array;
  readonly hash: Uint8Array;
}

export interface ChainHead {
  readonly seq: bigint;
  readonly hash: Uint8Array;
}

type HashOf = (previous: Uint8Array, seq: bigint, day: Date, noun: string, sealed: Uint8Array) => Uint8Array;

/**
 * Walks a chain one entry at a time and says at the end where it broke.
 * A cut end looks like a shorter whole chain: only a head noted outside the server tells it apart, hence `known`.
 * @param hashOf  the chain's hash, passed in so that this rule stays free of cryptography
 */
export function chainWalker(genesis: Uint8Array, hashOf: HashOf) {
  let head: ChainHead = { seq: 0n, hash: genesis };
  let fault: ChainFault | null = null;
  let known: ChainHead | null = null;
  const step = (link: Link) => {
    if (fault) return;
    const expected = head.seq + 1n;
    if (link.seq !== expected) fault = { kind: "missing", seq: expected };
    else if (!same(hashOf(head.hash, link.seq, link.day, link.class, link.sealed), link.hash))
      fault = { kind: "altered", seq: link.seq };
    else if (known && link.seq === known.seq && !same(link.hash, known.hash))
      fault = { kind: "altered", seq: link.seq };
    else head = { seq: link.seq, hash: link.hash };
  };
  return {
    expect(noted: ChainHead) {
      known = noted;
    },
    step,
    end(): { head: ChainHead; fault: ChainFault | null } {
      if (!fault && known && head.seq < known.seq) fault = { kind: "shortened", expected: known.seq, found: head.seq };
      return { head, fault };
    },
  };
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
