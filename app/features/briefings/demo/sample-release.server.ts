import type { Actor } from "#app/access/actor.ts";
import {
  createBriefing,
  saveAsks,
  saveSpecification,
  saveText,
} from "#app/features/briefings/drafting/briefing-draft-commands.server.ts";
import { readBriefing } from "#app/features/briefings/drafting/briefing-queries.server.ts";
import { approveBriefing, submitBriefing } from "#app/features/briefings/drafting/briefing-review-commands.server.ts";
import { computeTables } from "#app/features/briefings/drafting/table-set-commands.server.ts";
import { releaseBriefing } from "#app/features/briefings/release/briefing-release-commands.server.ts";
import type { BriefingId } from "#app/kernel/id.ts";
import type { Result } from "#app/kernel/result.ts";
import { SAMPLE_SPECIFICATION, SAMPLE_TEXTS, sampleAsks, sampleFigures } from "./sample-briefing.ts";

/** Three people at work; the guardian is another person than the other two. */
export interface SampleHands {
  readonly editor: Actor;
  readonly analyst: Actor;
  readonly guardian: Actor;
}

/**
 * Takes the sample briefing the whole way, by the very commands that people use. Its text is true of the public incidents
 * alone: call it when they are imported and before any other case is judged to count.
 */
export async function releaseSampleBriefing(hands: SampleHands): Promise<{ briefingId: BriefingId; slug: string }> {
  const briefingId = await writeSampleBriefing(hands);
  const { editor, guardian } = hands;
  const { version } = await readBriefing(editor, briefingId);
  done(await submitBriefing(editor, briefingId, { recordVersion: version, comment: "" }));
  const { hash } = await readBriefing(editor, briefingId);
  done(await approveBriefing(editor, briefingId, hash ?? ""));
  const { slug } = done(await releaseBriefing(guardian, briefingId, hash ?? ""));
  return { briefingId, slug };
}

/** The same up to the moment when it can go to review. */
export async function writeSampleBriefing({
  editor,
  analyst,
}: Pick<SampleHands, "editor" | "analyst">): Promise<BriefingId> {
  const { briefingId } = done(await createBriefing(editor, SAMPLE_SPECIFICATION));
  const versionNow = async () => (await readBriefing(editor, briefingId)).version;
  for (const locale of SAMPLE_SPECIFICATION.locales)
    done(await saveText(editor, briefingId, await versionNow(), locale, SAMPLE_TEXTS[locale]));
  done(await computeTables(analyst, briefingId, await versionNow()));
  const { tables } = await readBriefing(editor, briefingId);
  if (!tables) throw new Error("the tables just computed are not there");
  const specification = { ...SAMPLE_SPECIFICATION, figures: sampleFigures(tables.release) };
  done(await saveSpecification(editor, briefingId, await versionNow(), specification));
  done(await saveAsks(editor, briefingId, await versionNow(), sampleAsks(tables.release)));
  return briefingId;
}

/** Here everything is in order, so a refusal is a bug. */
function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the sample briefing was refused: ${result.refusal.code}`);
  return result.value;
}
