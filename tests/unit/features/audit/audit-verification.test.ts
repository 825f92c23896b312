import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chainWalker } from "#app/features/audit/audit-verification.ts";
import { padded } from "#app/features/audit/padded-json.ts";
import { CHAIN_START, chainHash } from "#app/platform/crypto/hash.server.ts";

const entry = fc.record({
  day: fc.integer({ min: 0, max: 40_000 }).map((days) => new Date(days * 86_400_000)),
  class: fc.constantFrom("account", "case", "briefing"),
  sealed: fc.uint8Array({ minLength: 1, maxLength: 40 }),
});
const entries = fc.array(entry, { minLength: 2, maxLength: 12 });
type Entry = typeof entry extends fc.Arbitrary<infer E> ? E : never;

function chained(parts: readonly Entry[]) {
  let hash: Uint8Array = CHAIN_START;
  return parts.map((part, at) => {
    const seq = BigInt(at + 1);
    hash = chainHash(hash, seq, part.day, part.class, part.sealed);
    return { ...part, seq, hash };
  });
}

function faultOf(links: ReturnType<typeof chained>, known?: { seq: bigint; hash: Uint8Array }) {
  const walker = chainWalker(CHAIN_START, chainHash);
  if (known) walker.expect(known);
  links.forEach(walker.step);
  return walker.end().fault;
}

const at = (links: readonly unknown[], pick: number) => pick % links.length;

describe("walking the chain", () => {
  test("finds nothing wrong with a chain nobody touched", () => {
    fc.assert(
      fc.property(entries, (parts) => {
        expect(faultOf(chained(parts))).toBeNull();
      }),
    );
  });

  test("finds any flipped bit", () => {
    fc.assert(
      fc.property(entries, fc.nat(), fc.nat(), fc.integer({ min: 0, max: 7 }), (parts, pick, byte, bit) => {
        const links = chained(parts);
        const link = links[at(links, pick)]!;
        const sealed = link.sealed.slice();
        sealed[byte % sealed.length]! ^= 1 << bit;
        links[at(links, pick)] = { ...link, sealed };
        expect(faultOf(links)).toEqual({ kind: "altered", seq: link.seq });
      }),
    );
  });

  test("finds a missing, a doubled and a moved entry", () => {
    fc.assert(
      fc.property(entries, fc.nat(), (parts, pick) => {
        const links = chained(parts);
        const place = at(links, pick);
        if (place < links.length - 1) expect(faultOf(links.toSpliced(place, 1))?.kind).toBe("missing");
        expect(faultOf(links.toSpliced(place, 0, links[place]!))?.kind).toBe("missing");
        const swapped = links.with(0, links[1]!).with(1, links[0]!);
        expect(faultOf(swapped)?.kind).toBe("missing");
      }),
    );
  });

  test("finds a cut end only with a head noted elsewhere, and a chain written anew with it, too", () => {
    fc.assert(
      fc.property(entries, entries, (parts, others) => {
        const links = chained(parts);
        const head = links.at(-1)!;
        expect(faultOf(links.slice(0, -1))).toBeNull();
        expect(faultOf(links.slice(0, -1), head)).toMatchObject({ kind: "shortened", expected: head.seq });
        const forged = chained([...others, ...parts]);
        expect(faultOf(forged)).toBeNull();
        expect(faultOf(forged, head)).not.toBeNull();
      }),
    );
  });
});

describe("details before they are sealed", () => {
  test("have one of a few lengths and are the same afterwards", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), (value) => {
        const bytes = padded(value as never);
        expect([256, 1024, 4096, 16_384, 65_536]).toContain(bytes.length);
        expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
