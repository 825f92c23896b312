import { sealedPart } from "#app/features/cases/case-seals.server.ts";
import type { TriedRemedy } from "./remedy.ts";

/** Under the case key and not the notes key: what was done for a reporter is theirs to read. */
export const remedySeal = sealedPart<TriedRemedy>("remedies", "sealed", "remedy");
