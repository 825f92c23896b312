import type { Actor } from "#app/access/actor.ts";
import { publishInstrument } from "#app/features/surveys/waves/instrument-store.server.ts";
import { addToPanel, giveOutCodes, type PrintedCode } from "#app/features/surveys/waves/panel-commands.server.ts";
import type { PanelWords } from "#app/features/surveys/waves/panel-words.server.ts";
import {
  newWordsFor,
  type Returned,
  returnToAnswer,
  saveDraft,
  sendAnswer,
} from "#app/features/surveys/waves/respondent-commands.server.ts";
import { approveWave, draftWave } from "#app/features/surveys/waves/wave-commands.server.ts";
import type { WaveForm } from "#app/features/surveys/waves/wave-forms.ts";
import { readPanel, readWave } from "#app/features/surveys/waves/wave-queries.server.ts";
import type { WaveId } from "#app/kernel/id.ts";
import { addDays, isoDayOf } from "#app/kernel/iso-day.ts";
import type { Json } from "#app/kernel/json.ts";
import type { Result } from "#app/kernel/result.ts";
import { actorFor, newColleague, newWorld, type Person, valueFrom, type World } from "./world.ts";

export const A_QUESTIONNAIRE = { title: "Before the Assembly", items: ["q1", "q2"] };

/** An installation with two coordinators and an analyst of one team. */
export interface SurveyTeam {
  readonly world: World;
  readonly analyst: Person;
  readonly as: {
    one(): Promise<Actor>;
    other(): Promise<Actor>;
    analyst(): Promise<Actor>;
    walled(): Promise<Actor>;
  };
}

export async function newSurveyTeam(): Promise<SurveyTeam> {
  const world = await newWorld();
  const analyst = await newColleague(world, "analyst");
  const { coordinators, setUp } = world;
  const as = {
    one: () => actorFor(coordinators[0], "intake", setUp.teamId),
    other: () => actorFor(coordinators[1], "intake", setUp.teamId),
    analyst: () => actorFor(analyst, "analyst"),
    walled: () => actorFor(coordinators[0], "intake", setUp.walledTeamId),
  };
  return { world, analyst, as };
}

/** On the days around the held clock of 4 March 2026. */
export async function aWaveForm(actor: Actor, choice: Partial<WaveForm> = {}): Promise<WaveForm> {
  const { digest } = valueFrom(await publishInstrument(actor, A_QUESTIONNAIRE));
  return {
    ...{ session: "ASP25", referenceFrom: "2025-12-02", referenceTo: "2026-03-01", instrument: digest },
    ...{ opensOn: "2026-03-04", closesOn: "2026-04-30", ...choice },
  };
}

/** A word on the plan as it is seen at this moment. */
export async function waveWord(actor: Actor, id: WaveId) {
  const { version, hash } = await readWave(actor, id);
  return approveWave(actor, id, { version, hash });
}

/** One that two persons have approved. */
export async function approvedWave(
  { as }: { readonly as: Pick<SurveyTeam["as"], "one" | "other"> },
  choice: Partial<WaveForm> = {},
): Promise<WaveId> {
  const { waveId } = valueFrom(await draftWave(await as.one(), await aWaveForm(await as.one(), choice)));
  valueFrom(await waveWord(await as.one(), waveId));
  valueFrom(await waveWord(await as.other(), waveId));
  return waveId;
}

/** Open from today on, for suites whose clock nobody holds. */
export function openNow(): Pick<WaveForm, "opensOn" | "closesOn"> {
  const today = isoDayOf(new Date());
  return { opensOn: today, closesOn: addDays(today, 30) };
}

export const namesOf = (count: number): string[] =>
  Array.from({ length: count }, (_, place) => `Organisation ${String.fromCharCode(65 + place)}${place}`);

/** Invites so many organisations and makes their codes. */
export async function invitedWith(actor: Actor, id: WaveId, count: number): Promise<readonly PrintedCode[]> {
  const organisations = namesOf(count).map((name) => ({ name, language: "en" as const }));
  const { version } = await readPanel(actor, id);
  valueFrom(await addToPanel(actor, id, { version, organisations }));
  return valueFrom(await giveOutCodes(actor, id, { version: version + 1 })).codes;
}

export const AN_ANSWER: Json = { q1: "yes", q38: "Banks should answer in writing." };

export interface SentAnswer {
  readonly code: string;
  readonly words: string;
  readonly receipt: string;
}

/** Saves and sends as a respondent does: words at the first save, the own copy, then one row. */
export async function answered(
  code: string,
  answers: Json = AN_ANSWER,
  contact: Json = null,
  panel: PanelWords | null = null,
): Promise<SentAnswer> {
  const { words, ticket } = valueFrom(await newWordsFor(code));
  valueFrom(await saveDraft(ticket, { answers, contact, panel: panel && { ...panel } }));
  const { receipt } = valueFrom(await sendAnswer(ticket, { answers, contact, panelMark: panel?.mark ?? null }));
  return { code, words, receipt };
}

/** Comes back on another machine. */
export const backTo = async ({ code, words }: Pick<SentAnswer, "code" | "words">): Promise<Returned> =>
  valueFrom(await returnToAnswer(code, words));

/** The code of a refusal; fails where there was none. */
export function refusalOf(result: Result<unknown>): string {
  if (result.ok) throw new Error("it was not refused");
  return result.refusal.code;
}
