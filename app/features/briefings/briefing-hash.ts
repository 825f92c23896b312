import type { ProtectedRelease } from "#app/features/briefings/figures/protected-release.ts";
import { canonicalJson } from "#app/kernel/canonical-json.ts";
import type { Json } from "#app/kernel/json.ts";
import type { BriefingDraft } from "./briefing.ts";

/** Raised when the same words and figures would be hashed to something else. */
const FORM = "thaw-briefing/2";

/**
 * What an approval stands for: the exact words in every language, the specification and the protected figures.
 * A changed comma, figure or ask makes other bytes, and the approval of the old ones is void.
 * @returns the bytes to hash
 */
export function briefingBytes(draft: BriefingDraft, release: ProtectedRelease): Uint8Array<ArrayBuffer> {
  const content = { form: FORM, draft, release } as unknown as Json;
  return new TextEncoder().encode(canonicalJson(content));
}
