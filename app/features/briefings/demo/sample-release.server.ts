import type { Actor } from "#app/access/actor.ts";
import { LEAST_STORIES, MOST_STORIES, NO_TEXT } from "#app/features/briefings/briefing.ts";
import {
  createBriefing,
  saveAsks,
  saveFollowUp,
  saveSpecification,
  saveStories,
  saveTexts,
} from "#app/features/briefings/drafting/briefing-draft-commands.server.ts";
import { textsOf } from "#app/features/briefings/drafting/briefing-forms.ts";
import { readBriefing } from "#app/features/briefings/drafting/briefing-queries.server.ts";
import { approveBriefing, submitBriefing } from "#app/features/briefings/drafting/briefing-review-commands.server.ts";
import { shownTexts } from "#app/features/briefings/drafting/shown-texts.server.ts";
import {
  chooseSurvey,
  chooseTables,
  computeTables,
} from "#app/features/briefings/drafting/table-set-commands.server.ts";
import { approveNaming, proposeNaming } from "#app/features/briefings/names/naming-commands.server.ts";
import { readNameOptions, readNaming } from "#app/features/briefings/names/naming-pages.server.ts";
import { releaseBriefing } from "#app/features/briefings/release/briefing-release-commands.server.ts";
import { readStoryChoices } from "#app/features/briefings/stories/edition-stories.server.ts";
import type { BriefingId, InstitutionId, NamingId } from "#app/kernel/id.ts";
import { valueFrom } from "#app/kernel/result.ts";
import { type Sample, sampleAsks, sampleFigures } from "./sample.ts";
import { SAMPLE } from "./sample-briefing.ts";

/** Three people at work; the guardian is another person than the other two. */
export interface SampleHands {
  readonly editor: Actor;
  readonly analyst: Actor;
  readonly guardian: Actor;
}

/**
 * Takes a sample briefing the whole way, by the very commands that people use. The text of the first is true of the public
 * incidents alone: call it when they are imported and before any other case is judged to count.
 */
export async function releaseSampleBriefing(
  hands: SampleHands,
  sample: Sample = SAMPLE,
): Promise<{ briefingId: BriefingId; slug: string }> {
  const briefingId = await writeSampleBriefing(hands, sample);
  const { editor, guardian } = hands;
  await chooseStories(editor, briefingId);
  const { version } = await readBriefing(editor, briefingId);
  valueFrom(await submitBriefing(editor, briefingId, { recordVersion: version, comment: "" }));
  const { hash } = await readBriefing(editor, briefingId);
  valueFrom(await approveBriefing(editor, briefingId, hash ?? ""));
  const { slug } = valueFrom(await releaseBriefing(guardian, briefingId, hash ?? ""));
  return { briefingId, slug };
}

/** Those that may stand together, where there are enough of them. */
async function chooseStories(editor: Actor, briefingId: BriefingId): Promise<void> {
  const { draft, tables, version } = await readBriefing(editor, briefingId);
  const { others } = await readStoryChoices(editor, draft, tables);
  const free = others.filter(({ obstacle }) => obstacle === null).slice(0, MOST_STORIES);
  if (free.length < LEAST_STORIES) return;
  const stories = free.map(({ id, hash }) => ({ id, hash }));
  valueFrom(await saveStories(editor, briefingId, version, stories));
}

/** Everybody who was asked for their side and may be named by now. */
async function nameWhoMayBe({ editor, guardian }: SampleHands, briefingId: BriefingId): Promise<void> {
  const { options } = await readNameOptions(editor, briefingId);
  for (const { value, gap } of options) {
    if (gap) continue;
    const wanted = { entryId: value as InstitutionId, grade: "documented" } as const;
    const { id } = valueFrom(await proposeNaming(editor, briefingId, wanted));
    const { naming } = await readNaming(guardian, briefingId, id as NamingId, "en");
    valueFrom(await approveNaming(guardian, briefingId, id as NamingId, naming.hash));
  }
}

/** The same up to the moment when it can go to review. */
async function writeSampleBriefing(hands: SampleHands, sample: Sample): Promise<BriefingId> {
  const { editor, analyst } = hands;
  const { specification, texts } = sample;
  const { briefingId } = valueFrom(await createBriefing(editor, specification));
  const versionNow = async () => (await readBriefing(editor, briefingId)).version;
  for (const locale of specification.locales)
    valueFrom(
      await saveTexts(editor, briefingId, shownTexts(textsOf(locale, NO_TEXT)), textsOf(locale, texts[locale])),
    );
  await nameWhoMayBe(hands, briefingId);
  valueFrom(await chooseTables(analyst, briefingId, await versionNow(), sample.tables));
  if (sample.survey) valueFrom(await chooseSurvey(analyst, briefingId, await versionNow(), sample.survey));
  valueFrom(await computeTables(analyst, briefingId, await versionNow()));
  const { tables: computed } = await readBriefing(editor, briefingId);
  if (!computed) throw new Error("the tables just computed are not there");
  const figures = sampleFigures(sample, computed.release);
  valueFrom(await saveSpecification(editor, briefingId, await versionNow(), { ...specification, figures }));
  valueFrom(await saveAsks(editor, briefingId, await versionNow(), sampleAsks(sample, computed.release)));
  const { last } = await readBriefing(editor, briefingId);
  if (sample.became && last) {
    const { became } = sample;
    const followUp = { slug: last.slug, asks: last.codes.map((code) => ({ ...became, code })) };
    valueFrom(await saveFollowUp(editor, briefingId, await versionNow(), followUp));
  }
  return briefingId;
}
