import type { Actor } from "#app/access/actor.ts";
import { notFound } from "#app/access/answers.server.ts";
import { may } from "#app/access/policy.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { openCaseKey, openCaseKeys, openNotesKey } from "#app/features/cases/case-keys.server.ts";
import { findCaseRow } from "#app/features/cases/case-queries.server.ts";
import { caseReference } from "#app/features/cases/case-reference.ts";
import { caseStanding, readWorkCase } from "#app/features/cases/casework/work-case-page.server.ts";
import type { WorkCase } from "#app/features/cases/casework/work-case-queries.server.ts";
import { precisionFor } from "#app/features/disclosure/narratives/story-precision.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { CaseId, StoryId } from "#app/kernel/id.ts";
import { isShownToReporter } from "./reporter-commands.server.ts";
import type { KeptStory } from "./story.ts";
import { possibleBeside } from "./story-beside.ts";
import { storyObjection } from "./story-consent.ts";
import { findIn, riskOfStory, tellsTooMuch } from "./story-finder.server.ts";
import { BESIDE, storyValues } from "./story-forms.ts";
import type { StoriesBrief, StoryChoices, TeamStoryPage } from "./story-page.ts";
import { findStory, openStories, readStoryNotes } from "./story-rows.server.ts";
import type { StoryFindings } from "./story-seals.server.ts";
import { isStoryEvent } from "./story-transition.ts";
import { besideWords, listedStory, shownFindings, shownStory } from "./story-views.server.ts";

interface Named {
  readonly caseId: CaseId;
  readonly storyId: StoryId;
}

const isShown = (actor: Actor, story: KeptStory) => may(actor, "story.read") || isShownToReporter(story);

/** Those that the actor may know of: what is only being drafted is the team's. @throws Response the page of what is not there */
export function readStories(actor: Actor, caseId: CaseId): Promise<readonly KeptStory[]> {
  return withActor(actor, async (tx) => {
    if (!(await findCaseRow(tx, caseId))) throw notFound();
    const all = await openStories(tx, caseId, await openCaseKey(actor, tx, caseId));
    return all.filter((one) => isShown(actor, one));
  });
}

function readOne(actor: Actor, { caseId, storyId }: Named): Promise<KeptStory> {
  return withActor(actor, async (tx) => {
    if (!(await findCaseRow(tx, caseId))) throw notFound();
    const found = await findStory(tx, caseId, storyId, await openCaseKey(actor, tx, caseId));
    if (!found || !isShown(actor, found)) throw notFound();
    return found;
  });
}

/** For the page of the case itself. */
export async function readStoriesBrief(actor: Actor, caseId: CaseId): Promise<StoriesBrief> {
  const all = await readStories(actor, caseId);
  const count = (state: KeptStory["state"]) => all.filter((one) => one.state === state).length;
  return { caseId, count: all.length, asked: count("asked"), declined: count("declined") };
}

/** The cases of a list in which a story waits for its reporter's word. Only where there is one is a key opened. */
export async function storiesAskedAmong(actor: Actor, caseIds: readonly string[]): Promise<string[]> {
  if (caseIds.length === 0) return [];
  return withActor(actor, async (tx) => {
    const rows = await tx.story.findMany({
      where: { caseId: { in: [...caseIds] } },
      select: { caseId: true },
      distinct: ["caseId"],
    });
    if (rows.length === 0) return [];
    const keys = await openCaseKeys(
      actor,
      tx,
      rows.map(({ caseId }) => caseId),
    );
    const asked: string[] = [];
    for (const [caseId, key] of keys)
      if ((await openStories(tx, caseId, key)).some(({ state }) => state === "asked")) asked.push(caseId);
    return asked;
  });
}

/** @throws Response the page of what is not there */
export async function readOwnStory(actor: Actor, named: Named, locale: Locale) {
  const story = shownStory(await readOne(actor, named), locale);
  return { caseId: named.caseId, reference: caseReference(named.caseId), story };
}

/** @throws Response the page of what is not there */
export async function readCaseStories(actor: Actor, caseId: CaseId, locale: Locale) {
  const work = await readWorkCase(actor, caseId);
  const objection = objectionOf(work);
  return {
    standing: caseStanding(actor, work, locale),
    stories: (await readStories(actor, caseId)).map((one) => listedStory(one, locale)),
    objection,
    mayAdd: may(actor, "story.write") && objection === null,
  };
}

/** @throws Response the page of what is not there */
export async function readCaseStory(actor: Actor, named: Named, locale: Locale): Promise<TeamStoryPage> {
  const work = await readWorkCase(actor, named.caseId);
  const story = await readOne(actor, named);
  const risk = riskOfStory(work, work.assessment);
  const { findings, writtenBy } = await findingsOf(actor, work, story);
  const objection = objectionOf(work);
  const isDraft = story.state === "draft" && objection === null;
  return {
    standing: caseStanding(actor, work, locale),
    story: shownStory(story, locale),
    findings: story.content && findings && shownFindings(story.content, findings),
    tellsTooMuch: findings !== null && tellsTooMuch(findings),
    precision: precisionFor(risk),
    objection,
    writtenBy,
    may: {
      write: may(actor, "story.write") && isStoryEvent(story.state, "edit") && objection === null,
      ask: may(actor, "story.ask") && isDraft && findings !== null && !tellsTooMuch(findings),
      check: may(actor, "story.ask") && isDraft && writtenBy === "lead",
      end: may(actor, "story.write") && isStoryEvent(story.state, "end"),
    },
  };
}

/** A coordinator's session looks anew at each draft; everybody else reads what was said of this very text before. */
function findingsOf(actor: Actor, work: WorkCase, story: KeptStory) {
  return withActor(actor, async (tx): Promise<{ findings: StoryFindings | null; writtenBy: string }> => {
    const { checked, writtenBy } = await readStoryNotes(tx, story.id, await openNotesKey(actor, tx, work.id));
    const risk = riskOfStory(work, work.assessment);
    if (story.state === "draft" && story.content && may(actor, "story.ask"))
      return { findings: await findIn(actor, tx, story.content, work, risk), writtenBy };
    return { findings: checked?.hash === story.hash ? checked.findings : null, writtenBy };
  });
}

/** @throws Response also where no story may be told of this case: the list says why */
export async function readStoryForm(actor: Actor, caseId: CaseId, locale: Locale) {
  const work = await readWorkCase(actor, caseId);
  if (objectionOf(work)) throw notFound();
  return { standing: caseStanding(actor, work, locale), choices: choicesFor(work, locale) };
}

/** The same with what is kept. @throws Response also where it has ended */
export async function readKeptStory(actor: Actor, named: Named, locale: Locale) {
  const story = await readOne(actor, named);
  if (!story.content || !isStoryEvent(story.state, "edit")) throw notFound();
  const page = await readStoryForm(actor, named.caseId, locale);
  return { ...page, state: story.state, version: story.version, values: storyValues(story.content) };
}

function choicesFor(work: WorkCase, locale: Locale): StoryChoices {
  const precision = precisionFor(riskOfStory(work, work.assessment));
  const possible = possibleBeside(work.body.report, precision);
  return {
    precision,
    beside: BESIDE.filter((name) => possible[name] !== undefined).map((name) => ({
      name,
      label: besideWords({ [name]: possible[name] }, locale)[0] ?? name,
    })),
  };
}

const objectionOf = ({ body, copy, status }: WorkCase) =>
  storyObjection({ report: body.report, sourceKind: copy.facts.sourceKind }, status);
