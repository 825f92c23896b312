import type { Actor } from "#app/access/actor.ts";
import { notFound } from "#app/access/answers.server.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import type { BriefingDraft } from "#app/features/briefings/briefing.ts";
import { areTablesFresh, type KeptComment, type KeptTables } from "#app/features/briefings/briefing-record.ts";
import {
  approvalHash,
  findBriefing,
  findTableSet,
  findTables,
  hashText,
  listApprovers,
  listChoices,
  listComments,
  type OpenBriefing,
  openBriefing,
} from "#app/features/briefings/briefing-rows.server.ts";
import type { BriefingState } from "#app/features/briefings/briefing-transition.ts";
import type { TableChoice } from "#app/features/briefings/figures/table-choice.ts";
import { readEditionNames } from "#app/features/briefings/names/edition-names.server.ts";
import type { EditionName } from "#app/features/briefings/names/edition-names.ts";
import { countNamings } from "#app/features/briefings/names/naming-rows.server.ts";
import { readTypedNames } from "#app/features/briefings/names/typed-names.server.ts";
import { findLastAsks } from "#app/features/briefings/published/last-asks.server.ts";
import { readEditionStories } from "#app/features/briefings/stories/edition-stories.server.ts";
import type { EditionStory } from "#app/features/briefings/stories/edition-stories.ts";
import type { SurveyWish } from "#app/features/surveys/publishing/survey-wish.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { BriefingId } from "#app/kernel/id.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { type BriefingChanges, changesSince } from "./briefing-changes.ts";
import {
  type NumberNotice,
  numbersToLookAt,
  type Obstacle,
  obstaclesOfNames,
  obstaclesOfStories,
  obstaclesToReview,
} from "./briefing-readiness.ts";
import { type NextStep, nextSteps, type Standing } from "./briefing-steps.ts";
import { draftTitle } from "./draft-title.server.ts";
import { writtenTexts } from "./written-texts.ts";

/** A briefing on its way, with everything its pages say about it. */
export interface BriefingView extends Standing {
  readonly id: BriefingId;
  readonly version: number;
  /** the tables that are wanted */
  readonly choices: readonly TableChoice[];
  /** the survey that is wanted beside them; undefined where none is */
  readonly survey: SurveyWish | undefined;
  readonly tables: KeptTables | null;
  /** the chosen stories as they stand now; null for whoever reads none */
  readonly stories: readonly EditionStory[] | null;
  /** whom the rows of the tables name, as it stands now; null for whoever reads no names */
  readonly names: readonly EditionName[] | null;
  readonly areTablesFresh: boolean;
  /** numbers in the text that stand in no table */
  readonly numbers: readonly NumberNotice[];
  /** fingerprint of words and figures; null while there are no tables */
  readonly hash: string | null;
  /** whether the reader had a hand in it */
  readonly isMine: boolean;
  readonly comments: readonly KeptComment[];
  /** against the version that was sent to review before; null where there was none */
  readonly changes: BriefingChanges | null;
  /** against the briefing released last; null where there is none, and once this one is out itself */
  readonly sinceEdition: EditionChanges | null;
  readonly release: { readonly slug: string } | null;
}

interface EditionChanges extends BriefingChanges {
  readonly session: string;
}

/** A line of the list. */
export interface BriefingLine {
  readonly id: BriefingId;
  readonly state: BriefingState;
  readonly specification: BriefingDraft["specification"];
  /** in the reader's language where it has one */
  readonly title: string;
  readonly next: readonly NextStep[];
}

/** All briefings, those on their way first. There are a few a year. */
export function listBriefings(actor: Actor, locale: Locale): Promise<BriefingLine[]> {
  return withActor(actor, async (tx) => {
    const lines: BriefingLine[] = [];
    for (const row of await tx.briefing.findMany()) {
      const briefing = await openBriefing(actor, tx, row);
      const tables = await findTables(actor, tx, briefing.id);
      const stories = await readEditionStories(actor, tx, briefing.kept.draft, tables);
      const names = await readEditionNames(actor, tx, briefing, tables?.release ?? null);
      const standing = await standingOf(actor, tx, briefing, { tables, stories, names });
      const { specification } = briefing.kept.draft;
      const title = draftTitle(briefing.kept.draft, tables?.release ?? null, locale);
      lines.push({ id: briefing.id, state: briefing.state, specification, title, next: nextSteps(standing) });
    }
    const rank: Record<BriefingState, number> = { in_review: 0, draft: 1, released: 2, withdrawn: 3 };
    return lines.sort((one, other) => rank[one.state] - rank[other.state]);
  });
}

/** @throws a 404 where there is none */
export async function readBriefing(actor: Actor, briefingId: string): Promise<BriefingView> {
  const view = await findBriefingView(actor, briefingId);
  if (!view) throw notFound();
  return view;
}

function findBriefingView(actor: Actor, briefingId: string): Promise<BriefingView | null> {
  return withActor(actor, async (tx) => {
    const briefing = await findBriefing(actor, tx, briefingId);
    if (!briefing) return null;
    const set = await findTableSet(actor, tx, briefingId);
    const tables = set?.computed ?? null;
    const { draft, hands, sent } = briefing.kept;
    const isHand = [...hands, tables?.computedBy, set?.chosenBy].includes(actor.userId);
    const stories = await readEditionStories(actor, tx, draft, tables);
    const names = await readEditionNames(actor, tx, briefing, tables?.release ?? null);
    return {
      ...(await standingOf(actor, tx, briefing, { tables, stories, names })),
      ...{ stories, names },
      id: briefing.id,
      version: briefing.version,
      choices: await listChoices(actor, tx, set),
      survey: set?.survey,
      tables,
      areTablesFresh: tables !== null && areTablesFresh(tables, now()),
      numbers: tables ? numbersToLookAt(draft, tables.release) : [],
      hash: tables ? hashText(approvalHash(briefing.kept, tables)) : null,
      isMine: isHand,
      comments: await listComments(actor, tx, briefingId),
      changes: tables ? changesOf(briefing, sent, tables) : null,
      sinceEdition: tables ? await changesSinceEdition(actor, tx, briefing, tables) : null,
      release: await tx.release.findUnique({ where: { briefingId }, select: { slug: true } }),
    };
  });
}

/** Nothing of it changes any more. */
const isOut = (state: BriefingState): boolean => state !== "draft" && state !== "in_review";

async function standingOf(
  actor: Actor,
  tx: Transaction,
  { id, state, kept }: OpenBriefing,
  { tables, stories, names }: Pick<BriefingView, "tables" | "stories" | "names">,
) {
  const { draft } = kept;
  const last = await findLastAsks(tx);
  const isInReview = tables !== null && state === "in_review";
  return {
    state,
    draft,
    hasTables: tables !== null,
    namings: await countNamings(actor, tx, id),
    last,
    obstacles: [
      ...obstaclesToReview(draft, tables?.release ?? null, last),
      ...obstaclesOfStories(stories),
      ...obstaclesOfNames(names, isOut(state) ? [] : await readTypedNames(actor, tx, writtenTexts(draft), names)),
    ] as readonly Obstacle[],
    // Editors see no hats but their own, so any approval counts here; the release looks closer.
    isApproved: isInReview && (await listApprovers(tx, id, approvalHash(kept, tables))).length > 0,
  };
}

/** In review what is new is told against the version before the one in review, in a draft against the one last sent. */
function changesOf({ state, kept }: OpenBriefing, sent: OpenBriefing["kept"]["sent"], { release }: KeptTables) {
  const before = state === "draft" ? sent.at(-1) : sent.at(-2);
  return before ? changesSince(before, { draft: kept.draft, release }) : null;
}

/** What was released last lies in its own briefing as it was sent for the last time. */
async function changesSinceEdition(
  actor: Actor,
  tx: Transaction,
  { state, kept: { draft } }: OpenBriefing,
  { release }: KeptTables,
): Promise<EditionChanges | null> {
  if (isOut(state)) return null;
  const newest = await tx.release.findFirst({
    where: { state: "released" },
    orderBy: [{ releasedOn: "desc" }, { slug: "desc" }],
    select: { briefingId: true },
  });
  const edition = newest && (await findBriefing(actor, tx, newest.briefingId));
  const before = edition?.kept.sent.at(-1);
  return before ? { ...changesSince(before, { draft, release }), session: before.draft.specification.session } : null;
}

/** What names a briefing on the pages about it. */
export function nameOf({ draft, tables }: Pick<BriefingView, "draft" | "tables">, locale: Locale) {
  return { title: draftTitle(draft, tables?.release ?? null, locale), session: draft.specification.session };
}
