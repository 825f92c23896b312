import type { Actor } from "#app/access/actor.ts";
import { notFound } from "#app/access/answers.server.ts";
import { may } from "#app/access/policy.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { openCaseKey, openCaseKeys } from "#app/features/cases/case-keys.server.ts";
import { findCaseRow } from "#app/features/cases/case-queries.server.ts";
import { caseReference } from "#app/features/cases/case-reference.ts";
import { isUsable } from "#app/features/cases/case-status.ts";
import { caseStanding, readWorkCase } from "#app/features/cases/casework/work-case-page.server.ts";
import type { WorkCase } from "#app/features/cases/casework/work-case-queries.server.ts";
import { hasCopy } from "#app/features/evidence/evidence-file.ts";
import { findFiles } from "#app/features/evidence/evidence-queries.server.ts";
import { TLP_MARKS } from "#app/features/taxonomy/codes.ts";
import { labelOf } from "#app/features/taxonomy/labels.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { CaseId, ReferralId } from "#app/kernel/id.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import { now } from "#app/platform/clock.server.ts";
import { receiverFingerprint } from "#app/platform/crypto/age.server.ts";
import { allowanceIn } from "./consent-follows.server.ts";
import { isExpired, type KeptReferral } from "./referral.ts";
import {
  classOfFile,
  classOfPart,
  mayGo,
  mayMark,
  needsAgreement,
  objectionsTo,
  type PartClass,
  possibleKinds,
} from "./referral-consent.ts";
import { partsToTell } from "./referral-content.server.ts";
import { fileCard, referralValues } from "./referral-forms.ts";
import type {
  ListedReferral,
  ReferralChoices,
  ReferralPageData,
  ReferralsBrief,
  TeamReferralPage,
} from "./referral-page.ts";
import { findReferral, openRecords } from "./referral-rows.server.ts";

/** Those that the actor may know of: what is only being prepared is the team's. @throws Response the page of what is not there */
function readAll(actor: Actor, caseId: CaseId): Promise<readonly KeptReferral[]> {
  return withActor(actor, async (tx) => {
    if (!(await findCaseRow(tx, caseId))) throw notFound();
    const all = await openRecords(tx, caseId, await openCaseKey(actor, tx, caseId));
    return all.filter((one) => isShown(actor, one));
  });
}

function readOne(actor: Actor, caseId: CaseId, id: ReferralId): Promise<KeptReferral> {
  return withActor(actor, async (tx) => {
    if (!(await findCaseRow(tx, caseId))) throw notFound();
    const found = await findReferral(tx, caseId, id, await openCaseKey(actor, tx, caseId));
    if (!found || !isShown(actor, found)) throw notFound();
    return found;
  });
}

const isShown = (actor: Actor, { state }: KeptReferral) => state !== "prepared" || may(actor, "referral.read");

/** For the page of the case itself. */
export async function readReferralsBrief(actor: Actor, caseId: CaseId): Promise<ReferralsBrief> {
  const all = (await readAll(actor, caseId)).map(listed);
  const live = all.filter((one) => !one.isExpired);
  const count = (state: KeptReferral["state"]) => live.filter((one) => one.state === state).length;
  const recalled = all.filter(({ state, deletionAskedOn }) => state === "recalled" && !deletionAskedOn).length;
  return { caseId, count: all.length, asked: count("asked"), ready: count("ready"), recalled };
}

/** The cases of a list in which something waits for their reporter's word. Only where something was prepared is a key opened. */
export async function askedAmong(actor: Actor, caseIds: readonly string[]): Promise<string[]> {
  if (caseIds.length === 0) return [];
  return withActor(actor, async (tx) => {
    const among = { caseId: { in: [...caseIds] }, sealedContent: { not: null } };
    const rows = await tx.referral.findMany({ where: among, select: { caseId: true }, distinct: ["caseId"] });
    if (rows.length === 0) return [];
    const keys = await openCaseKeys(
      actor,
      tx,
      rows.map(({ caseId }) => caseId),
    );
    const today = isoDayOf(now());
    const asked: string[] = [];
    for (const [caseId, key] of keys) {
      const all = await openRecords(tx, caseId, key);
      if (all.some((one) => one.state === "asked" && !isExpired(one, today))) asked.push(caseId);
    }
    return asked;
  });
}

/** @throws Response the page of what is not there */
export async function readOwnReferrals(actor: Actor, caseId: CaseId) {
  return { caseId, reference: caseReference(caseId), referrals: (await readAll(actor, caseId)).map(listed) };
}

/** @throws Response the page of what is not there */
export async function readOwnReferral(actor: Actor, caseId: CaseId, id: ReferralId) {
  return { caseId, reference: caseReference(caseId), referral: shown(await readOne(actor, caseId, id)) };
}

/** @throws Response the page of what is not there */
export async function readCaseReferrals(actor: Actor, caseId: CaseId, locale: Locale) {
  const work = await readWorkCase(actor, caseId);
  return {
    standing: caseStanding(actor, work, locale),
    referrals: (await readAll(actor, caseId)).map(listed),
    mayAdd: may(actor, "referral.write") && isUsable(work.status) && possibleKinds(allowanceOf(work)).length > 0,
    isImport: work.copy.facts.sourceKind === "import",
    mayNote: may(actor, "state-note.read"),
  };
}

/** @throws Response the page of what is not there */
export async function readCaseReferral(
  actor: Actor,
  { caseId, referralId }: { readonly caseId: CaseId; readonly referralId: ReferralId },
  locale: Locale,
): Promise<TeamReferralPage> {
  const work = await readWorkCase(actor, caseId);
  const referral = await readOne(actor, caseId, referralId);
  const allowance = allowanceOf(work);
  return {
    standing: caseStanding(actor, work, locale),
    referral: shown(referral),
    objections: objectionsTo(referral, allowance),
    isAsked: needsAgreement(referral, allowance.consent),
    mayWrite: may(actor, "referral.write"),
  };
}

/** What can be sent of a case, as its reporter allows it today. @throws Response the page of what is not there */
export async function readReferralForm(actor: Actor, caseId: CaseId, locale: Locale) {
  const work = await readWorkCase(actor, caseId);
  if (!isUsable(work.status)) throw notFound();
  return { standing: caseStanding(actor, work, locale), choices: await choicesFor(actor, work, locale) };
}

/** The same with what is kept. @throws Response also where the reporter has seen it: from then on nothing changes */
export async function readPreparedReferral(
  actor: Actor,
  { caseId, referralId }: { readonly caseId: CaseId; readonly referralId: ReferralId },
  locale: Locale,
) {
  const referral = await readOne(actor, caseId, referralId);
  if (referral.state !== "prepared") throw notFound();
  const page = await readReferralForm(actor, caseId, locale);
  return { ...page, version: referral.version, values: referralValues(referral) };
}

async function choicesFor(actor: Actor, work: WorkCase, locale: Locale): Promise<ReferralChoices> {
  const allowance = allowanceOf(work);
  const { consent, recipients } = allowance;
  const kinds = possibleKinds(allowance);
  const offer = (of: PartClass) => {
    const to = kinds.filter((kind) => mayGo(kind, of, consent));
    return to.length === 0 ? null : { lawyerOnly: to.length === 1 && to[0] === "lawyer" && kinds.length > 1 };
  };
  const files = (await findFiles(actor, work.id))?.files ?? [];
  const halves = files.flatMap(({ fileId, record, hasOriginal }) => [
    ...(hasCopy(record.copy)
      ? [{ fileId, half: "copy", name: record.name, sizeBytes: record.copy.sizeBytes } as const]
      : []),
    ...(hasOriginal ? [{ fileId, half: "original", name: record.name, sizeBytes: record.sizeBytes } as const] : []),
  ]);
  return {
    kinds,
    parts: partsToTell(work, locale).flatMap((part) => {
      const offered = offer(classOfPart(part));
      return offered ? [{ part, ...offered }] : [];
    }),
    files: halves.flatMap((half) => {
      const offered = offer(classOfFile(half));
      return offered
        ? [{ card: fileCard(half), name: half.name, half: half.half, sizeBytes: half.sizeBytes, ...offered }]
        : [];
    }),
    tlps: TLP_MARKS.filter((tlp) => mayMark(tlp, consent)),
    consent,
    consentLabel: labelOf("consent_level", consent, locale),
    recipients: consent === "c4_confidential_to_named" ? recipients : null,
  };
}

const allowanceOf = ({ body, copy }: WorkCase) => allowanceIn(body.report, copy.facts.sourceKind);

function listed(referral: KeptReferral): ListedReferral {
  const { id, state, kind, name, parts, files, tlp, madeOn, expiresOn, takenOn, ended, deletionAskedOn } = referral;
  const shared = { id, state, kind, name, parts, tlp, madeOn, expiresOn, takenOn, ended, deletionAskedOn };
  return { ...shared, fileCount: files.length, isExpired: isExpired(referral, isoDayOf(now())) };
}

function shown(referral: KeptReferral): ReferralPageData {
  const { version, purpose, hash, agreed, inNoteOn = [] } = referral;
  // The sweep may still be to come.
  const content = isExpired(referral, isoDayOf(now())) ? null : referral.content;
  const fingerprint = content ? receiverFingerprint(content.receiver.key) : [];
  return { ...listed(referral), version, purpose, hash, agreedOn: agreed?.on ?? null, inNoteOn, content, fingerprint };
}
