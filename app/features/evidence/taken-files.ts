/** What became of one file of a form, by the name its sender gave it. */
export interface FileOutcome {
  readonly name: string;
  /** null where it was not taken */
  readonly fileId: string | null;
  /** code of the refusal; null where it was taken */
  readonly refused: string | null;
}

/** Of the files of a form one or the other could not be taken. */
export const SOME_NOT_TAKEN = { kind: "invalid", code: "file.some-not-taken" } as const;
/** For that reason what came with the files was left undone too. */
export const NOTHING_SENT = { kind: "invalid", code: "file.nothing-sent" } as const;

export const isTaken = ({ refused }: FileOutcome): boolean => refused === null;
