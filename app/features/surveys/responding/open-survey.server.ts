import type { OpenSession } from "#app/access/session.server.ts";
import type { Instrument } from "#app/features/surveys/instruments/instrument.ts";
import { readInstrument } from "#app/features/surveys/instruments/read-instrument.ts";
import { type AnswerTicket, findOwnAnswer } from "#app/features/surveys/waves/respondent-commands.server.ts";
import { type AskedWave, findWaveByCode } from "#app/features/surveys/waves/respondent-wave.server.ts";
import { allows } from "#app/features/surveys/waves/wave-standing.ts";
import { valueFrom } from "#app/kernel/result.ts";
import { type OwnCopy, readOwnCopy } from "./own-copy.ts";
import { ticketOf } from "./survey-session.server.ts";

/** A survey as one respondent has it open, with everything that was said and saved. */
export interface OpenSurvey extends OwnCopy {
  readonly ticket: AnswerTicket;
  readonly wave: AskedWave;
  readonly instrument: Instrument;
  readonly isSent: boolean;
  /** proof of having sent; it means nothing before */
  readonly receipt: string | null;
  readonly takesAnswers: boolean;
}

/** @returns null where nothing is open in this session, or its code has ended */
export async function openSurvey(session: OpenSession): Promise<OpenSurvey | null> {
  const ticket = ticketOf(session);
  return ticket && surveyOf(ticket);
}

/** @returns null for a code that is valid no more */
export async function surveyOf(ticket: AnswerTicket): Promise<OpenSurvey | null> {
  const [wave, own] = await Promise.all([findWaveByCode(ticket.code), findOwnAnswer(ticket)]);
  if (!wave) return null;
  const instrument = valueFrom(readInstrument(JSON.stringify(wave.questionnaire)));
  return {
    ...{ ticket, wave, instrument, ...readOwnCopy(instrument, own?.draft) },
    isSent: own?.isSent ?? false,
    receipt: own?.receipt ?? null,
    takesAnswers: allows(wave.state, "answer"),
  };
}
