import { randomFillSync, randomInt, randomUUID } from "node:crypto";
import { type Bytes, base64UrlOf } from "./bytes.server.ts";

export function randomBytes(size: number): Bytes {
  return randomFillSync(new Uint8Array(size));
}

export function fillRandom(bytes: Uint8Array): void {
  randomFillSync(bytes);
}

/** 256 random bits as 43 characters that are safe in URLs, headers and file names. */
export function randomToken(): string {
  return base64UrlOf(randomBytes(32));
}

/** 16 random bytes as 32 hexadecimal digits: the name of a sealed object on disk, or the number of an error. */
export function newObjectName(): string {
  return Buffer.from(randomBytes(16)).toString("hex");
}

/** A version-4 UUID: 122 random bits, so that no id tells of time, order or another id. */
export function newId<Id extends string = string>(): Id {
  return randomUUID() as Id;
}

/** @returns a whole number from 0 up to but not including `limit`, each as likely as any other */
export function randomBelow(limit: number): number {
  return randomInt(limit);
}

export function randomPick<T>(items: readonly T[]): T {
  const picked = items[randomBelow(items.length)];
  if (picked === undefined) throw new RangeError("nothing to pick from");
  return picked;
}

/** The same items in an order that tells nothing (Fisher–Yates). */
export function shuffled<T>(items: readonly T[]): T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = randomBelow(last + 1);
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}
