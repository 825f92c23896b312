import type { Actor } from "#app/access/actor.ts";
import type { AuditAction } from "#app/features/audit/audit-action.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import {
  type AskChoice,
  type BriefingDraft,
  NO_TEXT,
  type Specification,
  type StoryChoice,
  withPart,
} from "#app/features/briefings/briefing.ts";
import { CHANGED_MEANWHILE, NO_BRIEFING, NOT_A_DRAFT } from "#app/features/briefings/briefing-refusals.ts";
import { findBriefing, writeBriefing } from "#app/features/briefings/briefing-rows.server.ts";
import { draftSeal } from "#app/features/briefings/briefing-seals.server.ts";
import type { FollowUp } from "#app/features/briefings/follow-up.ts";
import { findLastAsks } from "#app/features/briefings/published/last-asks.server.ts";
import type { BriefingId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { newId } from "#app/platform/crypto/random.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { wasShownBy } from "./shown-texts.server.ts";
import { type SentText, textsTogether } from "./texts-together.ts";

const FIRST_VERSION = 1;

/** Begins a briefing: for which session, and in which languages. */
export function createBriefing(
  actor: Actor,
  specification: Specification,
): Promise<Result<{ briefingId: BriefingId }>> {
  return recorded(actor, async (tx, record) => {
    const briefingId = newId<BriefingId>();
    const draft: BriefingDraft = { specification, texts: {}, asks: [] };
    const { sealed, keyVersion } = await draftSeal.seal(actor, tx, briefingId, {
      draft,
      hands: [actor.userId],
      sent: [],
    });
    await tx.briefing.createMany({
      data: { id: briefingId, state: "draft", version: FIRST_VERSION, sealed, keyVersion },
    });
    await record({ action: "briefing.drafted", subjectId: briefingId });
    return ok({ briefingId });
  });
}

/** For whom, in which languages, and which figures stand first. */
export function saveSpecification(actor: Actor, briefingId: BriefingId, version: number, specification: Specification) {
  return changeDraft(actor, briefingId, version, (draft) => ({ ...draft, specification }));
}

/**
 * Texts of some parts in some languages. Colleagues write in others meanwhile, and in the same ones where the sender left
 * them alone; only what both have changed is refused. A language in which nothing was written stays unwritten.
 * @param shown what the page had shown in these places (`shownTexts`)
 */
export function saveTexts(actor: Actor, briefingId: BriefingId, shown: string, sent: readonly SentText[]) {
  return changeDraft(actor, briefingId, null, (draft) => {
    const together = textsTogether(sent, draft.texts, wasShownBy(shown));
    return together.overtaken.length > 0 ? null : { ...draft, texts: withTexts(draft.texts, together.texts) };
  });
}

function withTexts(texts: BriefingDraft["texts"], written: readonly SentText[]): BriefingDraft["texts"] {
  const now = { ...texts };
  for (const { locale, part, text } of written)
    if (text !== "" || now[locale]) now[locale] = withPart(now[locale] ?? NO_TEXT, part, text);
  return now;
}

/** All asks at once, in the place of those before. */
export function saveAsks(actor: Actor, briefingId: BriefingId, version: number, asks: readonly AskChoice[]) {
  return changeDraft(actor, briefingId, version, (draft) => ({ ...draft, asks: [...asks] }));
}

/** What became of the asks of the newest release. @param slug  of the release that the page knew */
export function saveFollowUp(
  actor: Actor,
  briefingId: BriefingId,
  version: number,
  { slug, asks }: Pick<FollowUp, "slug" | "asks">,
) {
  return changeDraft(actor, briefingId, version, async (draft, tx) => {
    const { followUp: _, ...bare } = draft;
    if (asks.length === 0) return bare;
    const last = await findLastAsks(tx);
    if (last?.slug !== slug) return null;
    const told = asks.filter(({ code }) => last.codes.includes(code));
    return told.length > 0 ? { ...bare, followUp: { slug, session: last.session, asks: told } } : bare;
  });
}

/**
 * The stories in their order. Only ids and fingerprints are kept: the texts are read anew each time, so that what its
 * reporter takes back is in no draft any more.
 */
export function saveStories(actor: Actor, briefingId: BriefingId, version: number, stories: readonly StoryChoice[]) {
  return changeDraft(actor, briefingId, version, ({ stories: _, ...draft }) =>
    stories.length === 0 ? draft : { ...draft, stories: [...stories] },
  );
}

/**
 * Writes in the draft. Whoever writes has had a hand in it from then on and releases it no more.
 * @param version the draft as the page knew it: the later of two who write gets a conflict, and the own text back; null
 *                where the change itself knows what the page had shown
 * @param change  gives null where what it rests on has changed meanwhile
 */
function changeDraft(
  actor: Actor,
  briefingId: BriefingId,
  version: number | null,
  change: (draft: BriefingDraft, tx: Transaction) => BriefingDraft | null | Promise<BriefingDraft | null>,
): Promise<Result<null>> {
  const action: AuditAction = "briefing.edited";
  return recorded(actor, async (tx, record) => {
    const briefing = await findBriefing(actor, tx, briefingId);
    if (!briefing) return refuse(NO_BRIEFING);
    if (briefing.state !== "draft") return refuse(NOT_A_DRAFT);
    const { draft, hands, sent } = briefing.kept;
    const changed = await change(draft, tx);
    if (!changed) return refuse(CHANGED_MEANWHILE);
    const kept = { draft: changed, hands: [...new Set([...hands, actor.userId])], sent };
    if (!(await writeBriefing(actor, tx, { ...briefing, version: version ?? briefing.version, kept })))
      return refuse(CHANGED_MEANWHILE);
    await record({ action, subjectId: briefingId });
    return ok(null);
  });
}
