import type { Actor } from "#app/access/actor.ts";
import { notFound } from "#app/access/answers.server.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { findBriefing, findTables, type OpenBriefing } from "#app/features/briefings/briefing-rows.server.ts";
import { listedEntries, type Register } from "#app/features/registers/institutions/institution.ts";
import { byName } from "#app/features/registers/institutions/institution-matching.ts";
import { entryChoices } from "#app/features/registers/institutions/institution-pages.server.ts";
import { openRegister } from "#app/features/registers/institutions/institution-register.server.ts";
import { labelOf } from "#app/features/taxonomy/labels.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { BriefingId, NamingId } from "#app/kernel/id.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { OpenNaming } from "./edition-names.ts";
import { replyDueOn } from "./naming.ts";
import type { NameOption, NamingListData, NamingView } from "./naming-pages.ts";
import { openNamings } from "./naming-rows.server.ts";
import { gapOf, voidReason } from "./naming-rules.ts";

/** Every name that was proposed for a briefing. @throws Response the page of what is not there */
export function readNamings(actor: Actor, briefingId: BriefingId, locale: Locale): Promise<NamingListData> {
  return withActor(actor, async (tx) => {
    const { briefing, views } = await viewsOf(actor, tx, briefingId, locale);
    const namings = [...views].sort((one, other) => one.name.localeCompare(other.name));
    return { briefingId, isDraft: briefing.state === "draft", role: actor.role, namings };
  });
}

/** One of them. @throws Response the page of what is not there */
export function readNaming(actor: Actor, briefingId: BriefingId, namingId: NamingId, locale: Locale) {
  return withActor(actor, async (tx) => {
    const { briefing, views } = await viewsOf(actor, tx, briefingId, locale);
    const naming = views.find(({ id }) => id === namingId);
    if (!naming) throw notFound();
    return { briefingId, isDraft: briefing.state === "draft", role: actor.role, naming };
  });
}

/** What an editor chooses from: institutions that were asked for their side, those that may be proposed first. */
export function readNameOptions(actor: Actor, briefingId: BriefingId): Promise<{ options: NameOption[] }> {
  return withActor(actor, async (tx) => {
    const briefing = await findBriefing(actor, tx, briefingId);
    if (briefing?.state !== "draft") throw notFound();
    const today = isoDayOf(now());
    const register = await openRegister(actor, tx);
    const asked = listedEntries(register).filter(({ reply }) => reply !== null);
    const gaps = new Map<string, NameOption["gap"]>(asked.map((entry) => [entry.id, gapOf(entry, today)]));
    return {
      options: entryChoices([...asked].sort(byName)).map((one) => ({ ...one, gap: gaps.get(one.value) ?? null })),
    };
  });
}

async function viewsOf(actor: Actor, tx: Transaction, briefingId: BriefingId, locale: Locale) {
  const briefing = await findBriefing(actor, tx, briefingId);
  if (!briefing) throw notFound();
  const named = (await findTables(actor, tx, briefingId))?.release.named;
  const printed = named && new Set(named.map(({ naming }) => naming));
  const register = await openRegister(actor, tx);
  const namings = await openNamings(actor, tx, briefingId);
  return { briefing, views: namings.map((one) => viewOf(one, { actor, register, briefing, printed, locale })) };
}

interface Around {
  readonly actor: Actor;
  readonly register: Register;
  readonly briefing: OpenBriefing;
  readonly printed: ReadonlySet<string> | undefined;
  readonly locale: Locale;
}

function viewOf(
  { id, facts, hash, isApproved, proposedBy }: OpenNaming,
  { actor, register, briefing, printed, locale }: Around,
): NamingView {
  const { session } = briefing.kept.draft.specification;
  const obstacle = voidReason(facts, register, { session, today: isoDayOf(now()) });
  const { name, type, grade, reply } = facts;
  return {
    ...{ id, name, grade, reply, hash, obstacle },
    type: labelOf("institution_type", type, locale),
    dueOn: replyDueOn(reply),
    state: obstacle ? "void" : isApproved ? "approved" : "waiting",
    isPrinted: isApproved && !obstacle ? (printed?.has(id) ?? false) : null,
    isMine: proposedBy === actor.userId,
  };
}
