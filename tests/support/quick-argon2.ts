import type * as Argon2 from "argon2";
import { vi } from "vitest";

/**
 * For suites that run in one process: words become keys as in the product, with a thousandth of its work. A world has a
 * dozen people, each derives twice, and a suite waits for all of them on two databases. What the work itself must be is
 * held by the vectors of the adapter and by the journeys, whose servers know nothing of this.
 */
vi.mock("argon2", async (importActual) => {
  const { default: actual } = await importActual<{ default: typeof Argon2 }>();
  const hash = (words: string, options: Argon2.Options) =>
    actual.hash(words, { ...options, memoryCost: 64, timeCost: 2 });
  return { default: { ...actual, hash } };
});
