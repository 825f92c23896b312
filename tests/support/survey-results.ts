import { partedAnswers } from "#app/features/surveys/answering/dropping.ts";
import { codesIn } from "#app/features/surveys/instruments/code-lists.ts";
import { instrumentText } from "#app/features/surveys/instruments/read-instrument.ts";
import { standardInstrument } from "#app/features/surveys/instruments/standard-instrument.server.ts";
import { publishInstrument } from "#app/features/surveys/waves/instrument-store.server.ts";
import { addToPanel, giveOutCodes } from "#app/features/surveys/waves/panel-commands.server.ts";
import { SIZES } from "#app/features/surveys/waves/panel-makeup.ts";
import { beginByLink } from "#app/features/surveys/waves/respondent-wave.server.ts";
import { closeWave } from "#app/features/surveys/waves/wave-commands.server.ts";
import type { WaveForm } from "#app/features/surveys/waves/wave-forms.ts";
import { makeWaveLink } from "#app/features/surveys/waves/wave-links.server.ts";
import { readPanel, readWave } from "#app/features/surveys/waves/wave-queries.server.ts";
import type { WaveId } from "#app/kernel/id.ts";
import type { Json } from "#app/kernel/json.ts";
import { answersOf } from "./standard-answers.ts";
import { answered, approvedWave, openNow, type SurveyTeam } from "./waves.ts";
import { valueFrom } from "./world.ts";

interface AskedAndAnswered extends Partial<WaveForm> {
  readonly invited: number;
  /** answers of those who were invited */
  readonly answers: number;
  /** answers by the open link */
  readonly byLink?: number;
  /** whether the coordinators say where the invited organisations are, and how large */
  readonly isKnown?: boolean;
}

/** The standard questionnaire, asked, answered each time in another way, and closed. */
export async function closedSurvey(
  team: SurveyTeam,
  { invited, answers, byLink = 0, isKnown = true, ...choice }: AskedAndAnswered,
): Promise<WaveId> {
  const one = await team.as.one();
  const instrument = standardInstrument();
  const { digest } = valueFrom(await publishInstrument(one, JSON.parse(instrumentText(instrument))));
  const waveId = await approvedWave(team, { ...openNow(), instrument: digest, ...choice });
  const regions = codesIn("regional_group");
  const organisations = Array.from({ length: invited }, (_, place) => ({
    name: `Organisation ${place}`,
    language: "en" as const,
    ...(isKnown && { region: regions[place % regions.length]!, size: SIZES[1 + (place % 3)]! }),
  }));
  valueFrom(await addToPanel(one, waveId, { version: (await readPanel(one, waveId)).version, organisations }));
  const { version } = await readPanel(one, waveId);
  const { codes } = valueFrom(await giveOutCodes(one, waveId, { version }));
  const said = (seed: number): Json => {
    const { answers: all } = partedAnswers(instrument, answersOf(instrument, seed));
    return { instrument: instrument.name, version: instrument.version, answers: all };
  };
  for (const [place, { code }] of codes.slice(0, answers).entries()) await answered(code, said(place));
  if (byLink > 0) {
    const link = valueFrom(await makeWaveLink(one, waveId)).code;
    for (let place = 0; place < byLink; place += 1)
      await answered(valueFrom(await beginByLink(link)).code, said(1_000 + place));
  }
  valueFrom(await closeWave(one, waveId, { version: (await readWave(one, waveId)).version }));
  return waveId;
}
