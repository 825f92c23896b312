import type { Actor } from "#app/access/actor.ts";
import { precisionFor } from "#app/features/disclosure/narratives/story-precision.ts";
import type { CaseId, StoryId } from "#app/kernel/id.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { utf8 } from "#app/platform/crypto/bytes.server.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import { sha256Hex } from "#app/platform/crypto/hash.server.ts";
import { type AtStories, atStories, atStory } from "./at-story.server.ts";
import { endStory } from "./consent-follows.server.ts";
import { type KeptStory, MOST_STORIES_OF_A_CASE, type StoryContent, type StoryRecord } from "./story.ts";
import { chosenBeside, possibleBeside } from "./story-beside.ts";
import { findIn, tellsTooMuch } from "./story-finder.server.ts";
import type { StoryForm } from "./story-forms.ts";
import { STORY_CHANGED, STORY_NOT_ALLOWED, STORY_TELLS_TOO_MUCH } from "./story-refusals.ts";
import { readStoryNotes, recordOf, rewriteStory, storyRow } from "./story-rows.server.ts";
import { hashOfStory, notesSeal, type StoryNotes } from "./story-seals.server.ts";
import { draftingStep, storyStep } from "./story-steps.server.ts";
import { afterStoryEvent } from "./story-transition.ts";

/** Which story a page has shown, and at which version. */
export interface ShownStory {
  readonly caseId: CaseId;
  readonly id: StoryId;
  readonly version: number;
}

/** Writes a story of a case, for the team to look at: its reporter hears of it when asked. */
export function draftStory(actor: Actor, caseId: CaseId, form: StoryForm): Promise<Result<{ storyId: StoryId }>> {
  return atStories(actor, "story.write", caseId, async (at) => {
    if (at.objection) return refuse(STORY_NOT_ALLOWED);
    if ((await at.tx.story.count({ where: { caseId } })) >= MOST_STORIES_OF_A_CASE)
      return refuse({ kind: "conflict", code: "stories.too-many" });
    const id = newId<StoryId>();
    const content = contentOf(at, form);
    const record = newRecord(content, await unitOf(at));
    const sealed = notesSeal.seal(at.notesKey, id, await notesFor(at, content));
    const row = await storyRow(at.tx, { id, version: 1 }, at.caseKey, record);
    await at.tx.story.createMany({ data: { id, caseId, sealed, ...row } });
    await at.record(draftingStep("drafted", caseId, at.notesKey, { id, hash: record.hash }));
    return ok({ storyId: id });
  });
}

/** Another text, and with it nothing holds any more that was said of the old one. */
export function changeStory(actor: Actor, shown: ShownStory, form: StoryForm): Promise<Result<null>> {
  return atStory(actor, "story.write", shown, async (at, story) => {
    if (at.objection) return refuse(STORY_NOT_ALLOWED);
    const next = afterStoryEvent(story.state, "edit");
    if (!next.ok) return next;
    const content = contentOf(at, form);
    const hash = hashOfStory(content);
    const record: StoryRecord = { ...recordOf(story), state: next.value, content, hash, askedOn: null, approved: null };
    const notes = { key: at.notesKey, value: await notesFor(at, content) };
    if (!(await rewriteStory(at.tx, story, at.caseKey, record, notes))) return refuse(STORY_CHANGED);
    const step = story.state === "draft" ? draftingStep("changed", at.caseId, at.notesKey, { ...story, hash }) : null;
    await at.record(step ?? storyStep("changed", at.caseId, at.caseKey, { ...story, hash }));
    return ok(null);
  });
}

/** Runs the finder over what somebody else has written, and keeps what it says for them. */
export function checkStory(actor: Actor, shown: ShownStory): Promise<Result<null>> {
  return atStory(actor, "story.ask", shown, async (at, story) => {
    if (story.state !== "draft" || !story.content) return refuse(STORY_CHANGED);
    const { writtenBy } = await readStoryNotes(at.tx, story.id, at.notesKey);
    const value = { ...(await notesFor(at, story.content)), writtenBy };
    const kept = await rewriteStory(at.tx, story, at.caseKey, recordOf(story), { key: at.notesKey, value });
    if (!kept) return refuse(STORY_CHANGED);
    await at.record(draftingStep("checked", at.caseId, at.notesKey, story));
    return ok(null);
  });
}

/** Asks the reporter for a yes to this very text. The finder runs once more: nothing that it stops is ever read by them. */
export function askForStory(actor: Actor, shown: ShownStory): Promise<Result<null>> {
  return atStory(actor, "story.ask", shown, async (at, story) => {
    if (at.objection) return refuse(STORY_NOT_ALLOWED);
    const next = afterStoryEvent(story.state, "ask");
    if (!next.ok) return next;
    if (!story.content) return refuse(STORY_CHANGED);
    const findings = await findIn(actor, at.tx, story.content, at.own, at.risk);
    if (tellsTooMuch(findings)) return refuse(STORY_TELLS_TOO_MUCH);
    // Judged anew: what may stand beside it follows the risk of today.
    const possible = possibleBeside(at.own.body.report, precisionFor(at.risk));
    if (Object.keys(story.content.beside).some((name) => !Object.hasOwn(possible, name)))
      return refuse(STORY_TELLS_TOO_MUCH);
    const { writtenBy } = await readStoryNotes(at.tx, story.id, at.notesKey);
    const notes = { key: at.notesKey, value: { writtenBy, checked: { hash: story.hash, findings } } };
    const record = { ...recordOf(story), state: next.value, askedOn: isoDayOf(now()) };
    if (!(await rewriteStory(at.tx, story, at.caseKey, record, notes))) return refuse(STORY_CHANGED);
    await at.record(storyStep("asked", at.caseId, at.caseKey, story));
    return ok(null);
  });
}

/** Ends it: what nobody else has seen goes without a trace for its reporter, the rest is told to them as ended. */
export function endStoryByTeam(actor: Actor, shown: ShownStory): Promise<Result<null>> {
  return atStory(actor, "story.write", shown, async (at, story) => {
    if (wasNeverShown(story)) {
      await at.tx.story.deleteMany({ where: { id: story.id, version: story.version } });
      await at.record(draftingStep("discarded", at.caseId, at.notesKey, story));
      return ok(null);
    }
    return (await endStory(at, story, "team")) ? ok(null) : refuse(STORY_CHANGED);
  });
}

/** Only the team has ever seen it: it was never approved, answered or asked for. */
export const wasNeverShown = ({ state, prints, answer }: KeptStory): boolean =>
  state === "draft" && prints.length === 0 && answer === null;

function contentOf({ own, risk }: AtStories, { texts, beside }: StoryForm): StoryContent {
  return { form: 1, texts, beside: chosenBeside(possibleBeside(own.body.report, precisionFor(risk)), beside) };
}

function newRecord(content: StoryContent, unit: string): StoryRecord {
  return {
    state: "draft",
    unit,
    content,
    hash: hashOfStory(content),
    prints: [],
    madeOn: isoDayOf(now()),
    askedOn: null,
    approved: null,
    answer: null,
    ended: null,
  };
}

/** Two stories of one organisation are told apart from two of two, and that is all that can be told. */
async function unitOf({ tx, caseId }: AtStories): Promise<string> {
  const { organisationId } = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { organisationId: true },
  });
  return sha256Hex(utf8(`story-unit/${organisationId ?? caseId}`));
}

/** A coordinator's session runs the finder at once; a lead's text waits for one. */
async function notesFor(at: AtStories, content: StoryContent): Promise<StoryNotes> {
  const { actor, tx, own, risk } = at;
  const findings = actor.role === "intake" ? await findIn(actor, tx, content, own, risk) : null;
  return { writtenBy: actor.role, checked: findings && { hash: hashOfStory(content), findings } };
}
