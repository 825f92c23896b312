import type { Actor } from "#app/access/actor.ts";
import type { Instrument } from "#app/features/surveys/instruments/instrument.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { NO_QUESTIONNAIRE } from "./building-refusals.ts";
import { editDraft } from "./draft-commands.server.ts";
import { movePage } from "./page-edits.ts";
import { duplicateQuestion, moveQuestion } from "./question-edits.ts";

type Act = (instrument: Instrument, name: string) => Result<Instrument>;

const ACTS: Readonly<Record<string, Act>> = {
  up: (instrument, name) => moveQuestion(instrument, name, -1),
  down: (instrument, name) => moveQuestion(instrument, name, 1),
  copy: duplicateQuestion,
  "page-up": (instrument, name) => ok(movePage(instrument, name, -1)),
  "page-down": (instrument, name) => ok(movePage(instrument, name, 1)),
};

/** A button of the overview, such as "up q13". */
export function actOnOutline(actor: Actor, id: string, said: string): Promise<Result<unknown>> {
  const [act = "", name = ""] = said.split(" ");
  const done = Object.hasOwn(ACTS, act) ? ACTS[act] : undefined;
  return editDraft(actor, id, ({ instrument }) => (done ? done(instrument, name) : refuse(NO_QUESTIONNAIRE)));
}

/** Where the list is looked at again: at what was moved. */
export function placeAfter(said: string): string {
  const [act = "", name] = said.split(" ");
  if (name === undefined) return "";
  return act.startsWith("page-") ? `#page-${name}` : `#question-${name}`;
}
