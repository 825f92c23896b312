/** What became of one file of a form, by the name its sender gave it. */
export interface FileOutcome {
  readonly name: string;
  /** null where it was not taken */
  readonly fileId: string | null;
  /** code of the refusal; null where it was taken */
  readonly refused: string | null;
}

/** Why a form comes back of whose files one could not be taken. */
export const SOME_NOT_TAKEN = { kind: "invalid", code: "file.some-not-taken" } as const;

export const isTaken = ({ refused }: FileOutcome): boolean => refused === null;
