import type { Actor } from "#app/access/actor.ts";
import { approversOfTeam } from "#app/features/audit/team-approvers.server.ts";
import { lettersTo, openTeamLetter } from "#app/features/keyring/team-letters.server.ts";
import { canonicalJson } from "#app/kernel/canonical-json.ts";
import type { TeamId, WaveId } from "#app/kernel/id.ts";
import { type IsoDay, isoDayOf } from "#app/kernel/iso-day.ts";
import type { Json } from "#app/kernel/json.ts";
import { utf8 } from "#app/platform/crypto/bytes.server.ts";
import { sha256, sha256Hex } from "#app/platform/crypto/hash.server.ts";
import { vouchingId } from "#app/platform/crypto/vouching-id.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { directoryKey } from "#app/platform/instance-secrets.server.ts";
import type { KeptWave, PublicWave, WaveFacts, WaveRecord } from "./wave.ts";
import { type WaveState, waveState } from "./wave-standing.ts";

/** A letter to the team: every coordinator of it reads what is planned, and nobody else. */
const RECORD = "survey-wave";

/** One text for one plan, as it is shown, hashed and vouched for. */
const factsJson = (facts: WaveFacts): string => canonicalJson(facts as unknown as Json);
/** Of what a page shows, so that a word is given on that and on nothing else. */
export const factsHash = (facts: WaveFacts): string => sha256Hex(utf8(factsJson(facts)));

const daysOf = ({ opensOn, closesOn }: WaveFacts) => ({ opensOn: new Date(opensOn), closesOn: new Date(closesOn) });

/** Sealed to the team; its days alone are plain, for jobs that hold no key. */
export async function insertWave(tx: Transaction, teamId: string, id: WaveId, record: WaveRecord): Promise<void> {
  const { keyVersion, seal } = await lettersTo(tx, teamId);
  const sealed = seal(RECORD, id, JSON.stringify(record));
  await tx.surveyWave.createMany({ data: { id, teamId, version: 1, keyVersion, sealed, ...daysOf(record.facts) } });
}

/** One of the actor's team; null for every other. */
export async function findWave(actor: Actor, tx: Transaction, id: WaveId): Promise<KeptWave | null> {
  const row = await tx.surveyWave.findUnique({ where: { id } });
  return row && opened(actor, tx, row);
}

/** Latest first, by the day on which they open. */
export async function openWaves(actor: Actor, tx: Transaction): Promise<KeptWave[]> {
  const waves: KeptWave[] = [];
  for (const row of await tx.surveyWave.findMany({ where: { teamId: actor.teamId ?? "" } }))
    waves.push(await opened(actor, tx, row));
  return waves.sort((a, b) => b.facts.opensOn.localeCompare(a.facts.opensOn) || a.id.localeCompare(b.id));
}

type Row = NonNullable<Awaited<ReturnType<Transaction["surveyWave"]["findUnique"]>>>;

async function opened(actor: Actor, tx: Transaction, row: Row): Promise<KeptWave> {
  const { id, teamId, version, keyVersion, sealed, isRead } = row;
  const record: WaveRecord = JSON.parse(await openTeamLetter(actor, tx, RECORD, { id, teamId, keyVersion }, sealed));
  const isApproved = row.facts !== null && isVouchedFor(row);
  const place = { id: id as WaveId, teamId: teamId as TeamId };
  return {
    ...record,
    ...place,
    version,
    sealedHash: sha256(sealed),
    isApproved,
    endedOn: dayOrNull(row.endedOn),
    isRead,
  };
}

const dayOrNull = (day: Date | null): IsoDay | null => day && isoDayOf(day);

interface Rewritten {
  readonly record: WaveRecord;
  /** from now on everybody may know what it is about */
  readonly isApproved?: boolean;
  readonly endedOn?: IsoDay;
}

/** @returns whether the row was still as it was read: of two people who do something at once one is told so */
export async function rewriteWave(
  tx: Transaction,
  { id, teamId, version }: Pick<KeptWave, "id" | "teamId" | "version">,
  { record, isApproved = false, endedOn }: Rewritten,
): Promise<boolean> {
  const { facts } = record;
  const { keyVersion, seal } = await lettersTo(tx, teamId);
  const { count } = await tx.surveyWave.updateMany({
    where: { id, version },
    data: {
      ...{ version: version + 1, keyVersion, sealed: seal(RECORD, id, JSON.stringify(record)), ...daysOf(facts) },
      ...(isApproved && { facts: { ...facts }, vouchedBy: voucherFor(id, teamId, facts) }),
      ...(endedOn && { endedOn: new Date(endedOn) }),
    },
  });
  return count === 1;
}

/** The record alone, as it is sealed. */
export function recordOf({ facts, begun, sent, approved, moving = null }: KeptWave): WaveRecord {
  return { facts, begun, sent, approved, moving };
}

function voucherFor(id: string, teamId: string, facts: WaveFacts): string {
  return vouchingId(directoryKey(), "survey-wave", id, teamId, factsJson(facts));
}

interface PublicRow {
  readonly id: string;
  readonly teamId: string;
  readonly facts: unknown;
  readonly vouchedBy: string | null;
}

function isVouchedFor({ id, teamId, facts, vouchedBy }: PublicRow): boolean {
  return vouchedBy === voucherFor(id, teamId, facts as WaveFacts);
}

/** @returns null for what nobody approved, and for a row that was turned to another team or questionnaire */
export function publicWave(
  row: (PublicRow & { readonly endedOn: Date | null; readonly isRead?: boolean }) | null,
): PublicWave | null {
  if (!row?.facts || !isVouchedFor(row)) return null;
  const { id, teamId, facts, endedOn, isRead = false } = row;
  return {
    ...{ id: id as WaveId, teamId: teamId as TeamId, facts: facts as WaveFacts },
    ...{ endedOn: dayOrNull(endedOn), isRead },
  };
}

export const publicState = ({ facts, endedOn, isRead }: PublicWave, today: IsoDay): WaveState =>
  waveState({ words: 0, isApproved: true, ...facts, endedOn, isRead }, today);

/**
 * What a word binds to: this wave and its plan, by the sealed bytes, which nobody can make a second time. The plain hash
 * of the plan would let whoever holds the database try days until one fits.
 */
export function approvalOf({ id, sealedHash }: Pick<KeptWave, "id" | "sealedHash">) {
  return { subject: `survey-wave/${id}`, textHash: sealedHash };
}

/** Who of the team has given their word on exactly this plan. */
export function approversOf(actor: Actor, tx: Transaction, wave: KeptWave): Promise<readonly string[]> {
  return approversOfTeam(actor, tx, approvalOf(wave));
}
