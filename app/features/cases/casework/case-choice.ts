import { isId } from "#app/kernel/id.ts";

/** A case that somebody has ticked in a list, as they saw it. */
export interface ChosenCase {
  readonly caseId: string;
  readonly version: number;
}

/** The name of the boxes. */
export const CHOICE_FIELD = "case";

export function choiceOf({ caseId, version }: ChosenCase): string {
  return `${caseId}@${version}`;
}

/** @returns null for what no box of ours sends */
export function readChoice(value: string): ChosenCase | null {
  const [caseId = "", version = ""] = value.split("@");
  return isId(caseId) && /^[1-9]\d{0,8}$/.test(version) ? { caseId, version: Number(version) } : null;
}
