import { describe, expect, test } from "vitest";
import {
  isReceiverKey,
  newAgeIdentity,
  openStreamWithIdentity,
  openWithIdentity,
  sealForRecipients,
  sealStreamForRecipients,
} from "#app/platform/crypto/age.server.ts";
import { SealBroken } from "#app/platform/crypto/errors.server.ts";
import { randomBytes } from "#app/platform/crypto/random.server.ts";
import { flipped } from "./arbitraries.ts";

const identity = await newAgeIdentity();
const stranger = await newAgeIdentity();

describe("a backup in the age format", () => {
  test("opens for each recipient and nobody else", async () => {
    const other = await newAgeIdentity();
    const plain = randomBytes(1000);
    const sealed = await sealForRecipients([identity.recipient, other.recipient], plain);
    expect(await openWithIdentity(identity.identity, sealed)).toEqual(plain);
    expect(await openWithIdentity(other.identity, sealed)).toEqual(plain);
    await expect(openWithIdentity(stranger.identity, sealed)).rejects.toThrow(SealBroken);
  });

  test("does not open changed", async () => {
    const sealed = await sealForRecipients([identity.recipient], randomBytes(100));
    for (let bit = 0; bit < sealed.length * 8; bit += 997)
      await expect(openWithIdentity(identity.identity, flipped(sealed, bit))).rejects.toThrow(SealBroken);
  });

  test("travels as a stream", async () => {
    const plain = randomBytes(300_000);
    const sealed = await sealStreamForRecipients([identity.recipient], new Blob([plain]).stream());
    const opened = await openStreamWithIdentity(identity.identity, sealed);
    expect(Buffer.compare(new Uint8Array(await new Response(opened).arrayBuffer()), plain)).toBe(0);
  });

  test("is for a post-quantum recipient, and a wrong one is known before anything is sealed", async () => {
    expect(identity.recipient).toMatch(/^age1pq1/);
    expect(await isReceiverKey(identity.recipient)).toBe(true);
    expect(await isReceiverKey("age1nobody")).toBe(false);
    await expect(sealForRecipients([], randomBytes(1))).rejects.toThrow(RangeError);
  });
});
