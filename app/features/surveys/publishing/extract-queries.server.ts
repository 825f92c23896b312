import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { findResults } from "#app/features/surveys/results/open-results.server.ts";
import { WORDS_NEEDED } from "#app/features/surveys/waves/wave-standing.ts";
import type { WaveId } from "#app/kernel/id.ts";
import { type FoundExtract, findExtract, type MadeExtract } from "./extract-rows.server.ts";
import type { Making } from "./survey-extract.server.ts";
import { extractColumns } from "./survey-extract.ts";
import type { SurveySubject } from "./survey-subject.ts";
import { surveyWords } from "./survey-words.server.ts";

interface Option {
  readonly value: string;
  readonly label: string;
}

/** Rows that were made, and how they stand for this analyst. */
export interface MadeView extends Pick<MadeExtract, "who" | "said" | "madeOn"> {
  /** can be taken; waits for another analyst; waits for this one */
  readonly standing: "agreed" | "waits" | "asks-you";
}

/** What the page of extracts shows. */
export interface ExtractPageView {
  readonly waveId: WaveId;
  readonly session: string;
  /** the answers are open for this sitting */
  readonly isOpen: boolean;
  /** the rows that were made; null where none were */
  readonly made: MadeView | null;
  /** the answers stand in a briefing, or are chosen for one */
  readonly isPrinted: boolean;
  readonly who: readonly Option[];
  readonly said: readonly Option[];
}

/** What can be chosen, and what was made already; nothing of either while the answers are sealed. */
export async function readExtractPage(
  actor: Actor,
  waveId: WaveId,
  { isPrinted: looked, locale }: Making,
): Promise<ExtractPageView> {
  const isPrinted = await withActor(actor, looked);
  const found = await findResults(actor, waveId);
  const session = (found.is === "open" ? found.results.wave : found.wave).facts.session;
  if (found.is !== "open") return { waveId, session, isPrinted, isOpen: false, made: null, who: [], said: [] };
  const { instrument } = found.results;
  const columns = extractColumns(instrument);
  const { titleOf } = surveyWords(instrument);
  const asOption = ({ subject }: { readonly subject: SurveySubject }) => ({
    value: subject.id,
    label: titleOf(subject)[locale] ?? subject.id,
  });
  const extract = await withActor(actor, (tx) => findExtract(actor, tx, waveId));
  return {
    ...{ waveId, session, isPrinted, isOpen: true, made: extract && madeView(actor, extract) },
    ...{ who: columns.who.map(asOption), said: columns.said.map(asOption) },
  };
}

function madeView({ userId }: Actor, { made: { who, said, madeOn }, words }: FoundExtract): MadeView {
  const standing = words.length >= WORDS_NEEDED ? "agreed" : words.includes(userId) ? "waits" : "asks-you";
  return { who, said, madeOn, standing };
}
