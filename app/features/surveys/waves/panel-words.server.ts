import { unlessBusy } from "#app/features/accounts/credentials.server.ts";
import type { TeamId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { derivePanelMark, foldPanelWords, newPanelWords } from "#app/platform/crypto/panel-words.server.ts";
import { respondentSalt } from "./respondent-salt.server.ts";
import { WRONG_PANEL_WORDS } from "./wave-refusals.ts";

/** With what a respondent agrees to be compared with an earlier or a later survey of the same team. */
export interface PanelWords {
  /** stand in the own copy, and on the paper of whoever answers */
  readonly words: string;
  /** the one thing of them that is sent: it says that two answers are of the same organisation, and not of which */
  readonly mark: string;
}

/** Words for somebody who has none yet. */
export const drawPanelWords = (teamId: TeamId): Promise<Result<PanelWords>> => withMark(newPanelWords(), teamId);

/** The words of an earlier survey, as they were typed. */
export async function readPanelWords(teamId: TeamId, typed: string): Promise<Result<PanelWords>> {
  const words = foldPanelWords(typed);
  return words === null ? refuse(WRONG_PANEL_WORDS) : withMark(words, teamId);
}

/** Made when they are given and not at sending, which would keep all those waiting who send on the last day. */
async function withMark(words: string, teamId: TeamId): Promise<Result<PanelWords>> {
  const salt = await respondentSalt();
  const mark = await unlessBusy(derivePanelMark(words, teamId, salt));
  return mark.ok ? ok({ words, mark: mark.value }) : mark;
}
